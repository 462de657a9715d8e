package dev.fastcodec.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One thing to measure.
 *
 * @param messages how many different messages are taken in turn
 */
record Case(Operation operation, Shape shape, int messages, Contender contender) {
    /** The shapes that are also measured with many messages. */
    private static final Set<Shape> VARIED = Set.of(Shape.MEDIA, Shape.NUMERIC);

    private static final int MANY = 1024;
    /** Nearly all of them, and few enough for the caches. */
    private static final int FOOTERS = 256;

    /** Everything, those who are compared next to each other. */
    static List<Case> all() {
        Set<Case> cases = new LinkedHashSet<>();
        for (Operation operation : Operation.values()) {
            for (Shape shape : Shape.values()) {
                addEach(cases, operation, shape, shape == Shape.FOOTERS ? FOOTERS : 1);
            }
            for (Shape shape : Shape.values()) {
                if (VARIED.contains(shape) && operation != Operation.ENCODE_AGAIN) {
                    addEach(cases, operation, shape, MANY);
                }
            }
        }
        return List.copyOf(cases);
    }

    private static void addEach(Set<Case> cases, Operation operation, Shape shape, int messages) {
        boolean sorted = operation == Operation.DECODE_SORTED;
        if (sorted && shape == Shape.BYTES) {
            // one field is sorted anyway
            return;
        }
        for (Pair pair : Pair.on(shape)) {
            if (sorted && pair.ours() != Contender.FASTCODEC_JSON) {
                continue;
            }
            cases.add(new Case(operation, shape, messages, pair.ours()));
            cases.add(new Case(operation, shape, messages, pair.peer()));
        }
    }

    /** Those that are told apart by the processor's time, with the floors under them. */
    static List<Case> forCpuTime() {
        Set<Case> cases = new LinkedHashSet<>();
        for (Case each : all()) {
            if (each.essential()) {
                cases.add(each);
                if (each.messages == 1) {
                    Pair.ALL.stream()
                            .filter(pair -> pair.peer() == each.contender)
                            .forEach(pair -> cases.add(each.of(pair.floor())));
                }
            }
        }
        return List.copyOf(cases);
    }

    /** The same for another contender. */
    Case of(Contender other) {
        return new Case(operation, shape, messages, other);
    }

    /** What {@link Worker} takes. */
    List<String> arguments() {
        return List.of(operation.name(), shape.name(), Integer.toString(messages), contender.name());
    }

    @Override
    public String toString() {
        return "%s %s, %s, %d, %s"
                .formatted(contender.wire(), operation.method(), shape, messages, contender.library());
    }

    /** Whether a short look needs it. */
    boolean essential() {
        return operation != Operation.ENCODE_AGAIN && (messages == 1 || shape == Shape.FOOTERS);
    }
}

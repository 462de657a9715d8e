package dev.fastcodec.bench;

import java.util.List;

/**
 * Ours and a peer, for the same wire format.
 *
 * @param floor what the JDK alone takes
 */
record Pair(Contender ours, Contender peer, Contender floor) {
    static final List<Pair> ALL = List.of(
            new Pair(Contender.FASTCODEC_PROTO, Contender.PROTOBUF_JAVA, Contender.FLOOR_PROTO),
            new Pair(Contender.FASTCODEC_BINARY, Contender.LIBTHRIFT_BINARY, Contender.FLOOR_BINARY),
            new Pair(Contender.FASTCODEC_COMPACT, Contender.LIBTHRIFT_COMPACT, Contender.FLOOR_COMPACT));

    /** Those that are measured on a shape. */
    static List<Pair> on(Shape shape) {
        return ALL.stream()
                .filter(p -> shape != Shape.FOOTERS || p.ours == Contender.FASTCODEC_COMPACT)
                .toList();
    }

    /** The wire format, for readers. */
    String wire() {
        return ours.wire();
    }
}

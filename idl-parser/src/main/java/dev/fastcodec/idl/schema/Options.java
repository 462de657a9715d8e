package dev.fastcodec.idl.schema;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Options of Protobuf or annotations of Thrift. Immutable once linked: what a Protobuf option sets may be a value of a type
 * that is linked later, so {@link #interpret} says once, before the schema is handed out, how to find that.
 */
public final class Options {
    /** No option. */
    public static final Options NONE = new Options(List.of());

    /** The empty braces of an rpc, of which descriptors tell that they are there. */
    public static final Options EMPTY_BRACES = new Options(List.of());

    private final List<Option> all;
    private @Nullable Supplier<List<Setting>> interpreter;
    private volatile @Nullable List<Setting> settings;

    /**
     * One option as it is written.
     *
     * @param name {@code java_package}, {@code (my.option).field}, {@code go.tag}
     */
    public record Option(String name, Value value) {}

    /**
     * What one statement of Protobuf sets.
     *
     * @param path the fields that lead to it: first one of the options message itself, each further one of the message before
     * @param value one value, also when the last field is repeated; of a message a {@link Value.Struct}
     */
    public record Setting(List<Field> path, Value value) {
        /** Copies the list. */
        public Setting {
            path = List.copyOf(path);
        }

        /** The field that gets the value. */
        public Field field() {
            return path.get(path.size() - 1);
        }
    }

    /** Options as written; the list is copied. */
    public Options(List<Option> all) {
        this.all = List.copyOf(all);
    }

    /** Says what the options set; allowed once. The supplier is asked at most once by each thread, and only when needed. */
    public void interpret(Supplier<List<Setting>> theInterpreter) {
        if (interpreter != null) {
            throw new IllegalStateException("interpreted already");
        }
        interpreter = theInterpreter;
    }

    /** Every option in source order; a Thrift key may come more than once. Those not standard hold {@link Value.Raw}. */
    public List<Option> all() {
        return all;
    }

    /** What the statements of a Protobuf declaration set, one by one in source order; none for Thrift. */
    public List<Setting> settings() {
        List<Setting> found = settings;
        if (found == null) {
            found = interpreter == null ? List.of() : List.copyOf(interpreter.get());
            settings = found;
        }
        return found;
    }

    /** The last value of this option, or null. */
    public @Nullable Value get(String name) {
        if (all.isEmpty()) {
            // As of nearly all declarations; not even an iterator is made.
            return null;
        }
        Value found = null;
        for (Option o : all) {
            if (o.name().equals(name)) {
                found = o.value();
            }
        }
        return found;
    }

    /** The text of an option, or null when it is absent or no text. */
    public @Nullable String text(String name) {
        return get(name) instanceof Value.Text t ? t.value() : null;
    }

    /** Whether the option is there and true. */
    public boolean isTrue(String name) {
        return get(name) instanceof Value.Bool b && b.value();
    }
}

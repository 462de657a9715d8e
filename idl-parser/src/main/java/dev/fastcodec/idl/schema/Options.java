package dev.fastcodec.idl.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options of Protobuf or annotations of Thrift, in source order; a Thrift key may come more than once.
 *
 * @param all every option; those that are not standard hold {@link Value.Raw}
 */
public record Options(List<Option> all) {
    /** No option. */
    public static final Options NONE = new Options(List.of());

    /**
     * One option.
     *
     * @param name {@code java_package}, {@code (my.option).field}, {@code go.tag}
     */
    public record Option(String name, Value value) {}

    /** Copies the list. */
    public Options {
        all = List.copyOf(all);
    }

    /** The last value of this option, or null. */
    public @Nullable Value get(String name) {
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

package dev.fastcodec.codegen.plan;

import dev.fastcodec.codegen.Options.WireFormat;
import java.util.Map;
import java.util.Objects;

/**
 * What the nested codec classes of a message are called: {@code Proto}, or with an underscore where the message has a
 * type of that name itself.
 */
public record CodecNames(Map<WireFormat, String> classes) {
    /** Copies the map. */
    public CodecNames {
        classes = Map.copyOf(classes);
    }

    /** The class for a format that the message has. */
    public String of(WireFormat format) {
        return Objects.requireNonNull(classes.get(format), format.name());
    }
}

package dev.fastcodec.idl.schema;

import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enum.
 *
 * @param name simple name
 * @param fullName Protobuf: package and parents included, without leading dot; Thrift: the simple name
 * @param file where it is declared
 * @param parent the message it is nested in, or null
 * @param reserved numbers and names that no value may have
 * @param visibility who may use it, as written
 * @param closed whether unknown numbers are treated as unknown fields (proto2, editions' CLOSED)
 */
public record EnumType(
        String name,
        String fullName,
        FileInfo file,
        @Nullable StructType parent,
        List<Value> values,
        Reserved reserved,
        Visibility visibility,
        boolean closed,
        Options options,
        Comments comments,
        Span span)
        implements Type {
    /** A value of the enum; two may share a number. */
    public record Value(String name, int number, Options options, Comments comments, Span span) {}

    /** Copies the list. */
    public EnumType {
        values = List.copyOf(values);
    }

    /** The value of this name. */
    public Optional<Value> value(String valueName) {
        for (Value value : values) {
            if (value.name().equals(valueName)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Two enums are the same when they are the same declaration. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return fullName;
    }
}

package dev.fastcodec.idl.schema;

import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A field, argument, or member of {@code throws}.
 *
 * @param name as written
 * @param number field number or id
 * @param type resolved; repeated fields are lists, typedefs are followed
 * @param presence when it is written and whether it can be absent
 * @param optional whether {@code optional} is written before it
 * @param encoding how Protobuf writes it; {@link Encoding#PLAIN} for Thrift
 * @param oneof the oneof it is a member of (of its message, declared in {@link StructType.Body#oneofs}), or null;
 *     null in a Thrift union, whose every field is a member
 * @param defaultValue declared default, or null for the type's own; {@link Value.Bytes} of a string that is no UTF-8
 * @param jsonName Protobuf's JSON name; Thrift: the name
 */
public record Field(
        String name,
        int number,
        Type type,
        Presence presence,
        boolean optional,
        Encoding encoding,
        @Nullable Oneof oneof,
        @Nullable Value defaultValue,
        String jsonName,
        Options options,
        Comments comments,
        Span span) {
    /** When a field is written. */
    public enum Presence {
        /** Written when set; absence can be seen: Thrift's optional, Protobuf's optional, sub-messages, oneof members. */
        EXPLICIT,
        /** Written when it differs from its default: proto3's plain fields; also lists and maps of Protobuf. */
        IMPLICIT,
        /** Thrift's default requiredness: numbers are always written, everything else when not null. */
        ALWAYS,
        /** Must be set, on writing and on reading. */
        REQUIRED
    }

    /**
     * How Protobuf writes a field.
     *
     * @param packed a list of numbers as one length-delimited record
     * @param delimited a message as a group
     * @param utf8 a string must be valid UTF-8
     * @param closed a number that its enum does not know is an unknown field; so it is for closed enums, and in proto2 for all
     */
    public record Encoding(boolean packed, boolean delimited, boolean utf8, boolean closed) {
        /** Nothing special: not packed, not delimited, text unchecked, enums open. */
        public static final Encoding PLAIN = new Encoding(false, false, false, false);
    }

    /** The declared default as text where it is a string: what is no UTF-8 becomes U+FFFD. */
    public @Nullable Value readableDefault() {
        return type == ScalarType.STRING && defaultValue instanceof Value.Bytes bytes
                ? new Value.Text(new String(bytes.value(), StandardCharsets.UTF_8))
                : defaultValue;
    }

    /** The same only when it is the same declaration: what it says is not compared. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + number;
    }
}

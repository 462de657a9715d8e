package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.ScalarType;

/** What one value of a field is. */
sealed interface MemberType {
    /**
     * A number, bool, string or bytes.
     *
     * @param utf8 whether a string must be valid UTF-8
     */
    record Scalar(ScalarType type, boolean utf8) implements MemberType {
        /** Whether a value has a length in front, so that a list of them cannot be packed. */
        boolean hasLength() {
            return type == ScalarType.STRING || type == ScalarType.BYTES;
        }
    }

    /** A number with names. */
    record Named(EnumType type) implements MemberType {}

    /**
     * A message.
     *
     * @param group whether it stands between a start and an end tag
     * @param mapEntry whether it is the entry of a map
     */
    record Nested(MessageType type, boolean group, boolean mapEntry) implements MemberType {}
}

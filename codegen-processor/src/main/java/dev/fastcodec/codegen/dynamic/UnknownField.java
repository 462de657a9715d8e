package dev.fastcodec.codegen.dynamic;

import java.util.List;

/** A field that the message's type does not have, as its wire type shows it. */
sealed interface UnknownField {
    /** Its number. */
    int number();

    /** Wire type 0. */
    record Varint(int number, long value) implements UnknownField {}

    /** Wire type 1. */
    record Fixed64(int number, long value) implements UnknownField {}

    /** Wire type 2; the bytes are not to be changed. */
    record Delimited(int number, byte[] value) implements UnknownField {}

    /** Wire types 3 and 4. */
    record Group(int number, List<UnknownField> fields) implements UnknownField {
        /** Copies the list. */
        public Group {
            fields = List.copyOf(fields);
        }
    }

    /** Wire type 5. */
    record Fixed32(int number, int value) implements UnknownField {}
}

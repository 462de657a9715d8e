package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.idl.schema.ScalarType;
import java.util.Arrays;

/** The order of a map's entries in text and in deterministic bytes. */
final class MapKeys {
    private MapKeys() {}

    /** Compares entries by key: numbers by value, false before true, text by its bytes. */
    static int compare(DynamicMessage a, DynamicMessage b) {
        Member key = a.type().declared().get(0);
        Object left = a.valueOrDefault(key);
        Object right = b.valueOrDefault(key);
        ScalarType type = ((MemberType.Scalar) key.type()).type();
        return switch (type) {
            case BOOL -> Boolean.compare((boolean) left, (boolean) right);
            case INT32, SINT32, SFIXED32 -> Integer.compare((int) left, (int) right);
            case UINT32, FIXED32 -> Integer.compareUnsigned((int) left, (int) right);
            case INT64, SINT64, SFIXED64 -> Long.compare((long) left, (long) right);
            case UINT64, FIXED64 -> Long.compareUnsigned((long) left, (long) right);
            case STRING -> Arrays.compareUnsigned((byte[]) left, (byte[]) right);
            case BYTES, FLOAT, DOUBLE, INT8, INT16, UUID -> throw new AssertionError(type);
        };
    }
}

package dev.fastcodec.codegen.format;

import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;

/** Thrift's type codes (TType of the Binary protocol) and what the methods of readers and writers are called. */
final class ThriftTypes {
    private ThriftTypes() {}

    /** The type code in field, list and map headers of the Binary protocol. */
    static int code(ValuePlan value) {
        if (value instanceof ValuePlan.Scalar s) {
            return switch (s.type()) {
                case BOOL -> 2;
                case INT8 -> 3;
                case DOUBLE -> 4;
                case INT16 -> 6;
                case INT32 -> 8;
                case INT64 -> 10;
                case STRING, BYTES -> 11;
                case UUID -> 16;
                default -> throw new IllegalArgumentException(s.type() + " is no type of Thrift");
            };
        } else if (value instanceof ValuePlan.Enumeration) {
            return 8;
        } else if (value instanceof ValuePlan.Struct) {
            return 12;
        } else if (value instanceof ValuePlan.MapOf) {
            return 13;
        }
        return value instanceof ValuePlan.SetOf ? 14 : 15;
    }

    /** The method of readers and writers for one value: {@code i32}. */
    static String method(ValuePlan value) {
        if (value instanceof ValuePlan.Enumeration) {
            return "i32";
        }
        return switch (((ValuePlan.Scalar) value).type()) {
            case BOOL -> "bool";
            case INT8 -> "i8";
            case DOUBLE -> "float64";
            case INT16 -> "i16";
            case INT32 -> "i32";
            case INT64 -> "i64";
            case STRING -> "string";
            case BYTES -> "bytes";
            case UUID -> "uuid";
            default -> throw new IllegalArgumentException(value + " is no type of Thrift");
        };
    }

    /** The method of readers and writers for the elements of a list of the runtime's own, or empty. */
    static String bulk(ValuePlan element) {
        if (element instanceof ValuePlan.Enumeration) {
            return "i32s";
        } else if (element instanceof ValuePlan.Scalar s) {
            return switch (s.type()) {
                case BOOL -> "bools";
                case INT8 -> "i8s";
                case DOUBLE -> "doubles";
                case INT16 -> "i16s";
                case INT32 -> "i32s";
                case INT64 -> "i64s";
                case STRING -> "strings";
                case BYTES -> "binaries";
                default -> "";
            };
        }
        return "";
    }

    /** Whether the value is a string or bytes, whose content comes on top of its bounded size. */
    static boolean hasContent(ValuePlan value) {
        return value.is(ScalarType.STRING) || value.is(ScalarType.BYTES);
    }

    /** Whether keys or values are enums, which maps keep as numbers. */
    static boolean isEnumMap(ValuePlan.MapOf map) {
        return map.key() instanceof ValuePlan.Enumeration || map.value() instanceof ValuePlan.Enumeration;
    }

    /** Whether there is such a map at any depth. */
    static boolean hasEnumMap(ValuePlan value) {
        if (value instanceof ValuePlan.MapOf map) {
            return isEnumMap(map) || hasEnumMap(map.key()) || hasEnumMap(map.value());
        } else if (value instanceof ValuePlan.ListOf list) {
            return hasEnumMap(list.element());
        }
        return value instanceof ValuePlan.SetOf set && hasEnumMap(set.element());
    }
}

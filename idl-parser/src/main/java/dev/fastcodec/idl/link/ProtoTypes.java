package dev.fastcodec.idl.link;

import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Type;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scalar types of Protobuf and what can be said of types without looking anything up. */
final class ProtoTypes {
    /** Scalar types by keyword. */
    static final Map<String, ScalarType> SCALARS = Map.ofEntries(
            Map.entry("bool", ScalarType.BOOL),
            Map.entry("int32", ScalarType.INT32),
            Map.entry("int64", ScalarType.INT64),
            Map.entry("uint32", ScalarType.UINT32),
            Map.entry("uint64", ScalarType.UINT64),
            Map.entry("sint32", ScalarType.SINT32),
            Map.entry("sint64", ScalarType.SINT64),
            Map.entry("fixed32", ScalarType.FIXED32),
            Map.entry("fixed64", ScalarType.FIXED64),
            Map.entry("sfixed32", ScalarType.SFIXED32),
            Map.entry("sfixed64", ScalarType.SFIXED64),
            Map.entry("float", ScalarType.FLOAT),
            Map.entry("double", ScalarType.DOUBLE),
            Map.entry("string", ScalarType.STRING),
            Map.entry("bytes", ScalarType.BYTES));

    /** The same in what is being tried out for later editions, where the plain words stand for fixed lengths. */
    private static final Map<String, ScalarType> UNSTABLE_SCALARS = Map.ofEntries(
            Map.entry("bool", ScalarType.BOOL),
            Map.entry("varint32", ScalarType.INT32),
            Map.entry("varint64", ScalarType.INT64),
            Map.entry("uvarint32", ScalarType.UINT32),
            Map.entry("uvarint64", ScalarType.UINT64),
            Map.entry("zigzag32", ScalarType.SINT32),
            Map.entry("zigzag64", ScalarType.SINT64),
            Map.entry("uint32", ScalarType.FIXED32),
            Map.entry("uint64", ScalarType.FIXED64),
            Map.entry("int32", ScalarType.SFIXED32),
            Map.entry("int64", ScalarType.SFIXED64),
            Map.entry("float", ScalarType.FLOAT),
            Map.entry("double", ScalarType.DOUBLE),
            Map.entry("string", ScalarType.STRING),
            Map.entry("bytes", ScalarType.BYTES));

    private static final Map<String, String> OBSOLETE_IN_UNSTABLE = Map.of(
            "sint32", "zigzag32",
            "sint64", "zigzag64",
            "fixed32", "uint32",
            "fixed64", "uint64",
            "sfixed32", "int32",
            "sfixed64", "int64");

    private static final Map<ScalarType, String> KEYWORDS = new EnumMap<>(ScalarType.class);

    static {
        for (Map.Entry<String, ScalarType> scalar : SCALARS.entrySet()) {
            KEYWORDS.put(scalar.getValue(), scalar.getKey());
        }
    }

    private ProtoTypes() {}

    /** The scalar type that a word stands for in an edition, or null. */
    static @Nullable ScalarType scalar(String word, ProtoEdition edition) {
        return (edition == ProtoEdition.EDITION_UNSTABLE ? UNSTABLE_SCALARS : SCALARS).get(word);
    }

    /** The word that an edition has in place of this one for a scalar type, or null. */
    static @Nullable String newWord(String word, ProtoEdition edition) {
        return edition == ProtoEdition.EDITION_UNSTABLE ? OBSOLETE_IN_UNSTABLE.get(word) : null;
    }

    /** The keyword of a scalar type, null for any other. */
    static @Nullable String keyword(Type type) {
        return type instanceof ScalarType scalar ? KEYWORDS.get(scalar) : null;
    }

    /** Whether a list of this type can be packed: numbers, bool and enums. */
    static boolean isPackable(Type element) {
        if (element instanceof ScalarType scalar) {
            return scalar != ScalarType.STRING && scalar != ScalarType.BYTES;
        }
        return element instanceof EnumType;
    }

    /** Whether this type can be the key of a map: integers, bool and string. */
    static boolean isMapKey(Type type) {
        return type instanceof ScalarType scalar
                && scalar != ScalarType.FLOAT
                && scalar != ScalarType.DOUBLE
                && scalar != ScalarType.BYTES;
    }

    /** Whether text is in a value of this type: itself, its elements, or keys or values of a map. */
    static boolean hasText(Type type) {
        if (type instanceof Type.ListOf list) {
            return list.element() == ScalarType.STRING;
        }
        if (type instanceof Type.MapOf map) {
            return map.key() == ScalarType.STRING || map.value() == ScalarType.STRING;
        }
        return type == ScalarType.STRING;
    }

    /** The integer types of 64 bits. */
    static boolean isLong(Type type) {
        return type instanceof ScalarType scalar
                && switch (scalar) {
                    case INT64, UINT64, SINT64, FIXED64, SFIXED64 -> true;
                    default -> false;
                };
    }
}

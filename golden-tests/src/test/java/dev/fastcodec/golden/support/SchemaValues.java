package dev.fastcodec.golden.support;

import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import dev.fastcodec.schema.EnumSchema;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Values of defaults and options as what {@code SCHEMA} is to give for them. */
final class SchemaValues {
    private SchemaValues() {}

    /** What an option's value is at run time. */
    static Object untyped(Value value) {
        if (value instanceof Value.Bool v) {
            return v.value();
        } else if (value instanceof Value.Int v) {
            return v.value();
        } else if (value instanceof Value.Float v) {
            return v.value();
        } else if (value instanceof Value.Text v) {
            return v.value();
        } else if (value instanceof Value.Raw v) {
            return v.text();
        } else if (value instanceof Value.Bytes v) {
            return ByteBuffer.wrap(v.value());
        } else if (value instanceof Value.EnumValue v) {
            return v.value().name();
        } else if (value instanceof Value.ListOf v) {
            return v.elements().stream().map(SchemaValues::untyped).toList();
        } else if (value instanceof Value.MapOf v) {
            Map<Object, Object> map = new LinkedHashMap<>();
            v.entries().forEach(e -> map.put(untyped(e.key()), untyped(e.value())));
            return map;
        }
        Map<Object, Object> struct = new LinkedHashMap<>();
        ((Value.Struct) value).fields().forEach(f -> struct.put(f.field().name(), untyped(f.value())));
        return struct;
    }

    /** What a default of this type is at run time, an enum's value as {@link #comparable} has it. */
    static Object typed(Value value, Type type) {
        if (type instanceof Type.ListOf list) {
            return typed(((Value.ListOf) value).elements(), list.element());
        } else if (type instanceof Type.SetOf set) {
            return new LinkedHashSet<>(typed(((Value.ListOf) value).elements(), set.element()));
        } else if (type instanceof Type.MapOf map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            ((Value.MapOf) value)
                    .entries()
                    .forEach(e -> all.put(typed(e.key(), map.key()), typed(e.value(), map.value())));
            return all;
        } else if (value instanceof Value.Struct struct) {
            Map<Object, Object> all = new LinkedHashMap<>();
            struct.fields()
                    .forEach(f ->
                            all.put(f.field().name(), typed(f.value(), f.field().type())));
            return all;
        } else if (type instanceof EnumType e) {
            return value instanceof Value.EnumValue v
                    ? "enum " + v.value().number()
                    : "enum " + ((Value.Int) value).value();
        }
        Object plain = untyped(value);
        if (plain instanceof Long number) {
            return switch ((ScalarType) type) {
                case BOOL -> number != 0;
                case INT8 -> number.byteValue();
                case INT16 -> number.shortValue();
                case INT32, UINT32, SINT32, FIXED32, SFIXED32 -> number.intValue();
                case FLOAT -> number.floatValue();
                case DOUBLE -> number.doubleValue();
                default -> number;
            };
        } else if (plain instanceof Double number && type == ScalarType.FLOAT) {
            return number.floatValue();
        }
        return type == ScalarType.UUID ? UUID.fromString((String) plain) : plain;
    }

    private static List<Object> typed(List<Value> values, Type type) {
        return values.stream().map(v -> typed(v, type)).toList();
    }

    /** A value of a schema with its enum values replaced by {@code enum 1}. */
    static Object comparable(Object value) {
        if (value instanceof EnumSchema.Value e) {
            return "enum " + e.number();
        } else if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(e -> all.add(comparable(e)));
            return all;
        } else if (value instanceof Set<?> set) {
            Set<Object> all = new LinkedHashSet<>();
            set.forEach(e -> all.add(comparable(e)));
            return all;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((k, v) -> all.put(comparable(k), comparable(v)));
            return all;
        }
        return value;
    }
}

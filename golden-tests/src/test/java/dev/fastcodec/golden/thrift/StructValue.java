package dev.fastcodec.golden.thrift;

import dev.fastcodec.golden.thrift.Shape.Field;
import dev.fastcodec.golden.thrift.Shape.Need;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value of a struct by field id, ascending. As a state it holds what somebody has set, {@link #CLEARED} included; as
 * {@link #written} it holds what goes over the wire. Values are Boolean, Byte, Short, Integer (also of enums), Long,
 * Double, String, ByteBuffer, UUID, List, Set, Map, and StructValue.
 */
public record StructValue(Struct type, TreeMap<Integer, Object> fields) {
    /** A field that has a default and was set to null. */
    static final Object CLEARED = new Object() {
        @Override
        public String toString() {
            return "cleared";
        }
    };

    /** No field set. */
    public StructValue(Struct type) {
        this(type, new TreeMap<>());
    }

    /** Sets a field. */
    public StructValue with(int id, Object value) {
        fields.put(id, value);
        return this;
    }

    /** What libthrift's generated Java writes of this state: the rules of requiredness and defaults, all the way down. */
    StructValue written() {
        StructValue written = new StructValue(type);
        for (Field field : type.fields()) {
            Object value = written(field);
            if (value != null) {
                written.with(field.id(), deepWritten(value));
            }
        }
        return written;
    }

    private @Nullable Object written(Field field) {
        Object set = fields.get(field.id());
        if (set != null) {
            return set == CLEARED ? null : set;
        }
        if (type.kind() == Shape.Kind.UNION || field.shape().isNumber() && field.need() == Need.OPTIONAL) {
            return null;
        }
        return field.initial() == null && field.shape().isNumber() ? zero((Shape.Base) field.shape()) : field.initial();
    }

    private static Object zero(Shape.Base base) {
        return switch (base) {
            case BOOL -> false;
            case I8 -> (byte) 0;
            case I16 -> (short) 0;
            case I32 -> 0;
            case I64 -> 0L;
            case DOUBLE -> 0.0;
            case STRING, BINARY, UUID -> throw new IllegalArgumentException(base.text);
        };
    }

    /** {@link #written} inside containers. */
    static Object deepWritten(Object value) {
        if (value instanceof StructValue struct) {
            return struct.written();
        } else if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(x -> all.add(deepWritten(x)));
            return all;
        } else if (value instanceof Set<?> set) {
            Set<Object> all = new LinkedHashSet<>();
            set.forEach(x -> all.add(deepWritten(x)));
            return all;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((k, v) -> all.put(deepWritten(k), deepWritten(v)));
            return all;
        }
        return value;
    }

    /** Whether a list, set or map of UUIDs is in it. */
    static boolean hasUuidElements(Object value) {
        if (value instanceof StructValue struct) {
            return struct.fields.values().stream().anyMatch(StructValue::hasUuidElements);
        } else if (value instanceof Map<?, ?> map) {
            return hasUuidElements(map.keySet()) || hasUuidElements(new ArrayList<>(map.values()));
        } else if (value instanceof Iterable<?> elements) {
            for (Object element : elements) {
                if (element instanceof java.util.UUID || hasUuidElements(element)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String toString() {
        StringBuilder s = new StringBuilder(type.name()).append('{');
        fields.forEach((id, v) -> s.append(s.charAt(s.length() - 1) == '{' ? "" : ", ")
                .append(id)
                .append('=')
                .append(text(v)));
        return s.append('}').toString();
    }

    private static String text(Object value) {
        if (value instanceof ByteBuffer bytes) {
            return java.util.HexFormat.of().formatHex(bytes.array());
        }
        return value instanceof String s ? "\"" + s + "\"" : String.valueOf(value);
    }
}

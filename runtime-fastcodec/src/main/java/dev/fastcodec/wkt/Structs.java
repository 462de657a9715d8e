package dev.fastcodec.wkt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link Struct}, {@link Value} and {@link ListValue} as maps, objects and lists of Java.
 *
 * <p>null is {@code NULL_VALUE}, a Boolean a bool, a CharSequence a string; a Number is a double, which keeps integers up to 2 to the 53rd; a Map
 * whose keys are strings is a Struct, an Iterable or array of objects a ListValue; a Struct, Value or ListValue is itself, not copied. Anything
 * else, numbers that are not finite, and what is nested more than 100 deep is refused with an {@link IllegalArgumentException}.
 */
public final class Structs {
    private static final int MAX_DEPTH = 100;

    private Structs() {}

    /** A struct of the entries of a map, in its order. */
    public static Struct of(Map<String, ?> map) {
        return struct(map, 0);
    }

    /** A list of values. */
    public static ListValue listOf(Iterable<?> elements) {
        return list(elements, 0);
    }

    /** A value of an object. */
    public static Value valueOf(Object object) {
        return value(object, 0);
    }

    /** The entries of a struct as a new map of Java's objects, in its order; numbers are Doubles. */
    public static Map<String, Object> toMap(Struct struct) {
        return map(struct, 0);
    }

    /** The elements of a list as a new list of Java's objects. */
    public static List<Object> toList(ListValue list) {
        return elements(list, 0);
    }

    /**
     * What a value is in Java: null, a Boolean, Double or String, a new Map or List.
     *
     * @throws IllegalArgumentException when no kind is set
     */
    public static Object toObject(Value value) {
        return object(value, 0);
    }

    private static void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("values nested more than " + MAX_DEPTH + " deep");
        }
    }

    private static Struct struct(Map<?, ?> map, int depth) {
        checkDepth(depth);
        Struct struct = new Struct();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a key of a struct is a string, and not " + described(key));
            }
            struct.getFields().put(name, value(value, depth + 1));
        });
        return struct;
    }

    private static ListValue list(Iterable<?> elements, int depth) {
        checkDepth(depth);
        ListValue list = new ListValue();
        elements.forEach(element -> list.getValues().add(value(element, depth + 1)));
        return list;
    }

    private static Value value(Object object, int depth) {
        if (object instanceof Value value) {
            return value;
        }
        Value value = new Value();
        if (object == null) {
            return value.setNullValue(NullValue.NULL_VALUE);
        } else if (object instanceof Boolean b) {
            return value.setBoolValue(b);
        } else if (object instanceof Number number && Double.isFinite(number.doubleValue())) {
            return value.setNumberValue(number.doubleValue());
        } else if (object instanceof CharSequence text) {
            return value.setStringValue(text.toString());
        } else if (object instanceof Struct struct) {
            return value.setStructValue(struct);
        } else if (object instanceof ListValue list) {
            return value.setListValue(list);
        } else if (object instanceof Map<?, ?> map) {
            return value.setStructValue(struct(map, depth));
        } else if (object instanceof Iterable<?> elements) {
            return value.setListValue(list(elements, depth));
        } else if (object instanceof Object[] elements) {
            return value.setListValue(list(Arrays.asList(elements), depth));
        }
        throw new IllegalArgumentException("no value of JSON: " + described(object));
    }

    private static String described(Object object) {
        return object == null || object instanceof Number
                ? String.valueOf(object)
                : "an object of class " + object.getClass().getName();
    }

    private static Map<String, Object> map(Struct struct, int depth) {
        checkDepth(depth);
        Map<String, Object> map = new LinkedHashMap<>();
        struct.getFields().forEach((name, value) -> map.put(name, object(value, depth + 1)));
        return map;
    }

    private static List<Object> elements(ListValue list, int depth) {
        checkDepth(depth);
        List<Object> elements = new ArrayList<>(list.getValues().size());
        list.getValues().forEach(value -> elements.add(object(value, depth + 1)));
        return elements;
    }

    private static Object object(Value value, int depth) {
        if (value.hasNullValue()) {
            return null;
        } else if (value.hasNumberValue()) {
            return value.getNumberValue();
        } else if (value.hasStringValue()) {
            return value.getStringValue();
        } else if (value.hasBoolValue()) {
            return value.getBoolValue();
        } else if (value.hasStructValue()) {
            return map(value.getStructValue(), depth);
        } else if (value.hasListValue()) {
            return elements(value.getListValue(), depth);
        }
        throw new IllegalArgumentException("a value of which no kind is set");
    }
}

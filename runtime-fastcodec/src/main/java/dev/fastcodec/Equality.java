package dev.fastcodec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Equality, hash codes, copies and text of field values, however lists, sets, maps, byte arrays and messages are nested in them. Floating-point
 * numbers are compared by their bits, with all NaNs equal, as {@link Double#equals} does.
 */
public final class Equality {
    private static final int SHOWN_BYTES = 32;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Equality() {}

    /** Whether two values are equal by content; null is equal to an empty list, set or map. */
    public static boolean equal(Object a, Object b) {
        if (a == b) {
            return true;
        }
        if (a == null || b == null) {
            return isEmptyContainer(a == null ? b : a);
        }
        if (a instanceof byte[] x) {
            return b instanceof byte[] y && Arrays.equals(x, y);
        }
        if (a instanceof ArrayBacked<?> || a instanceof EnumList<?>) {
            return a.equals(b);
        }
        if (a instanceof List<?> x) {
            return b instanceof List<?> y && equalLists(x, y);
        }
        if (a instanceof EnumValueMap<?, ?> || b instanceof EnumValueMap<?, ?>) {
            return a.equals(b);
        }
        if (a instanceof Map<?, ?> x) {
            return b instanceof Map<?, ?> y && equalMaps(x, y);
        }
        return a.equals(b);
    }

    private static boolean isEmptyContainer(Object o) {
        return o instanceof Collection<?> c && c.isEmpty()
                || o instanceof Map<?, ?> m && m.isEmpty()
                || o instanceof ExtensionSet s && s.isEmpty();
    }

    static boolean equalLists(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        Iterator<?> other = b.iterator();
        for (Object element : a) {
            if (!equal(element, other.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalMaps(Map<?, ?> a, Map<?, ?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : a.entrySet()) {
            Object other = b.get(entry.getKey());
            if (other == null || !equal(entry.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    /** A hash code that is equal for equal values; 0 for null and what is equal to it. */
    public static int hash(Object o) {
        if (o == null || isEmptyContainer(o)) {
            return 0;
        }
        if (o instanceof byte[] bytes) {
            return Arrays.hashCode(bytes);
        }
        if (o instanceof ArrayBacked<?>) {
            return o.hashCode();
        }
        if (o instanceof List<?> list) {
            int h = 1;
            for (Object element : list) {
                h = 31 * h + hash(element);
            }
            return h;
        }
        if (o instanceof Map<?, ?> map) {
            int h = 0;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                h += hash(entry.getKey()) ^ hash(entry.getValue());
            }
            return h;
        }
        return o.hashCode();
    }

    /**
     * A deep copy: messages and this package's containers by their own {@code copy()}, other lists, sets and maps as {@link ArrayList},
     * {@link LinkedHashSet} and {@link LinkedHashMap}, byte arrays and buffers as new ones, all else as it is.
     */
    @SuppressWarnings("unchecked") // a copy is of the same type
    public static <V> V copy(V o) {
        return (V) copyOf(o);
    }

    private static Object copyOf(Object o) {
        if (o instanceof Message<?> message) {
            return message.copy();
        }
        if (o instanceof Copyable container) {
            return container.copy();
        }
        if (o instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (o instanceof ByteBuffer buffer) {
            ByteBuffer copy = ByteBuffer.allocate(buffer.remaining());
            return copy.put(buffer.duplicate()).flip();
        }
        if (o instanceof UnknownFields fields) {
            return fields.copy();
        }
        if (o instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            for (Object element : list) {
                copy.add(copyOf(element));
            }
            return copy;
        }
        if (o instanceof Set<?> set) {
            Set<Object> copy = new LinkedHashSet<>();
            for (Object element : set) {
                copy.add(copyOf(element));
            }
            return copy;
        }
        if (o instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(copyOf(key), copyOf(value)));
            return copy;
        }
        return o;
    }

    /**
     * Adds a value's text for people: strings quoted and escaped, bytes in hexadecimal, shortened when there are many, containers with their elements.
     *
     * @return {@code to}
     */
    public static StringBuilder append(StringBuilder to, Object o) {
        if (o instanceof CharSequence text) {
            return quoted(to, text);
        }
        if (o instanceof byte[] bytes) {
            return hex(to, ByteBuffer.wrap(bytes));
        }
        if (o instanceof ByteBuffer buffer) {
            return hex(to, buffer);
        }
        if (o instanceof Map<?, ?> map) {
            to.append('{');
            String separator = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                append(to.append(separator), entry.getKey()).append(": ");
                append(to, entry.getValue());
                separator = ", ";
            }
            return to.append('}');
        }
        if (o instanceof List<?> || o instanceof Set<?>) {
            to.append('[');
            String separator = "";
            for (Object element : (Iterable<?>) o) {
                append(to.append(separator), element);
                separator = ", ";
            }
            return to.append(']');
        }
        return to.append(o);
    }

    private static StringBuilder quoted(StringBuilder to, CharSequence text) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> to.append('\\').append(c);
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        to.append("\\x").append(HEX[c >> 4]).append(HEX[c & 15]);
                    } else {
                        to.append(c);
                    }
                }
            }
        }
        return to.append('"');
    }

    private static StringBuilder hex(StringBuilder to, ByteBuffer bytes) {
        int n = bytes.remaining();
        for (int i = 0; i < Math.min(n, SHOWN_BYTES); i++) {
            byte x = bytes.get(bytes.position() + i);
            to.append(HEX[x >> 4 & 15]).append(HEX[x & 15]);
        }
        return n > SHOWN_BYTES ? to.append("... (").append(n).append(" bytes)") : to.append(n == 0 ? "(0 bytes)" : "");
    }
}

package dev.fastcodec.rpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What travels beside the messages of a call: headers and trailers. Keys are visible ASCII, told apart without regard to case, and may come several
 * times; the order is kept, and the spelling too as far as the engine's wire can. A key that ends in {@code -bin} has bytes as value, every other one
 * text; an engine whose wire has less than that, as HTTP/2 has ASCII only, says so when the call is made. Mutable, not for several threads at once.
 */
public final class Metadata implements Iterable<Metadata.Entry> {
    private static final String BINARY = "-bin";

    private List<Entry> read; // null until somebody asks
    private Supplier<Metadata> source;

    /** Nothing. */
    public Metadata() {
        read = new ArrayList<>(0);
    }

    /** A copy; the bytes of values are shared. */
    public Metadata(Metadata other) {
        read = new ArrayList<>(other.entries());
    }

    private Metadata(Supplier<Metadata> source) {
        this.source = source;
    }

    /** Metadata that are read from an engine's own when they are first asked for, which for most calls is never. For engines. */
    public static Metadata lazy(Supplier<Metadata> source) {
        return new Metadata(Objects.requireNonNull(source));
    }

    private List<Entry> entries() {
        if (read == null) {
            read = source.get().entries();
            source = null;
        }
        return read;
    }

    /**
     * A key and its value.
     *
     * @param value a String, or a {@code byte[]} that is not copied, for a key that ends in {@code -bin}
     */
    public record Entry(String key, Object value) {
        /** Checks the key, and that the value is of its kind. */
        public Entry {
            checkKey(key);
            if (Metadata.isBinary(key) ? !(value instanceof byte[]) : !(value instanceof String)) {
                throw new IllegalArgumentException(
                        "value of \"" + key + "\" must be " + (Metadata.isBinary(key) ? "bytes" : "text"));
            }
        }

        /** Whether the value is bytes. */
        public boolean isBinary() {
            return value instanceof byte[];
        }

        /** The value, of a key that does not end in {@code -bin}. */
        public String text() {
            return (String) value;
        }

        /** The value, of a key that ends in {@code -bin}; not copied. */
        public byte[] bytes() {
            return (byte[]) value;
        }
    }

    private static void checkKey(String key) {
        boolean good = !key.isEmpty();
        for (int i = 0; i < key.length(); i++) {
            good &= key.charAt(i) > ' ' && key.charAt(i) < 0x7f;
        }
        if (!good) {
            throw new IllegalArgumentException("key \"" + key + "\" must be of visible ASCII characters");
        }
    }

    /** Whether values of this key are bytes. */
    public static boolean isBinary(String key) {
        return key.length() >= BINARY.length()
                && key.regionMatches(true, key.length() - BINARY.length(), BINARY, 0, BINARY.length());
    }

    /**
     * Adds a value behind those that there are.
     *
     * @throws IllegalArgumentException when the key is not visible ASCII, or ends in {@code -bin}
     */
    public Metadata add(String key, String value) {
        entries().add(new Entry(key, Objects.requireNonNull(value)));
        return this;
    }

    /**
     * Adds bytes, which are not copied, behind those that there are.
     *
     * @throws IllegalArgumentException when the key is not visible ASCII, or does not end in {@code -bin}
     */
    public Metadata add(String key, byte[] value) {
        entries().add(new Entry(key, Objects.requireNonNull(value)));
        return this;
    }

    /** Adds all of the others. */
    public Metadata addAll(Metadata other) {
        entries().addAll(other.entries());
        return this;
    }

    /** Replaces all values of the key by one. */
    public Metadata put(String key, String value) {
        Entry entry = new Entry(key, Objects.requireNonNull(value));
        remove(key);
        entries().add(entry);
        return this;
    }

    /** Replaces all values of the key by one, which is not copied. */
    public Metadata put(String key, byte[] value) {
        Entry entry = new Entry(key, Objects.requireNonNull(value));
        remove(key);
        entries().add(entry);
        return this;
    }

    /** Removes all values of the key. */
    public Metadata remove(String key) {
        entries().removeIf(e -> e.key.equalsIgnoreCase(key));
        return this;
    }

    /** The last text of the key, or null. */
    public String get(String key) {
        return last(key) instanceof String text ? text : null;
    }

    /** The last bytes of the key, not copied, or null. */
    public byte[] getBytes(String key) {
        return last(key) instanceof byte[] bytes ? bytes : null;
    }

    private Object last(String key) {
        for (int i = entries().size() - 1; i >= 0; i--) {
            Entry entry = entries().get(i);
            if (entry.key.equalsIgnoreCase(key)) {
                return entry.value;
            }
        }
        return null;
    }

    /** All texts of the key in order; empty when there is none. */
    public List<String> all(String key) {
        List<String> all = new ArrayList<>();
        for (Entry entry : entries()) {
            if (entry.key.equalsIgnoreCase(key) && entry.value instanceof String text) {
                all.add(text);
            }
        }
        return all;
    }

    /** All bytes of the key in order, not copied; empty when there are none. */
    public List<byte[]> allBytes(String key) {
        List<byte[]> all = new ArrayList<>();
        for (Entry entry : entries()) {
            if (entry.key.equalsIgnoreCase(key) && entry.value instanceof byte[] bytes) {
                all.add(bytes);
            }
        }
        return all;
    }

    /** Whether there is a value of this key. */
    public boolean has(String key) {
        return last(key) != null;
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return entries().isEmpty();
    }

    /** The number of values. */
    public int size() {
        return entries().size();
    }

    /** Keys and values in their order. */
    @Override
    public Iterator<Entry> iterator() {
        return Collections.unmodifiableList(entries()).iterator();
    }

    /** Names the keys and the texts; of bytes only how many there are. */
    @Override
    public String toString() {
        StringBuilder s = new StringBuilder("{");
        for (Entry e : entries()) {
            s.append(s.length() > 1 ? ", " : "").append(e.key).append('=');
            s.append(e.value instanceof byte[] bytes ? bytes.length + " bytes" : e.value);
        }
        return s.append('}').toString();
    }
}

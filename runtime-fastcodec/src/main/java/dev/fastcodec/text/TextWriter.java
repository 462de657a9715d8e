package dev.fastcodec.text;

import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.EnumValueMap;
import dev.fastcodec.ExtensionSet;
import dev.fastcodec.Message;
import dev.fastcodec.MessageType;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.internal.Scratch;
import dev.fastcodec.internal.Utf8;
import dev.fastcodec.schema.EnumSchema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes Protobuf's text format, a method for each field and value. Called by generated code, and by the compiler, which has messages without it. */
public final class TextWriter {
    private final TextOptions options;
    private final TypeRegistry registry;
    private byte[] b;
    private int p;
    private int depth;

    /**
     * A writer of an empty text.
     *
     * @param b an array to begin with
     * @param registry types that it knows besides the well-known ones, or null
     */
    TextWriter(byte[] b, TextOptions options, TypeRegistry registry) {
        this.b = b;
        this.options = options;
        this.registry = registry;
    }

    /** A writer of an empty text of messages whose {@code Any} is not written out. */
    public TextWriter(TextOptions options) {
        this(Scratch.take(), options, null);
    }

    /** The array that holds the text from its start up to {@link #size()}. */
    byte[] array() {
        return b;
    }

    int size() {
        return p;
    }

    private void room(long n) {
        if (b.length - p < n) {
            int size = Scratch.larger(b.length, p + n);
            if (size < 0) {
                throw new EncodeException("text of more bytes than an array can have");
            }
            b = Arrays.copyOf(b, size);
        }
    }

    private void ascii(String s) {
        int n = s.length();
        room(n);
        Utf8.ascii(b, p, s, n);
        p += n;
    }

    private void put(char c) {
        room(1);
        b[p++] = (byte) c;
    }

    private void name(String name) {
        if (!options.isSingleLine()) {
            room(2 * depth);
            Arrays.fill(b, p, p + 2 * depth, (byte) ' ');
            p += 2 * depth;
        } else if (p > 0) {
            put(' ');
        }
        ascii(name);
    }

    private void end() {
        if (!options.isSingleLine()) {
            put('\n');
        }
    }

    /** A field whose value is ASCII as it stands. */
    public void field(String name, String value) {
        name(name);
        ascii(": ");
        ascii(value);
        end();
    }

    /** Begins a message. */
    public void open(String name) {
        name(name);
        ascii(" {");
        end();
        depth++;
    }

    /** Ends a message. */
    public void close() {
        depth--;
        name("}");
        end();
    }

    /** A bool. */
    public void bool(String name, boolean v) {
        field(name, v ? "true" : "false");
    }

    /** A signed integer of 32 bits. */
    public void int32(String name, int v) {
        field(name, Integer.toString(v));
    }

    /** An unsigned integer of 32 bits. */
    public void uint32(String name, int v) {
        field(name, Integer.toUnsignedString(v));
    }

    /** A signed integer of 64 bits. */
    public void int64(String name, long v) {
        field(name, Long.toString(v));
    }

    /** An unsigned integer of 64 bits. */
    public void uint64(String name, long v) {
        field(name, Long.toUnsignedString(v));
    }

    /** A number of single precision. */
    public void float32(String name, float v) {
        field(name, RealText.of(v));
    }

    /** A number of double precision. */
    public void float64(String name, double v) {
        field(name, RealText.of(v));
    }

    /** A string, which must have no unpaired surrogate. */
    public void string(String name, String v) {
        quoted(name, Utf8.bytes(v), options.escapesNonAscii());
    }

    /** A string that may stand for bytes that are no UTF-8. */
    public void lenientString(String name, String v) {
        byte[] bytes = Utf8.lenientBytes(v);
        quoted(name, bytes, options.escapesNonAscii() || !Utf8.isValid(bytes, 0, bytes.length));
    }

    /** Bytes. */
    public void bytes(String name, byte[] v) {
        quoted(name, v, true);
    }

    void quoted(String name, byte[] v, boolean escaped) {
        name(name);
        room(4L + (long) TextStrings.MOST_BYTES_OF_ESCAPE * v.length);
        ascii(": \"");
        p = TextStrings.escape(v, escaped, b, p);
        put('"');
        end();
    }

    /** An enum by its name, or its number if it has none. */
    public void enumeration(String name, EnumSchema type, int v) {
        byte[] known = type.name(v);
        if (known == null) {
            int32(name, v);
            return;
        }
        name(name);
        ascii(": ");
        room(known.length);
        System.arraycopy(known, 0, b, p, known.length);
        p += known.length;
        end();
    }

    /** The entries of a map by key: text by its UTF-8, numbers by value, false before true. */
    public static <K extends Comparable<K>, V> List<Map.Entry<K, V>> sorted(Map<K, V> map) {
        return sorted(
                map,
                (x, y) -> x instanceof String s && y instanceof String t
                        ? Arrays.compareUnsigned(Utf8.lenientBytes(s), Utf8.lenientBytes(t))
                        : x.compareTo(y));
    }

    /** The entries of a map whose keys are unsigned integers of 32 bits. */
    public static <V> List<Map.Entry<Integer, V>> sortedUnsigned32(Map<Integer, V> map) {
        return sorted(map, Integer::compareUnsigned);
    }

    /** The entries of a map whose keys are unsigned integers of 64 bits. */
    public static <V> List<Map.Entry<Long, V>> sortedUnsigned64(Map<Long, V> map) {
        return sorted(map, Long::compareUnsigned);
    }

    /** The entries of a map of enums with their numbers. */
    @SuppressWarnings("unchecked") // its keys are what they are, and its values are kept as numbers
    public static <K> Map<K, Integer> numbers(EnumValueMap<K, ?> map) {
        return (Map<K, Integer>) (Map<?, ?>) map.numbers();
    }

    private static <K, V> List<Map.Entry<K, V>> sorted(Map<K, V> map, Comparator<K> order) {
        return map.entrySet().stream().sorted(Map.Entry.comparingByKey(order)).toList();
    }

    /** The extensions whose numbers are from {@code first} to {@code last}. */
    public void extensions(ExtensionSet extensions, int first, int last) {
        TextExtensions.write(this, extensions, first, last);
    }

    /**
     * Writes the content of an {@code Any} out, if its type is known and its bytes are what that asks for.
     *
     * @return whether it did
     */
    public boolean any(String typeUrl, byte[] value) {
        // Without an address nobody could read it back.
        int slash = typeUrl.lastIndexOf('/');
        MessageType<?> type = slash <= 0 ? null : TypeRegistry.message(registry, typeUrl);
        return type != null && type.text() != null && any(type, typeUrl, value);
    }

    private <M extends Message<M>> boolean any(MessageType<M> type, String typeUrl, byte[] value) {
        M content;
        try {
            content = type.proto().with(registry).decode(value);
        } catch (DecodeException e) {
            return false;
        }
        open("[" + typeUrl + "]");
        message(type, content);
        close();
        return true;
    }

    /** Writes a message of a type that is known by its registry. */
    <M extends Message<M>> void message(MessageType<M> type, M message) {
        ((GeneratedTextCodec<M>) type.text()).write(this, message);
    }

    /** The fields that are not declared, if there are any. */
    public void unknown(UnknownFields fields) {
        if (fields != null && options.hasUnknownFields()) {
            UnknownText.write(this, fields);
        }
    }

    /** The bytes of a field that is not declared, written as a message if they read as one. */
    public void unknown(String name, byte[] value) {
        if (options.hasUnknownFields()) {
            UnknownText.write(this, name, value);
        }
    }

    /** What was written so far. */
    @Override
    public String toString() {
        return new String(b, 0, p, StandardCharsets.UTF_8);
    }
}

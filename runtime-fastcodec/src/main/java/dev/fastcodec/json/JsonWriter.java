package dev.fastcodec.json;

import dev.fastcodec.BoolList;
import dev.fastcodec.ByteList;
import dev.fastcodec.BytesList;
import dev.fastcodec.DoubleList;
import dev.fastcodec.EncodeException;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.ShortList;
import dev.fastcodec.StringList;
import dev.fastcodec.internal.Scratch;
import dev.fastcodec.internal.Utf8;
import dev.fastcodec.schema.EnumSchema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes JSON to an array. Called by generated code. Objects and arrays are written with a comma before each member, also before the first, whose comma
 * {@link #endObject} and {@link #endArray} turn into the opening brace or bracket. Static methods write where there is room; the others make it, and leave room
 * for one byte more.
 */
public sealed class JsonWriter permits ProtoJsonWriter {
    static final int MOST_INT = 11;
    static final int MOST_LONG = 20;
    static final int MOST_DOUBLE = 25;

    /** The array, with the bytes written so far at its start. */
    public byte[] b;

    private final boolean enumsAsNumbers;
    private final boolean originalNames;

    /** A writer to an array that is its own from now on. */
    public JsonWriter(byte[] b, JsonOptions options) {
        this.b = b;
        this.enumsAsNumbers = options.hasEnumsAsNumbers();
        this.originalNames = options.hasOriginalNames();
    }

    /**
     * Makes room for {@code need} bytes from {@code p} on.
     *
     * @return the array, which is {@link #b} too
     * @throws EncodeException when no array is large enough
     */
    public final byte[] grow(int p, long need) {
        if (need <= b.length - p) {
            return b;
        }
        int size = Scratch.larger(b.length, p + need);
        if (size < 0) {
            throw new EncodeException("text of more bytes than an array holds");
        }
        b = Arrays.copyOf(b, size);
        return b;
    }

    /** Writes text: each character stands for the byte of its code. */
    public static int put(byte[] b, int p, String text) {
        int n = text.length();
        Utf8.ascii(b, p, text, n);
        return p + n;
    }

    /** Ends an object whose first comma, if any, is at {@code start}. */
    public final int endObject(int start, int p) {
        return end(start, p, '{', '}');
    }

    /** Ends an array whose first comma, if any, is at {@code start}. */
    public final int endArray(int start, int p) {
        return end(start, p, '[', ']');
    }

    private int end(int start, int p, char open, char close) {
        byte[] b = grow(p, 3);
        if (p == start) {
            p++;
        }
        b[start] = (byte) open;
        b[p++] = (byte) close;
        return p;
    }

    /** Writes a closing brace or bracket. */
    public final int close(int p, char close) {
        grow(p, 2)[p] = (byte) close;
        return p + 1;
    }

    // ---- single values

    /** Writes {@code true} or {@code false}. */
    public static int bool(byte[] b, int p, boolean x) {
        return put(b, p, x ? "true" : "false");
    }

    /** Writes 1 or 0. */
    public static int bit(byte[] b, int p, boolean x) {
        b[p++] = (byte) (x ? '1' : '0');
        return p;
    }

    /** Writes an integer of up to 32 bits. */
    public static int i32(byte[] b, int p, int x) {
        return JsonDigits.write(b, p, x);
    }

    /** Writes an integer of 64 bits. */
    public static int i64(byte[] b, int p, long x) {
        return JsonDigits.write(b, p, x);
    }

    /** Writes a number as {@link Double#toString(double)} has it; NaN and the infinities in quotes. */
    public static int float64(byte[] b, int p, double x) {
        return JsonDigits.write(b, p, x);
    }

    /** Writes a UUID in quotes. */
    public static int uuid(byte[] b, int p, UUID x) {
        return quote(b, put(b, quote(b, p), x.toString()));
    }

    static int quote(byte[] b, int p) {
        b[p] = '"';
        return p + 1;
    }

    /** Writes a name where there is room for it and eight bytes more. */
    public final int name(byte[] b, int p, JsonName name) {
        return chosen(name).put(b, p);
    }

    /** Writes a name and a string, and makes room for both. */
    public final int string(byte[] b, int p, JsonName name, String x) {
        name = chosen(name);
        int need = name.size() + JsonStrings.ROOM;
        if (b.length - p < need) {
            b = grow(p, need);
        }
        int q = JsonStrings.write(b, p, name, x);
        return q < 0 ? longString(p + name.size(), x) : q;
    }

    private JsonName chosen(JsonName name) {
        return originalNames && name.original() != null ? name.original() : name;
    }

    /** Writes a string, and makes room for it. */
    public final int string(byte[] b, int p, String x) {
        return string(b, p, JsonName.NONE, x);
    }

    private int longString(int p, String x) {
        int q = JsonStrings.write(grow(p, Math.max(JsonStrings.ROOM, x.length() + 3L)), p, JsonName.NONE, x);
        return q < 0 ? pieces(p, x) : q;
    }

    /** Writes a string of several short ones. */
    private int pieces(int p, String x) {
        grow(p, 1)[p++] = '"';
        int n = x.length();
        for (int from = 0, to; from < n; from = to) {
            to = Math.min(n, from + JsonStrings.MOST_SHORT);
            if (to < n && Character.isHighSurrogate(x.charAt(to - 1))) {
                to--;
            }
            byte[] b = grow(p, JsonStrings.ROOM);
            byte before = b[p - 1];
            int q = JsonStrings.write(b, p - 1, JsonName.NONE, x.substring(from, to));
            // no quotes in between
            b[p - 1] = before;
            p = q - 1;
        }
        return quote(b, p);
    }

    /** Writes bytes in Base64 with padding, and makes room for it. */
    public final int bytes(byte[] b, int p, byte[] x) {
        return base64(b, p, x, true);
    }

    /** Writes bytes in Base64 without padding, and makes room for it. */
    public final int unpadded(byte[] b, int p, byte[] x) {
        return base64(b, p, x, false);
    }

    private int base64(byte[] b, int p, byte[] x, boolean padded) {
        long need = 3 + Base64.size(x.length);
        if (b.length - p < need) {
            b = grow(p, need);
        }
        return quote(b, Base64.encode(b, quote(b, p), x, padded));
    }

    /** Writes bytes as if they were text; what is not UTF-8 becomes U+FFFD. */
    public final int text(byte[] b, int p, byte[] x) {
        return string(b, p, new String(x, StandardCharsets.UTF_8));
    }

    /** Writes an enum by its name, or its number when it has none or numbers are wanted, and makes room for it. */
    public final int enumeration(byte[] b, int p, EnumSchema type, int x) {
        byte[] name = enumsAsNumbers ? null : type.quotedName(x);
        if (name == null) {
            return i32(grow(p, MOST_INT + 1), p, x);
        }
        if (b.length - p <= name.length) {
            b = grow(p, name.length + 1);
        }
        System.arraycopy(name, 0, b, p, name.length);
        return p + name.length;
    }

    // ---- keys of objects that are not strings

    /** Writes a bool as a key. */
    public static int boolKey(byte[] b, int p, boolean x) {
        return put(b, p, x ? "\"true\"" : "\"false\"");
    }

    /** Writes 1 or 0 as a key. */
    public static int bitKey(byte[] b, int p, boolean x) {
        return quote(b, bit(b, quote(b, p), x));
    }

    /** Writes an integer of up to 32 bits as a key. */
    public static int i32Key(byte[] b, int p, int x) {
        return quote(b, i32(b, quote(b, p), x));
    }

    /** Writes an integer of 64 bits as a key. */
    public static int i64Key(byte[] b, int p, long x) {
        return quote(b, i64(b, quote(b, p), x));
    }

    /** Writes a number as a key. */
    public static int float64Key(byte[] b, int p, double x) {
        return Double.isFinite(x) ? quote(b, float64(b, quote(b, p), x)) : float64(b, p, x);
    }

    /** Writes an enum as a key, by name or number, and makes room for it. */
    public final int enumerationKey(byte[] b, int p, EnumSchema type, int x) {
        if (!enumsAsNumbers && type.name(x) != null) {
            return enumeration(b, p, type, x);
        }
        return i32Key(grow(p, MOST_INT + 3), p, x);
    }

    // ---- the elements of lists, each with a comma in front

    /** Writes the elements of a list of bools. */
    public final int bools(int p, BoolList x) {
        byte[] b = grow(p, 6L * x.size());
        for (int i = 0; i < x.size(); i++) {
            p = put(b, p, x.at(i) ? ",true" : ",false");
        }
        return p;
    }

    /** Writes the elements of a list of bools as 1 and 0. */
    public final int bits(int p, BoolList x) {
        byte[] b = grow(p, 2L * x.size());
        for (int i = 0; i < x.size(); i++) {
            b[p++] = ',';
            p = bit(b, p, x.at(i));
        }
        return p;
    }

    /** Writes the elements of a list of 8-bit numbers. */
    public final int i8s(int p, ByteList x) {
        byte[] b = grow(p, (MOST_INT + 1L) * x.size());
        for (int i = 0; i < x.size(); i++) {
            b[p++] = ',';
            p = i32(b, p, x.at(i));
        }
        return p;
    }

    /** Writes the elements of a list of 16-bit numbers. */
    public final int i16s(int p, ShortList x) {
        byte[] b = grow(p, (MOST_INT + 1L) * x.size());
        for (int i = 0; i < x.size(); i++) {
            b[p++] = ',';
            p = i32(b, p, x.at(i));
        }
        return p;
    }

    /** Writes the elements of a list of 32-bit numbers. */
    public final int i32s(int p, IntList x) {
        byte[] b = grow(p, (MOST_INT + 1L) * x.size());
        for (int i = 0; i < x.size(); i++) {
            b[p++] = ',';
            p = i32(b, p, x.at(i));
        }
        return p;
    }

    /** Writes the elements of a list of 64-bit numbers. */
    public final int i64s(int p, LongList x) {
        byte[] b = grow(p, (MOST_LONG + 1L) * x.size());
        for (int i = 0; i < x.size(); i++) {
            b[p++] = ',';
            p = i64(b, p, x.at(i));
        }
        return p;
    }

    /** Writes the elements of a list of doubles. */
    public int doubles(int p, DoubleList x) {
        byte[] b = grow(p, (MOST_DOUBLE + 1L) * x.size());
        for (int i = 0; i < x.size(); i++) {
            b[p++] = ',';
            p = float64(b, p, x.at(i));
        }
        return p;
    }

    /** Writes the elements of a list of strings. */
    public final int strings(int p, StringList x) {
        for (int i = 0; i < x.size(); i++) {
            p = string(b, p, JsonName.COMMA, x.get(i));
        }
        return p;
    }

    /** Writes the elements of a list of bytes in Base64 with padding. */
    public final int binaries(int p, BytesList x) {
        for (int i = 0; i < x.size(); i++) {
            p = bytes(b, comma(p), x.get(i));
        }
        return p;
    }

    /** Writes the elements of a list of bytes in Base64 without padding. */
    public final int unpaddeds(int p, BytesList x) {
        for (int i = 0; i < x.size(); i++) {
            p = unpadded(b, comma(p), x.get(i));
        }
        return p;
    }

    /** Writes the elements of a list of bytes as if they were text. */
    public final int texts(int p, BytesList x) {
        for (int i = 0; i < x.size(); i++) {
            p = text(b, comma(p), x.get(i));
        }
        return p;
    }

    /** Writes the elements of a list of enums. */
    public final int enumerations(int p, EnumSchema type, IntList x) {
        for (int i = 0; i < x.size(); i++) {
            p = enumeration(b, comma(p), type, x.at(i));
        }
        return p;
    }

    /** Writes a comma. */
    final int comma(int p) {
        grow(p, 1)[p] = ',';
        return p + 1;
    }
}

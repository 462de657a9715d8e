package dev.fastcodec.json;

import dev.fastcodec.DoubleList;
import dev.fastcodec.EncodeException;
import dev.fastcodec.ExtensionSet;
import dev.fastcodec.FloatList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.TypeRegistry;

/** Writes the JSON of Protobuf to an array. Called by generated code. */
public final class ProtoJsonWriter extends JsonWriter {
    private static final int MOST_FLOAT = 16;
    private static final int MOST_TEXT = MOST_LONG + 2;
    private static final int MOST_NESTED = 100;

    /** Whether fields without presence are written also when they are zero or empty. */
    public final boolean all;
    /** What an {@code Any} may hold; may be null. */
    final TypeRegistry types;

    private int nested;

    /**
     * A writer to an array that is its own from now on.
     *
     * @param types may be null
     */
    public ProtoJsonWriter(byte[] b, JsonOptions options, TypeRegistry types) {
        super(b, options);
        this.all = options.printsFieldsWithoutPresence();
        this.types = types;
    }

    /** Begins the message in an {@code Any}, of which there may be so many in one another as a reader takes. */
    void enterAny() {
        if (++nested > MOST_NESTED) {
            throw new EncodeException("messages of type Any nested more than " + MOST_NESTED + " deep");
        }
    }

    void leaveAny() {
        nested--;
    }

    /** Writes the brackets of an empty list or the braces of an empty map. */
    public int none(int p, String brackets) {
        return put(grow(p, 3), p, brackets);
    }

    /** Writes extensions, each with a comma in front. */
    public int extensions(int p, ExtensionSet extensions) {
        return ExtensionJson.write(this, p, extensions);
    }

    // ---- single values

    /** Writes an unsigned integer of 32 bits. */
    public static int u32(byte[] b, int p, int x) {
        return JsonDigits.write(b, p, Integer.toUnsignedLong(x));
    }

    /** Writes an integer of 64 bits in quotes. */
    public static int i64Text(byte[] b, int p, long x) {
        return quote(b, JsonDigits.write(b, quote(b, p), x));
    }

    /** Writes an unsigned integer of 64 bits in quotes. */
    public static int u64Text(byte[] b, int p, long x) {
        p = quote(b, p);
        if (x >= 0) {
            p = JsonDigits.write(b, p, x);
        } else {
            long tenth = Long.divideUnsigned(x, 10);
            p = JsonDigits.write(b, p, tenth);
            b[p++] = (byte) ('0' + x - tenth * 10);
        }
        return quote(b, p);
    }

    /** Writes a number of double precision with as few digits as tell it from others; NaN and the infinities in quotes. */
    public static int float64(byte[] b, int p, double x) {
        int whole = (int) x;
        if (whole == x && Math.abs(x) < JsonDigits.PLAIN && (whole != 0 || 1 / x > 0)) {
            return put(b, JsonDigits.write(b, p, whole), ".0");
        } else if (Double.isFinite(x)) {
            return x == 0 ? put(b, p, "-0.0") : ShortestDecimal.write(b, p, x);
        }
        return quote(b, put(b, quote(b, p), Double.toString(x)));
    }

    /** Writes a number of single precision with as few digits as tell it from others; NaN and the infinities in quotes. */
    public static int float32(byte[] b, int p, float x) {
        int whole = (int) x;
        if (whole == x && Math.abs(x) < JsonDigits.PLAIN && (whole != 0 || 1 / x > 0)) {
            return put(b, JsonDigits.write(b, p, whole), ".0");
        } else if (Float.isFinite(x)) {
            return x == 0 ? put(b, p, "-0.0") : ShortestDecimal.write(b, p, x);
        }
        return quote(b, put(b, quote(b, p), Float.toString(x)));
    }

    /** Writes a {@code NullValue}: null, or the number when it is another. */
    public static int nullValue(byte[] b, int p, int x) {
        return x == 0 ? put(b, p, "null") : i32(b, p, x);
    }

    // ---- keys of objects that are not strings; integers of 64 bits are in quotes anyway

    /** Writes an unsigned integer of 32 bits as a key. */
    public static int u32Key(byte[] b, int p, int x) {
        return quote(b, u32(b, quote(b, p), x));
    }

    // ---- the elements of lists, each with a comma in front

    /** Writes the elements of a list of unsigned 32-bit numbers. */
    public int u32s(int p, IntList x) {
        byte[] b = grow(p, (MOST_INT + 1L) * x.size());
        for (int i = 0; i < x.size(); i++) {
            b[p++] = ',';
            p = u32(b, p, x.at(i));
        }
        return p;
    }

    /** Writes the elements of a list of 64-bit numbers, each in quotes. */
    public int i64Texts(int p, LongList x) {
        byte[] b = grow(p, (MOST_TEXT + 1L) * x.size());
        for (int i = 0; i < x.size(); i++) {
            b[p++] = ',';
            p = i64Text(b, p, x.at(i));
        }
        return p;
    }

    /** Writes the elements of a list of unsigned 64-bit numbers, each in quotes. */
    public int u64Texts(int p, LongList x) {
        byte[] b = grow(p, (MOST_TEXT + 1L) * x.size());
        for (int i = 0; i < x.size(); i++) {
            b[p++] = ',';
            p = u64Text(b, p, x.at(i));
        }
        return p;
    }

    /** Writes the elements of a list of numbers of single precision. */
    public int floats(int p, FloatList x) {
        byte[] b = grow(p, (MOST_FLOAT + 1L) * x.size());
        for (int i = 0; i < x.size(); i++) {
            b[p++] = ',';
            p = float32(b, p, x.at(i));
        }
        return p;
    }

    @Override
    public int doubles(int p, DoubleList x) {
        byte[] b = grow(p, (MOST_DOUBLE + 1L) * x.size());
        for (int i = 0; i < x.size(); i++) {
            b[p++] = ',';
            p = float64(b, p, x.at(i));
        }
        return p;
    }

    /** Writes the elements of a list of {@code NullValue}. */
    public int nullValues(int p, IntList x) {
        byte[] b = grow(p, (MOST_INT + 1L) * x.size());
        for (int i = 0; i < x.size(); i++) {
            b[p++] = ',';
            p = nullValue(b, p, x.at(i));
        }
        return p;
    }
}

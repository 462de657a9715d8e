package dev.fastcodec.thrift;

import dev.fastcodec.BoolList;
import dev.fastcodec.ByteList;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DoubleList;
import dev.fastcodec.EncodeException;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.ShortList;
import dev.fastcodec.StringList;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.internal.Utf8;
import dev.fastcodec.internal.Varints;
import dev.fastcodec.internal.Views;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * Writes the Thrift Compact protocol. Called by generated code.
 *
 * <p>The static methods write one value from index {@code p} on and give the index behind it. They may leave up to 8 bytes of garbage there, so the
 * caller keeps that much room beyond the value's own. The instance methods make their own room: after each, {@link #b} is the array.
 */
public final class CompactWriter extends ThriftWriter {
    /** From so many numbers on, copying them in bulk is faster than one by one. */
    private static final int BULK = 64;

    private static final int VARINT64 = 10;
    /** So many characters take one byte for their length, whatever they are. */
    private static final int SHORT = 42;

    private static final int TRUE = 1;
    private static final int FALSE = 2;

    /** The id of the last field of a chunk of fields, between the methods that write the chunks of one struct. */
    public int last;

    /** A writer into an array from its start on. */
    public CompactWriter(byte[] b) {
        super(b);
    }

    /**
     * A field's header: one byte when the id is 1 to 15 above the last, else the id in full.
     *
     * @param lastId the id of the field before it, 0 at first
     * @param compactType the type's code in Compact; for a bool, 1 is true and 2 is false and no value follows
     */
    public static int header(byte[] b, int p, int lastId, int id, int compactType) {
        int delta = id - lastId;
        if (delta > 0 && delta <= 15) {
            b[p] = (byte) (delta << 4 | compactType);
            return p + 1;
        }
        b[p] = (byte) compactType;
        return i32(b, p + 1, id);
    }

    /** An unsigned varint of 32 bits. */
    public static int varint32(byte[] b, int p, int v) {
        if ((v & ~0x7f) == 0) {
            b[p] = (byte) v;
            return p + 1;
        }
        long x = v & 0xffffffffL;
        int n = Varints.size(x);
        Views.LE_LONG.set(b, p, Varints.spread(x) | Varints.CONTINUED >>> 72 - 8 * n);
        return p + n;
    }

    /** An unsigned varint of 64 bits. */
    public static int varint64(byte[] b, int p, long v) {
        if ((v & ~0x7f) == 0) {
            b[p] = (byte) v;
            return p + 1;
        }
        int n = Varints.size(v);
        long x = Varints.spread(v);
        if (n > 8) {
            Views.LE_LONG.set(b, p, x | Varints.CONTINUED);
            int top = (int) (v >>> 56);
            if (n == VARINT64) {
                b[p + 9] = 1;
                top |= 0x80;
            }
            b[p + 8] = (byte) top;
        } else {
            Views.LE_LONG.set(b, p, x | Varints.CONTINUED >>> 72 - 8 * n);
        }
        return p + n;
    }

    /** A bool that is an element, key or value. */
    public static int bool(byte[] b, int p, boolean v) {
        b[p] = (byte) (v ? TRUE : FALSE);
        return p + 1;
    }

    /** The lowest 8 bits. */
    public static int i8(byte[] b, int p, int v) {
        b[p] = (byte) v;
        return p + 1;
    }

    /** A number of 16 bits. */
    public static int i16(byte[] b, int p, int v) {
        return i32(b, p, v);
    }

    /** A number of 32 bits. */
    public static int i32(byte[] b, int p, int v) {
        return varint32(b, p, v << 1 ^ v >> 31);
    }

    /** A number of 64 bits. */
    public static int i64(byte[] b, int p, long v) {
        return varint64(b, p, v << 1 ^ v >> 63);
    }

    /** A number of double precision, least significant byte first. */
    public static int float64(byte[] b, int p, double v) {
        Views.LE_LONG.set(b, p, Double.doubleToRawLongBits(v));
        return p + 8;
    }

    /** A string with its length, for which the caller keeps three bytes per character and 5. */
    public static int string(byte[] b, int p, String s) {
        if (s.length() > SHORT) {
            return longString(b, p, s);
        }
        int q = Utf8.forward(b, p + 1, s);
        b[p] = (byte) (q - p - 1);
        return q;
    }

    private static int longString(byte[] b, int p, String s) {
        // the content goes where it belongs if it is ASCII, and is moved when its length turns out to take more bytes
        int guess = Varints.size(s.length());
        int q = Utf8.forward(b, p + guess, s);
        int n = q - p - guess;
        int size = Varints.size(n);
        if (size != guess) {
            System.arraycopy(b, p + guess, b, p + size, n);
        }
        for (int i = 1; i < size; i++) {
            b[p++] = (byte) (n | 0x80);
            n >>>= 7;
        }
        b[p] = (byte) n;
        return q + size - guess;
    }

    /** A string that is known to be ASCII, with its length. */
    public static int ascii(byte[] b, int p, String s) {
        int n = s.length();
        p = varint32(b, p, n);
        Utf8.ascii(b, p, s, n);
        return p + n;
    }

    /** Whether a string that took so many bytes with its length is ASCII. */
    public static boolean wasAscii(int bytes, String s) {
        int n = s.length();
        return bytes == n + Varints.size(n);
    }

    /** A UUID, 16 bytes. */
    public static int uuid(byte[] b, int p, UUID v) {
        return BinaryWriter.uuid(b, p, v);
    }

    /**
     * The header of a list or set.
     *
     * @param elementType the type's code in the Binary protocol
     */
    public static int list(byte[] b, int p, int elementType, int count) {
        int code = TType.toCompact(elementType);
        if (count < 15) {
            b[p] = (byte) (count << 4 | code);
            return p + 1;
        }
        b[p] = (byte) (0xf0 | code);
        return varint32(b, p + 1, count);
    }

    /**
     * The header of a map.
     *
     * @param keyType the type's code in the Binary protocol, as {@code valueType}
     */
    public static int map(byte[] b, int p, int keyType, int valueType, int count) {
        p = varint32(b, p, count);
        if (count > 0) {
            b[p++] = (byte) (TType.toCompact(keyType) << 4 | TType.toCompact(valueType));
        }
        return p;
    }

    @Override
    int length(int p, int n) {
        return varint32(b, p, n);
    }

    @Override
    int list(int p, int elementType, int count) {
        return list(grow(p, HEADER + SLACK), p, elementType, count);
    }

    /** A list of bools with its header. */
    public int bools(int p, BoolList v) {
        int n = v.size();
        byte[] b = grow(p, HEADER + SLACK + (long) n);
        p = list(b, p, TType.BOOL, n);
        boolean[] a = v.array();
        for (int i = 0; i < n; i++) {
            b[p + i] = (byte) (a[i] ? TRUE : FALSE);
        }
        return p + n;
    }

    /** A list of bytes with its header. */
    public int i8s(int p, ByteList v) {
        int n = v.size();
        byte[] b = grow(p, HEADER + SLACK + (long) n);
        p = list(b, p, TType.I8, n);
        System.arraycopy(v.array(), 0, b, p, n);
        return p + n;
    }

    /** A list of 16-bit numbers with its header. */
    public int i16s(int p, ShortList v) {
        int n = v.size();
        byte[] b = grow(p, HEADER + SLACK + 3L * n);
        p = list(b, p, TType.I16, n);
        short[] a = v.array();
        for (int i = 0; i < n; i++) {
            p = i16(b, p, a[i]);
        }
        return p;
    }

    /** A list of 32-bit numbers or enums with its header. */
    public int i32s(int p, IntList v) {
        int n = v.size();
        byte[] b = grow(p, HEADER + SLACK + 5L * n);
        p = list(b, p, TType.I32, n);
        int[] a = v.array();
        for (int i = 0; i < n; i++) {
            p = i32(b, p, a[i]);
        }
        return p;
    }

    /** A list of 64-bit numbers with its header. */
    public int i64s(int p, LongList v) {
        int n = v.size();
        byte[] b = grow(p, HEADER + SLACK + (long) VARINT64 * n);
        p = list(b, p, TType.I64, n);
        long[] a = v.array();
        for (int i = 0; i < n; i++) {
            p = i64(b, p, a[i]);
        }
        return p;
    }

    /** A list of doubles with its header. */
    public int doubles(int p, DoubleList v) {
        int n = v.size();
        byte[] b = grow(p, HEADER + SLACK + 8L * n);
        p = list(b, p, TType.DOUBLE, n);
        double[] a = v.array();
        if (n >= BULK) {
            ByteBuffer.wrap(b, p, 8 * n)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .put(a, 0, n);
        } else {
            for (int i = 0; i < n; i++) {
                float64(b, p + 8 * i, a[i]);
            }
        }
        return p + 8 * n;
    }

    /** A list of strings with its header. Finds out whether all are ASCII. */
    public int strings(int p, StringList v) {
        int count = v.size();
        p = list(grow(p, HEADER + SLACK), p, TType.STRING, count);
        boolean known = v.ascii();
        boolean all = true;
        String[] a = v.array();
        for (int i = 0; i < count; i++) {
            String s = a[i];
            int n = s.length();
            byte[] b = grow(p, HEADER + SLACK + (known ? n : 3L * n));
            int q = known ? ascii(b, p, s) : string(b, p, s);
            all &= wasAscii(q - p, s);
            p = q;
        }
        if (all && !known) {
            v.ascii(true);
        }
        return p;
    }

    /**
     * Unknown fields, which are kept as Binary, as Compact; null for none.
     *
     * @param lastId the id of the last field that was written, 0 when there was none
     */
    public int unknown(int p, int lastId, UnknownFields u) {
        if (u == null) {
            return p;
        }
        try {
            return new BinaryToCompact(this, u.array(), u.size()).fields(p, lastId);
        } catch (DecodeException | IndexOutOfBoundsException e) {
            throw new EncodeException("unknown fields that are not Thrift Binary", e);
        }
    }
}

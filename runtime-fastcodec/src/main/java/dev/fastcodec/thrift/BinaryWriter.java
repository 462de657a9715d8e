package dev.fastcodec.thrift;

import dev.fastcodec.BoolList;
import dev.fastcodec.ByteList;
import dev.fastcodec.DoubleList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.ShortList;
import dev.fastcodec.StringList;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.internal.Utf8;
import dev.fastcodec.internal.Views;
import java.util.UUID;

/**
 * Writes the Thrift Binary protocol. Called by generated code.
 *
 * <p>The static methods write one value from index {@code p} on and give the index behind it. They may leave up to 8 bytes of garbage there, so the
 * caller keeps that much room beyond the value's own. The instance methods make their own room: after each, {@link #b} is the array.
 */
public final class BinaryWriter extends ThriftWriter {
    /** A writer into an array from its start on. */
    public BinaryWriter(byte[] b) {
        super(b);
    }

    /**
     * A field's header: one store of four bytes, the last of which the value overwrites.
     *
     * @param typeAndId the type shifted left by 24, and the id shifted left by 8 and cut to its 16 bits
     */
    public static int header(byte[] b, int p, int typeAndId) {
        Views.BE_INT.set(b, p, typeAndId);
        return p + 3;
    }

    /** A bool. */
    public static int bool(byte[] b, int p, boolean v) {
        b[p] = (byte) (v ? 1 : 0);
        return p + 1;
    }

    /** The lowest 8 bits. */
    public static int i8(byte[] b, int p, int v) {
        b[p] = (byte) v;
        return p + 1;
    }

    /** The lowest 16 bits. */
    public static int i16(byte[] b, int p, int v) {
        Views.BE_SHORT.set(b, p, (short) v);
        return p + 2;
    }

    /** A number of 32 bits. */
    public static int i32(byte[] b, int p, int v) {
        Views.BE_INT.set(b, p, v);
        return p + 4;
    }

    /** A number of 64 bits. */
    public static int i64(byte[] b, int p, long v) {
        Views.BE_LONG.set(b, p, v);
        return p + 8;
    }

    /** A number of double precision. */
    public static int float64(byte[] b, int p, double v) {
        return i64(b, p, Double.doubleToRawLongBits(v));
    }

    /** A string with its length, for which the caller keeps three bytes per character and 4. */
    public static int string(byte[] b, int p, String s) {
        int q = Utf8.forward(b, p + 4, s);
        i32(b, p, q - p - 4);
        return q;
    }

    /** A string that is known to be ASCII, with its length. */
    public static int ascii(byte[] b, int p, String s) {
        int n = s.length();
        i32(b, p, n);
        Utf8.ascii(b, p + 4, s, n);
        return p + 4 + n;
    }

    /** Whether a string that took so many bytes with its length is ASCII. */
    public static boolean wasAscii(int bytes, String s) {
        return bytes == s.length() + 4;
    }

    /** A UUID, 16 bytes. */
    public static int uuid(byte[] b, int p, UUID v) {
        i64(b, p, v.getMostSignificantBits());
        return i64(b, p + 8, v.getLeastSignificantBits());
    }

    /** The header of a list or set. */
    public static int list(byte[] b, int p, int elementType, int count) {
        b[p] = (byte) elementType;
        return i32(b, p + 1, count);
    }

    /** The header of a map. */
    public static int map(byte[] b, int p, int keyType, int valueType, int count) {
        b[p] = (byte) keyType;
        b[p + 1] = (byte) valueType;
        return i32(b, p + 2, count);
    }

    @Override
    int length(int p, int n) {
        return i32(b, p, n);
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
            b[p + i] = (byte) (a[i] ? 1 : 0);
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
        byte[] b = grow(p, HEADER + SLACK + 2L * n);
        p = list(b, p, TType.I16, n);
        short[] a = v.array();
        for (int i = 0; i < n; i++) {
            i16(b, p + 2 * i, a[i]);
        }
        return p + 2 * n;
    }

    /** A list of 32-bit numbers or enums with its header. */
    public int i32s(int p, IntList v) {
        int n = v.size();
        byte[] b = grow(p, HEADER + SLACK + 4L * n);
        p = list(b, p, TType.I32, n);
        int[] a = v.array();
        for (int i = 0; i < n; i++) {
            i32(b, p + 4 * i, a[i]);
        }
        return p + 4 * n;
    }

    /** A list of 64-bit numbers with its header. */
    public int i64s(int p, LongList v) {
        int n = v.size();
        byte[] b = grow(p, HEADER + SLACK + 8L * n);
        p = list(b, p, TType.I64, n);
        long[] a = v.array();
        for (int i = 0; i < n; i++) {
            i64(b, p + 8 * i, a[i]);
        }
        return p + 8 * n;
    }

    /** A list of doubles with its header. */
    public int doubles(int p, DoubleList v) {
        int n = v.size();
        byte[] b = grow(p, HEADER + SLACK + 8L * n);
        p = list(b, p, TType.DOUBLE, n);
        double[] a = v.array();
        for (int i = 0; i < n; i++) {
            float64(b, p + 8 * i, a[i]);
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

    /** Unknown fields as they are; null for none. */
    public int unknown(int p, UnknownFields u) {
        if (u == null) {
            return p;
        }
        int n = u.size();
        System.arraycopy(u.array(), 0, grow(p, n), p, n);
        return p + n;
    }
}

package dev.fastcodec.thrift;

import dev.fastcodec.BoolList;
import dev.fastcodec.DoubleList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.ShortList;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.internal.Views;
import java.util.UUID;

/** Reads the Thrift Binary protocol from an array. Called by generated code. */
public final class BinaryReader extends ThriftReader {
    private static final int HEADER = 3;

    /**
     * A reader at the outermost struct.
     *
     * @param end where the input ends, in the array
     * @param maxDepth how many levels are allowed, the outermost counted
     */
    public BinaryReader(int end, int maxDepth) {
        super(end, maxDepth);
    }

    /**
     * A field's header: the type shifted left by 16, and the id cut to its 16 bits. The value follows 3 bytes after it. STOP is any number below
     * 0x10000: it has no id, and what follows it does not belong to it.
     */
    public static int header(byte[] b, int p) {
        return b.length - p > HEADER ? (int) Views.BE_INT.get(b, p) >>> 8 : lastHeader(b, p);
    }

    /** A header behind which nothing follows: STOP, or a field's in input that is cut off. */
    private static int lastHeader(byte[] b, int p) {
        int type = b[p] & 0xff;
        return type == TType.STOP ? 0 : type << 16 | i16(b, p + 1) & 0xffff;
    }

    /** A bool: true for 1 alone, as libthrift has it. */
    public static boolean bool(byte[] b, int p) {
        return b[p] == 1;
    }

    /** A number of 8 bits. */
    public static byte i8(byte[] b, int p) {
        return b[p];
    }

    /** A number of 16 bits. */
    public static short i16(byte[] b, int p) {
        return (short) Views.BE_SHORT.get(b, p);
    }

    /** A number of 32 bits. */
    public static int i32(byte[] b, int p) {
        return (int) Views.BE_INT.get(b, p);
    }

    /** A number of 64 bits. */
    public static long i64(byte[] b, int p) {
        return (long) Views.BE_LONG.get(b, p);
    }

    /** A number of double precision. */
    public static double float64(byte[] b, int p) {
        return Double.longBitsToDouble(i64(b, p));
    }

    /** A UUID, 16 bytes. */
    public static UUID uuid(byte[] b, int p) {
        return new UUID(i64(b, p), i64(b, p + 8));
    }

    @Override
    public int length(byte[] b, int p) {
        n = i32(b, p);
        p += Integer.BYTES;
        checkLength(p, n);
        return p;
    }

    @Override
    public int list(byte[] b, int p, int elementType) {
        if (b[p] != elementType) {
            return super.list(b, p, elementType);
        }
        n = i32(b, p + 1);
        checkCount(p + 5, n, TType.least(elementType));
        return p + 5;
    }

    /** Reads the elements of a list of bools. */
    public int bools(byte[] b, int p, int n, BoolList out) {
        out.reserve(n);
        boolean[] a = out.array();
        int size = out.size();
        for (int i = 0; i < n; i++) {
            a[size + i] = b[p + i] == 1;
        }
        out.grew(size + n);
        return p + n;
    }

    /** Reads the elements of a list of 16-bit numbers. */
    public int i16s(byte[] b, int p, int n, ShortList out) {
        out.reserve(n);
        short[] a = out.array();
        int size = out.size();
        int bytes = n * Short.BYTES;
        for (int i = 0; i < n; i++) {
            a[size + i] = i16(b, p + i * Short.BYTES);
        }
        out.grew(size + n);
        return p + bytes;
    }

    /** Reads the elements of a list of 32-bit numbers or enums. */
    public int i32s(byte[] b, int p, int n, IntList out) {
        out.reserve(n);
        int[] a = out.array();
        int size = out.size();
        int bytes = n * Integer.BYTES;
        for (int i = 0; i < n; i++) {
            a[size + i] = i32(b, p + i * Integer.BYTES);
        }
        out.grew(size + n);
        return p + bytes;
    }

    /** Reads the elements of a list of 64-bit numbers. */
    public int i64s(byte[] b, int p, int n, LongList out) {
        out.reserve(n);
        long[] a = out.array();
        int size = out.size();
        int bytes = n * Long.BYTES;
        for (int i = 0; i < n; i++) {
            a[size + i] = i64(b, p + i * Long.BYTES);
        }
        out.grew(size + n);
        return p + bytes;
    }

    /** Reads the elements of a list of doubles. */
    public int doubles(byte[] b, int p, int n, DoubleList out) {
        out.reserve(n);
        double[] a = out.array();
        int size = out.size();
        int bytes = n * Double.BYTES;
        for (int i = 0; i < n; i++) {
            a[size + i] = float64(b, p + i * Double.BYTES);
        }
        out.grew(size + n);
        return p + bytes;
    }

    /** Passes over the value of a field of any type. */
    public int skip(byte[] b, int p, int type) {
        return value(b, p, checkType(p - HEADER, type, type));
    }

    /**
     * Keeps a field that is not declared, or declared with another type.
     *
     * @param p the position of its value
     * @param into where it is added, or null to drop it
     */
    public int unknown(byte[] b, int p, int type, int id, UnknownFields into) {
        int after = skip(b, p, type);
        if (after > end) {
            throw truncated();
        }
        if (into != null) {
            int n = after - p;
            byte[] to = into.reserve(n + HEADER);
            int q = into.size();
            to[q] = (byte) type;
            Views.BE_SHORT.set(to, q + 1, (short) id);
            System.arraycopy(b, p, to, q + HEADER, n);
            into.grew(q + HEADER + n);
        }
        return after;
    }

    @Override
    int field(byte[] b, int p, int lastId) {
        type = b[p] & 0xff;
        if (type == TType.STOP) {
            return p + 1;
        }
        checkType(p, type, type);
        n = i16(b, p + 1);
        return p + HEADER;
    }

    @Override
    boolean isInHeader() {
        return false;
    }

    @Override
    int elements(byte[] b, int p) {
        type = b[p] & 0xff;
        n = i32(b, p + 1);
        if (n != 0) {
            checkType(p, type, type);
            checkCount(p + 5, n, TType.least(type));
        }
        return p + 5;
    }

    @Override
    int entries(byte[] b, int p) {
        keyType = b[p] & 0xff;
        type = b[p + 1] & 0xff;
        n = i32(b, p + 2);
        if (n != 0) {
            checkType(p, keyType, keyType);
            checkType(p + 1, type, type);
            checkCount(p + 6, n, TType.least(keyType) + TType.least(type));
        }
        return p + 6;
    }

    @Override
    int scalars(byte[] b, int p, int type, int count) {
        if (type == TType.STRING) {
            for (int i = 0; i < count; i++) {
                p = length(b, p) + n;
            }
            return p;
        }
        long bytes = (long) count * TType.width(type);
        if (bytes > end - p) {
            throw truncated();
        }
        return p + (int) bytes;
    }
}

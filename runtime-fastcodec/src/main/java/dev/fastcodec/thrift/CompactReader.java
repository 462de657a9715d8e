package dev.fastcodec.thrift;

import dev.fastcodec.BoolList;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.DoubleList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.ShortList;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.internal.Varints;
import dev.fastcodec.internal.Views;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** Reads the Thrift Compact protocol from an array. Called by generated code. */
public final class CompactReader extends ThriftReader {
    /** From so many numbers on, copying them in bulk is faster than one by one. */
    private static final int BULK = 64;

    private static final int MAX_VARINT32 = 5;
    private static final int MAX_VARINT64 = 10;
    private static final long FIVE_CONTINUED = Varints.CONTINUED & 0xff_ffff_ffffL;
    private static final int MOST_BITS = MAX_VARINT32 * Byte.SIZE;
    private static final int TRUE = 1;
    private static final int FALSE = 2;

    /** The id of the last field of a group of fields, between the methods that read the groups of one struct. */
    public int last;

    private boolean inHeader;

    /**
     * A reader at the outermost struct.
     *
     * @param end where the input ends, in the array
     * @param maxDepth how many levels are allowed, the outermost counted
     */
    public CompactReader(int end, int maxDepth) {
        super(end, maxDepth);
    }

    /** Reads an unsigned varint of at most 10 bytes into {@link #v}. */
    public int varint(byte[] b, int p) {
        if (b.length - p >= 8) {
            long x = (long) Views.LE_LONG.get(b, p);
            long ends = ~x & Varints.CONTINUED;
            if (ends != 0) {
                v = Varints.squeeze(x & (ends ^ ends - 1));
                return p + 1 + (Long.numberOfTrailingZeros(ends) >>> 3);
            }
        }
        return slowVarint(b, p, MAX_VARINT64);
    }

    /** Reads an unsigned varint of at most 5 bytes into {@link #n}; bits above 32 are dropped. */
    public int varint32(byte[] b, int p) {
        if (b.length - p >= 8) {
            long x = (long) Views.LE_LONG.get(b, p);
            long ends = ~x & FIVE_CONTINUED;
            if (ends != 0) {
                n = (int) Varints.squeeze(x & (ends ^ ends - 1));
                return p + 1 + (Long.numberOfTrailingZeros(ends) >>> 3);
            }
        }
        p = slowVarint(b, p, MAX_VARINT32);
        n = (int) v;
        return p;
    }

    /** Reads a varint of two bytes or more, of at most 5, into {@link #n}: mostly of two, which are read faster than {@link #varint32} does. */
    public int longVarint32(byte[] b, int p) {
        int second = b[p + 1];
        if (second < 0) {
            return varint32(b, p);
        }
        n = b[p] & 0x7f | second << 7;
        return p + 2;
    }

    /** Reads a varint of two bytes or more, of at most 10, into {@link #v}. */
    public int longVarint64(byte[] b, int p) {
        int second = b[p + 1];
        if (second < 0) {
            return varint(b, p);
        }
        v = b[p] & 0x7f | second << 7;
        return p + 2;
    }

    /** A varint near the array's end, or one that is too long for one load. */
    private int slowVarint(byte[] b, int p, int most) {
        long x = 0;
        for (int i = 0; i < most; i++) {
            byte next = b[p + i];
            x |= (next & 0x7fL) << 7 * i;
            if (next >= 0) {
                v = x;
                return p + i + 1;
            }
        }
        throw fail(Kind.MALFORMED_VARINT, p, "varint of more than " + most + " bytes");
    }

    /** A bool that is an element, key or value: true for 1 alone. */
    public static boolean bool(byte[] b, int p) {
        return b[p] == TRUE;
    }

    /** A number of 8 bits. */
    public static byte i8(byte[] b, int p) {
        return b[p];
    }

    /** Reads a number of 16 bits into {@link #n}; bits above are dropped. */
    public int i16(byte[] b, int p) {
        p = varint32(b, p);
        n = (short) (n >>> 1 ^ -(n & 1));
        return p;
    }

    /** Reads a number of 32 bits into {@link #n}. */
    public int i32(byte[] b, int p) {
        p = varint32(b, p);
        n = n >>> 1 ^ -(n & 1);
        return p;
    }

    /** Reads a number of 64 bits into {@link #v}. */
    public int i64(byte[] b, int p) {
        p = varint(b, p);
        v = v >>> 1 ^ -(v & 1);
        return p;
    }

    /** A number of double precision, least significant byte first. */
    public static double float64(byte[] b, int p) {
        return Double.longBitsToDouble((long) Views.LE_LONG.get(b, p));
    }

    /** A UUID, 16 bytes. */
    public static UUID uuid(byte[] b, int p) {
        return BinaryReader.uuid(b, p);
    }

    @Override
    public int length(byte[] b, int p) {
        n = b[p++];
        if (n < 0) {
            p = longVarint32(b, p - 1);
        }
        checkLength(p, n);
        return p;
    }

    /**
     * Reads the id of a field's header, in the short form or the long, into {@link #n}; the type is the lower half of the header's first byte.
     *
     * @param p the position of the header's first byte, which is not STOP
     * @param lastId the id of the field before it, 0 at first
     */
    public int header(byte[] b, int p, int lastId) {
        int delta = b[p] >>> 4 & 15;
        int q = p + 1;
        if (delta == 0) {
            q = i32(b, q);
        } else {
            n = lastId + delta;
        }
        checkId(p, n);
        return q;
    }

    private void checkId(int p, int id) {
        if (id != (short) id) {
            throw fail(Kind.INVALID_DATA, p, "field id " + id);
        }
    }

    @Override
    public int list(byte[] b, int p, int elementType) {
        int head = b[p] & 0xff;
        if (TType.ofCompact(head & 15) != elementType) {
            return super.list(b, p, elementType);
        }
        int q = p + 1;
        n = head >>> 4;
        if (n == 15) {
            q = varint32(b, q);
        }
        checkCount(q, n, TType.leastInCompact(elementType));
        return q;
    }

    /** Reads the elements of a list of bools. */
    public int bools(byte[] b, int p, int n, BoolList out) {
        out.reserve(n);
        boolean[] a = out.array();
        int size = out.size();
        for (int i = 0; i < n; i++) {
            a[size + i] = b[p + i] == TRUE;
        }
        out.grew(size + n);
        return p + n;
    }

    /** Reads the elements of a list of 16-bit numbers. */
    public int i16s(byte[] b, int p, int n, ShortList out) {
        out.reserve(n);
        short[] a = out.array();
        int size = out.size();
        for (int i = 0; i < n; i++) {
            p = i16(b, p);
            a[size + i] = (short) this.n;
        }
        out.grew(size + n);
        return p;
    }

    /** Reads the elements of a list of 32-bit numbers or enums. */
    public int i32s(byte[] b, int p, int n, IntList out) {
        out.reserve(n);
        int[] a = out.array();
        int size = out.size();
        int to = size + n;
        int i = size;
        while (i < to) {
            if (to - i > 1 && b.length - p >= Long.BYTES) {
                // mostly two fit into eight bytes: where the next pair begins is known after one load
                long x = (long) Views.LE_LONG.get(b, p);
                long ends = ~x & Varints.CONTINUED;
                long second = ends & ends - 1;
                int bits = Long.numberOfTrailingZeros(ends) + 1;
                int both = Long.numberOfTrailingZeros(second) + 1;
                if (second != 0 && bits <= MOST_BITS && both - bits <= MOST_BITS) {
                    int z = (int) Varints.squeeze(x & (ends ^ ends - 1));
                    a[i] = z >>> 1 ^ -(z & 1);
                    z = (int) Varints.squeeze((x & (second ^ second - 1)) >>> bits);
                    a[i + 1] = z >>> 1 ^ -(z & 1);
                    i += 2;
                    p += both >>> 3;
                    continue;
                }
            }
            p = i32(b, p);
            a[i++] = this.n;
        }
        out.grew(to);
        return p;
    }

    /** Reads the elements of a list of 64-bit numbers. */
    public int i64s(byte[] b, int p, int n, LongList out) {
        out.reserve(n);
        long[] a = out.array();
        int size = out.size();
        for (int i = 0; i < n; i++) {
            p = i64(b, p);
            a[size + i] = v;
        }
        out.grew(size + n);
        return p;
    }

    /** Reads the elements of a list of doubles. */
    public int doubles(byte[] b, int p, int n, DoubleList out) {
        out.reserve(n);
        double[] a = out.array();
        int size = out.size();
        int bytes = n * Double.BYTES;
        if (n >= BULK) {
            ByteBuffer.wrap(b, p, bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(a, size, n);
        } else {
            for (int i = 0; i < n; i++) {
                a[size + i] = float64(b, p + i * Double.BYTES);
            }
        }
        out.grew(size + n);
        return p + bytes;
    }

    /**
     * Passes over the value of a field.
     *
     * @param code the type in the header, 1 to 15
     */
    public int skip(byte[] b, int p, int code) {
        checkType(p - 1, TType.ofCompact(code & 15), code);
        return code <= FALSE ? p : value(b, p, TType.ofCompact(code));
    }

    /**
     * Keeps a field that is not declared, or declared with another type, as it would be in the Binary protocol.
     *
     * @param p the position of its value
     * @param code the type in its header, 1 to 15
     * @param into where it is added, or null to drop it
     */
    public int unknown(byte[] b, int p, int code, int id, UnknownFields into) {
        checkId(p - 1, id);
        int after = skip(b, p, code);
        if (after > end) {
            throw truncated();
        }
        if (into != null) {
            new CompactToBinary(new CompactReader(end, Integer.MAX_VALUE), b, into).field(p, code, id);
        }
        return after;
    }

    @Override
    int field(byte[] b, int p, int lastId) {
        int code = b[p] & 15;
        if (b[p] == 0) {
            type = TType.STOP;
            return p + 1;
        }
        type = checkType(p, TType.ofCompact(code), code);
        inHeader = code <= FALSE;
        return header(b, p, lastId);
    }

    @Override
    boolean isInHeader() {
        return inHeader;
    }

    @Override
    int elements(byte[] b, int p) {
        int head = b[p] & 0xff;
        int q = p + 1;
        n = head >>> 4;
        if (n == 15) {
            q = varint32(b, q);
        }
        type = TType.ofCompact(head & 15);
        if (n != 0) {
            checkType(p, type, head & 15);
            checkCount(q, n, TType.leastInCompact(type));
        }
        return q;
    }

    @Override
    int entries(byte[] b, int p) {
        int q = varint32(b, p);
        if (n != 0) {
            int types = b[q] & 0xff;
            keyType = checkType(q, TType.ofCompact(types >>> 4), types >>> 4);
            type = checkType(q, TType.ofCompact(types & 15), types & 15);
            q++;
            checkCount(q, n, TType.leastInCompact(keyType) + TType.leastInCompact(type));
        }
        return q;
    }

    @Override
    int scalars(byte[] b, int p, int type, int count) {
        switch (type) {
            case TType.STRING -> {
                for (int i = 0; i < count; i++) {
                    p = length(b, p) + n;
                }
                return p;
            }
            case TType.I16, TType.I32 -> {
                for (int i = 0; i < count; i++) {
                    p = varint32(b, p);
                }
                return p;
            }
            case TType.I64 -> {
                for (int i = 0; i < count; i++) {
                    p = varint(b, p);
                }
                return p;
            }
            default -> {
                long bytes = (long) count * TType.width(type);
                if (bytes > end - p) {
                    throw truncated();
                }
                return p + (int) bytes;
            }
        }
    }
}

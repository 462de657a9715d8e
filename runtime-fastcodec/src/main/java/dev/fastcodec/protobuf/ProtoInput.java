package dev.fastcodec.protobuf;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.internal.Utf8;
import dev.fastcodec.internal.Utf8Input;
import dev.fastcodec.internal.Varints;
import dev.fastcodec.internal.Views;

/** Reads single values, with the checks of lengths and tags. */
abstract sealed class ProtoInput extends Utf8Input permits PackedReader {
    private static final int MAX_VARINT = 10;
    private static final int MAX_TAG = 5;

    /** The last varint. */
    public long v;
    /** The last tag: field number times 8 plus wire type. */
    public int tag;
    /** The last length. */
    public int n;

    ProtoInput() {}

    /** Reads a varint of at most 10 bytes into {@link #v}; bits above 64 are dropped. */
    public final int varint(byte[] b, int p) {
        if (b.length - p >= 8) {
            long x = (long) Views.LE_LONG.get(b, p);
            long ends = ~x & Varints.CONTINUED;
            if (ends != 0) {
                v = Varints.squeeze(x & (ends ^ ends - 1));
                return p + (Long.numberOfTrailingZeros(ends) + 1 >>> 3);
            }
            return varintOfNine(b, p, x);
        }
        return varintAtEnd(b, p);
    }

    /** Reads a varint of two bytes or more into {@link #v}: mostly of two, which are read faster than {@link #varint} does. */
    public final int longVarint(byte[] b, int p) {
        int second = b[p + 1];
        if (second < 0) {
            return varint(b, p);
        }
        v = b[p] & 0x7f | second << 7;
        return p + 2;
    }

    /** A varint of more than 8 bytes, which the negative numbers of {@code int32} have. */
    private int varintOfNine(byte[] b, int p, long first) {
        long x = Varints.squeeze(first);
        byte ninth = b[p + 8];
        byte tenth = ninth < 0 ? b[p + 9] : 0;
        if (tenth < 0) {
            throw fail(Kind.MALFORMED_VARINT, p, "varint of more than 10 bytes");
        }
        v = x | (ninth & 0x7fL) << 56 | (long) tenth << 63;
        return ninth < 0 ? p + MAX_VARINT : p + MAX_VARINT - 1;
    }

    /** A varint that less than 8 bytes follow in the array. */
    private int varintAtEnd(byte[] b, int p) {
        long x = 0;
        for (int i = 0; ; i++) {
            byte next = b[p + i];
            x |= (next & 0x7fL) << 7 * i;
            if (next >= 0) {
                v = x;
                return p + i + 1;
            }
        }
    }

    /**
     * Reads a tag into {@link #tag}. It has at most 5 bytes; bits above 32 are dropped. Field number 0 and the wire types 6 and 7 are refused, an end
     * of group is not.
     */
    public final int tag(byte[] b, int p) {
        int x = 0;
        for (int i = 0; i < MAX_TAG; i++) {
            byte next = b[p + i];
            x |= (next & 0x7f) << 7 * i;
            if (next >= 0) {
                tag = x;
                if (x >>> 3 == 0) {
                    throw fail(Kind.INVALID_TAG, p, "field number 0");
                }
                if ((x & 7) > 5) {
                    throw fail(Kind.INVALID_TAG, p, "wire type " + (x & 7));
                }
                return p + i + 1;
            }
        }
        throw fail(Kind.MALFORMED_VARINT, p, "tag of more than 5 bytes");
    }

    /** Reads a length into {@link #n} and checks that so many bytes are left. */
    public final int length(byte[] b, int p, int end) {
        int q = varint(b, p);
        // as protobuf-java: the lower 32 bits count
        n = (int) v;
        checkLength(q, n, end);
        return q;
    }

    /** Checks that {@code n} bytes are left from {@code p} on. */
    public final void checkLength(int p, int n, int end) {
        if (n < 0) {
            throw fail(Kind.NEGATIVE_SIZE, p - 1, "length " + n);
        }
        if (n > end - p) {
            // the length itself is cut off or runs past its message's end
            throw p > end ? truncated(end) : fail(Kind.TRUNCATED, p, n + " bytes where " + (end - p) + " are left");
        }
    }

    /** What is not UTF-8 is refused. */
    @Override
    protected final String unusual(byte[] b, int p, int n) {
        return Utf8.strict(b, p, n);
    }

    /**
     * Reads a string of {@code n} bytes of which nobody demands that they are UTF-8: each byte that is none becomes an unpaired surrogate, U+DC80 to
     * U+DCFF, which is written as that byte again.
     */
    public static String lenientString(byte[] b, int p, int n) {
        return Utf8.lenient(b, p, n);
    }

    /** Four bytes, the least significant first. */
    public static int fixed32(byte[] b, int p) {
        return (int) Views.LE_INT.get(b, p);
    }

    /** Eight bytes, the least significant first. */
    public static long fixed64(byte[] b, int p) {
        return (long) Views.LE_LONG.get(b, p);
    }

    /** A number of single precision. */
    public static float float32(byte[] b, int p) {
        return Float.intBitsToFloat(fixed32(b, p));
    }

    /** A number of double precision. */
    public static double float64(byte[] b, int p) {
        return Double.longBitsToDouble(fixed64(b, p));
    }

    /** Undoes the zigzag of {@code sint32}. */
    public static int unzigzag(int v) {
        return v >>> 1 ^ -(v & 1);
    }

    /** Undoes the zigzag of {@code sint64}. */
    public static long unzigzag(long v) {
        return v >>> 1 ^ -(v & 1);
    }

    final DecodeException truncated(int end) {
        return fail(Kind.TRUNCATED, end, "input ends inside a value");
    }

    /** A failure to be thrown: the codec's outermost method adds the path. */
    public final DecodeException fail(Kind kind, int p, String what) {
        return DecodeException.at(kind, p, what);
    }
}

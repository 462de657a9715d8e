package dev.fastcodec.protobuf;

import dev.fastcodec.BoolList;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.DoubleList;
import dev.fastcodec.FloatList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.internal.Varints;
import dev.fastcodec.internal.Views;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads packed fields: their varints are counted first, or their numbers known from the length, so that a list gets its final size at once. */
abstract sealed class PackedReader extends ProtoInput permits ProtoReader {
    /** From so many numbers on, copying them in bulk is faster than one by one. */
    private static final int BULK = 64;

    PackedReader() {}

    /** Reads a packed field of varints cut to 32 bits: {@code int32}, {@code uint32} or an enum. */
    public final int packedInt32(byte[] b, int p, int end, IntList out) {
        p = packed(b, p, end);
        int stop = p + n;
        int size = out.size();
        out.reserve(varints(b, p, stop));
        int[] a = out.array();
        while (p < stop) {
            int x = b[p++];
            if (x < 0) {
                p = varint(b, p - 1);
                x = (int) v;
            }
            a[size++] = x;
        }
        out.grew(size);
        return p;
    }

    /** Reads a packed field of {@code sint32}. */
    public final int packedSInt32(byte[] b, int p, int end, IntList out) {
        int from = out.size();
        p = packedInt32(b, p, end, out);
        int[] a = out.array();
        for (int i = from, to = out.size(); i < to; i++) {
            a[i] = unzigzag(a[i]);
        }
        return p;
    }

    /** Reads a packed field of {@code int64} or {@code uint64}. */
    public final int packedInt64(byte[] b, int p, int end, LongList out) {
        p = packed(b, p, end);
        int stop = p + n;
        int size = out.size();
        out.reserve(varints(b, p, stop));
        long[] a = out.array();
        while (p < stop) {
            long x = b[p++];
            if (x < 0) {
                p = varint(b, p - 1);
                x = v;
            }
            a[size++] = x;
        }
        out.grew(size);
        return p;
    }

    /** Reads a packed field of {@code sint64}. */
    public final int packedSInt64(byte[] b, int p, int end, LongList out) {
        int from = out.size();
        p = packedInt64(b, p, end, out);
        long[] a = out.array();
        for (int i = from, to = out.size(); i < to; i++) {
            a[i] = unzigzag(a[i]);
        }
        return p;
    }

    /** Reads a packed field of {@code bool}; a varint of more than one byte counts too. */
    public final int packedBool(byte[] b, int p, int end, BoolList out) {
        p = packed(b, p, end);
        int stop = p + n;
        int size = out.size();
        out.reserve(varints(b, p, stop));
        boolean[] a = out.array();
        while (p < stop) {
            p = varint(b, p);
            a[size++] = v != 0;
        }
        out.grew(size);
        return p;
    }

    /** Reads a packed field of {@code fixed32} or {@code sfixed32}. */
    public final int packedFixed32(byte[] b, int p, int end, IntList out) {
        p = packed(b, p, end, Integer.BYTES);
        int size = out.size();
        int count = n / Integer.BYTES;
        out.reserve(count);
        int[] a = out.array();
        if (count >= BULK) {
            littleEndian(b, p).asIntBuffer().get(a, size, count);
        } else {
            for (int i = 0; i < count; i++) {
                a[size + i] = fixed32(b, p + i * Integer.BYTES);
            }
        }
        out.grew(size + count);
        return p + n;
    }

    /** Reads a packed field of {@code fixed64} or {@code sfixed64}. */
    public final int packedFixed64(byte[] b, int p, int end, LongList out) {
        p = packed(b, p, end, Long.BYTES);
        int size = out.size();
        int count = n / Long.BYTES;
        out.reserve(count);
        long[] a = out.array();
        if (count >= BULK) {
            littleEndian(b, p).asLongBuffer().get(a, size, count);
        } else {
            for (int i = 0; i < count; i++) {
                a[size + i] = fixed64(b, p + i * Long.BYTES);
            }
        }
        out.grew(size + count);
        return p + n;
    }

    /** Reads a packed field of {@code float}. */
    public final int packedFloat(byte[] b, int p, int end, FloatList out) {
        p = packed(b, p, end, Float.BYTES);
        int size = out.size();
        int count = n / Float.BYTES;
        out.reserve(count);
        float[] a = out.array();
        if (count >= BULK) {
            littleEndian(b, p).asFloatBuffer().get(a, size, count);
        } else {
            for (int i = 0; i < count; i++) {
                a[size + i] = float32(b, p + i * Float.BYTES);
            }
        }
        out.grew(size + count);
        return p + n;
    }

    /** Reads a packed field of {@code double}. */
    public final int packedDouble(byte[] b, int p, int end, DoubleList out) {
        p = packed(b, p, end, Double.BYTES);
        int size = out.size();
        int count = n / Double.BYTES;
        out.reserve(count);
        double[] a = out.array();
        if (count >= BULK) {
            littleEndian(b, p).asDoubleBuffer().get(a, size, count);
        } else {
            for (int i = 0; i < count; i++) {
                a[size + i] = float64(b, p + i * Double.BYTES);
            }
        }
        out.grew(size + count);
        return p + n;
    }

    /** The length of a packed field into {@link #n}. */
    private int packed(byte[] b, int p, int end) {
        int q = varint(b, p);
        n = (int) v;
        if (n > end - q && q <= end) {
            throw fail(Kind.SIZE, q, "packed field of " + n + " bytes where " + (end - q) + " are left");
        }
        checkLength(q, n, end);
        return q;
    }

    private int packed(byte[] b, int p, int end, int width) {
        int q = packed(b, p, end);
        if (n % width != 0) {
            throw fail(Kind.INVALID_DATA, q, "packed field of " + n + " bytes, not a multiple of " + width);
        }
        return q;
    }

    private ByteBuffer littleEndian(byte[] b, int p) {
        return ByteBuffer.wrap(b, p, n).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many varints end in a slice; the last must end with it. */
    private int varints(byte[] b, int p, int stop) {
        if (p == stop) {
            return 0;
        }
        if (b[stop - 1] < 0) {
            throw fail(Kind.TRUNCATED, stop - 1, "packed field ends inside a varint");
        }
        int count = 0;
        for (; p <= stop - 8; p += 8) {
            count += Long.bitCount(~(long) Views.LE_LONG.get(b, p) & Varints.CONTINUED);
        }
        for (; p < stop; p++) {
            count += ~b[p] >>> 31;
        }
        return count;
    }
}

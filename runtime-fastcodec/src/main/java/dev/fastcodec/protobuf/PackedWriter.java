package dev.fastcodec.protobuf;

import dev.fastcodec.BoolList;
import dev.fastcodec.DoubleList;
import dev.fastcodec.EncodeException;
import dev.fastcodec.FloatList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.internal.Scratch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Holds the array, makes room in it, and writes packed fields of numbers. */
abstract sealed class PackedWriter extends ProtoValues permits ProtoWriter {
    /** What wide stores may spoil in front of a value. */
    private static final int SLACK = 8;
    /** A tag or a length. */
    static final int VARINT32 = 5;

    static final int VARINT64 = 10;
    /** Room for numbers is made for so many at a time: made for all at once it would be several times what they take. */
    static final int CHUNK = 256;
    /** From so many numbers on, copying them in bulk is faster than one by one. */
    private static final int BULK = 64;

    /** The array, with the bytes written so far at its end. */
    public byte[] b;

    PackedWriter(byte[] b) {
        this.b = b;
    }

    /**
     * Makes room for {@code need} bytes in front of {@code p}. What was written keeps its distance from the array's end.
     *
     * @return the new {@code p}; {@link #b} is the new array
     * @throws EncodeException when no array is large enough
     */
    public final int grow(int p, long need) {
        if (need <= p) {
            return p;
        }
        int written = b.length - p;
        int size = Scratch.larger(b.length, written + need);
        if (size < 0) {
            throw new EncodeException("message of more bytes than an array holds");
        }
        byte[] larger = new byte[size];
        System.arraycopy(b, p, larger, size - written, written);
        b = larger;
        return size - written;
    }

    /** A packed field of {@code int32} or of an enum, with tag and length; nothing for an empty list. */
    public int packedInt32(int p, IntList v, int tag) {
        int written = b.length - p;
        int[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * VARINT64);
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = int32(b, p, a[i]);
            }
        }
        return v.isEmpty() ? p : prefix(p, written, tag);
    }

    /** A packed field of {@code uint32}, with tag and length; nothing for an empty list. */
    public int packedUInt32(int p, IntList v, int tag) {
        int written = b.length - p;
        int[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * VARINT32);
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = varint32(b, p, a[i]);
            }
        }
        return v.isEmpty() ? p : prefix(p, written, tag);
    }

    /** A packed field of {@code sint32}, with tag and length; nothing for an empty list. */
    public int packedSInt32(int p, IntList v, int tag) {
        int written = b.length - p;
        int[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * VARINT32);
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = sint32(b, p, a[i]);
            }
        }
        return v.isEmpty() ? p : prefix(p, written, tag);
    }

    /** A packed field of {@code int64} or {@code uint64}, with tag and length; nothing for an empty list. */
    public int packedInt64(int p, LongList v, int tag) {
        int written = b.length - p;
        long[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * VARINT64);
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = varint64(b, p, a[i]);
            }
        }
        return v.isEmpty() ? p : prefix(p, written, tag);
    }

    /** A packed field of {@code sint64}, with tag and length; nothing for an empty list. */
    public int packedSInt64(int p, LongList v, int tag) {
        int written = b.length - p;
        long[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * VARINT64);
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = sint64(b, p, a[i]);
            }
        }
        return v.isEmpty() ? p : prefix(p, written, tag);
    }

    /** A packed field of {@code fixed32} or {@code sfixed32}, with tag and length; nothing for an empty list. */
    public int packedFixed32(int p, IntList v, int tag) {
        int n = v.size();
        if (n == 0) {
            return p;
        }
        int written = b.length - p;
        p = room(p, 4L * n);
        int[] a = v.array();
        if (n >= BULK) {
            p -= 4 * n;
            ByteBuffer.wrap(b, p, 4 * n)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer()
                    .put(a, 0, n);
        } else {
            for (int i = n; --i >= 0; ) {
                p = fixed32(b, p, a[i]);
            }
        }
        return prefix(p, written, tag);
    }

    /** A packed field of {@code fixed64} or {@code sfixed64}, with tag and length; nothing for an empty list. */
    public int packedFixed64(int p, LongList v, int tag) {
        int n = v.size();
        if (n == 0) {
            return p;
        }
        int written = b.length - p;
        p = room(p, 8L * n);
        long[] a = v.array();
        if (n >= BULK) {
            p -= 8 * n;
            ByteBuffer.wrap(b, p, 8 * n)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer()
                    .put(a, 0, n);
        } else {
            for (int i = n; --i >= 0; ) {
                p = fixed64(b, p, a[i]);
            }
        }
        return prefix(p, written, tag);
    }

    /** A packed field of {@code float}, with tag and length; nothing for an empty list. */
    public int packedFloat(int p, FloatList v, int tag) {
        int n = v.size();
        if (n == 0) {
            return p;
        }
        int written = b.length - p;
        p = room(p, 4L * n);
        float[] a = v.array();
        if (n >= BULK) {
            p -= 4 * n;
            ByteBuffer.wrap(b, p, 4 * n)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .put(a, 0, n);
        } else {
            for (int i = n; --i >= 0; ) {
                p = float32(b, p, a[i]);
            }
        }
        return prefix(p, written, tag);
    }

    /** A packed field of {@code double}, with tag and length; nothing for an empty list. */
    public int packedDouble(int p, DoubleList v, int tag) {
        int n = v.size();
        if (n == 0) {
            return p;
        }
        int written = b.length - p;
        p = room(p, 8L * n);
        double[] a = v.array();
        if (n >= BULK) {
            p -= 8 * n;
            ByteBuffer.wrap(b, p, 8 * n)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .put(a, 0, n);
        } else {
            for (int i = n; --i >= 0; ) {
                p = float64(b, p, a[i]);
            }
        }
        return prefix(p, written, tag);
    }

    /** A packed field of {@code bool}, with tag and length; nothing for an empty list. */
    public int packedBool(int p, BoolList v, int tag) {
        int n = v.size();
        if (n == 0) {
            return p;
        }
        int written = b.length - p;
        p = room(p, n);
        boolean[] a = v.array();
        byte[] b = this.b;
        for (int i = n; --i >= 0; ) {
            b[--p] = (byte) (a[i] ? 1 : 0);
        }
        return prefix(p, written, tag);
    }

    /** Makes room for the most bytes that a value may take, with its tag and length and the slack, when there may be none. */
    int room(int p, long value) {
        long need = value + 2 * VARINT32 + SLACK;
        return p < need ? grow(p, need) : p;
    }

    /** The length and tag in front of content that ends {@code written} bytes before the array's end; takes the room that {@link #room} keeps. */
    int prefix(int p, int written, int tag) {
        p = varint32(b, p, b.length - p - written);
        return varint32(b, p, tag);
    }
}

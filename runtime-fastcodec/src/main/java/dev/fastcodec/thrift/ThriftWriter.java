package dev.fastcodec.thrift;

import dev.fastcodec.BytesList;
import dev.fastcodec.EncodeException;
import dev.fastcodec.internal.Inserts;
import dev.fastcodec.internal.Scratch;
import java.util.Arrays;

/** Holds the array that a struct is written to, from its start on, and makes room in it. */
abstract sealed class ThriftWriter permits BinaryWriter, CompactWriter {
    /** What wide stores may spoil behind a value. */
    static final int SLACK = 8;
    /** The header of a list or map, at most. */
    static final int HEADER = 7;

    /** The array, with the bytes written so far at its start. */
    public byte[] b;

    /** Whether large contents may be kept beside the array. */
    boolean keepLarge;

    /** What is kept beside the array, or null. */
    Inserts inserts;

    ThriftWriter(byte[] b) {
        this.b = b;
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
            throw new EncodeException("struct of more bytes than an array holds");
        }
        b = Arrays.copyOf(b, size);
        return b;
    }

    /** Writes the header of a list or set, making room. */
    abstract int list(int p, int elementType, int count);

    /** Writes a length from index {@code p} on, where there is room, and gives the index behind it. */
    abstract int length(int p, int n);

    /** Bytes with their length. */
    public final int bytes(int p, byte[] v) {
        int n = v.length;
        if (keepLarge && n >= Inserts.LEAST) {
            grow(p, HEADER + SLACK);
            p = length(p, n);
            inserts = inserts == null ? new Inserts() : inserts;
            inserts.add(p, v);
            return p;
        }
        grow(p, HEADER + SLACK + (long) n);
        p = length(p, n);
        System.arraycopy(v, 0, b, p, n);
        return p + n;
    }

    /** A list of binaries with its header. */
    public final int binaries(int p, BytesList v) {
        int count = v.size();
        p = list(p, TType.STRING, count);
        for (int i = 0; i < count; i++) {
            p = bytes(p, v.get(i));
        }
        return p;
    }
}

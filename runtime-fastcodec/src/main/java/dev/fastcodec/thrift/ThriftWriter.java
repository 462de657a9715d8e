package dev.fastcodec.thrift;

import dev.fastcodec.EncodeException;
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
}

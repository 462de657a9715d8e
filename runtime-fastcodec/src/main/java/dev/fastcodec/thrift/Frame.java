package dev.fastcodec.thrift;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import java.util.Objects;

/**
 * The frame around a message: its length in four bytes, most significant first. libthrift's TFramedTransport and Kitex's Framed. The length does
 * not count itself.
 */
public final class Frame {
    /** The bytes of the length. */
    public static final int PREFIX = Integer.BYTES;

    /** The most bytes that a message in a frame may have unless said otherwise: 16 MiB. */
    public static final int LIMIT = 16 << 20;

    private static final String PATH = "frame";

    private Frame() {}

    /**
     * Reads the length of the message in the frame that begins at {@code from}. The message need not be there yet: a transport learns here how many
     * bytes to wait for.
     *
     * @param to where the bytes that are there end
     * @param limit the most that the length may be
     * @throws DecodeException when the length is not there, is 0, is negative or is above the limit; offsets count from {@code from} on
     * @throws IndexOutOfBoundsException when the slice is not within the array
     */
    public static int length(byte[] b, int from, int to, int limit) {
        Objects.checkFromToIndex(from, to, b.length);
        if (to - from < PREFIX) {
            throw new DecodeException(Kind.TRUNCATED, "input ends inside a frame's length", to - from, PATH);
        }
        int length = BinaryReader.i32(b, from);
        if (length <= 0) {
            throw length == 0
                    ? new DecodeException(Kind.INVALID_DATA, "frame of no byte", 0, PATH)
                    : new DecodeException(Kind.NEGATIVE_SIZE, "frame of " + length + " bytes", 0, PATH);
        }
        if (length > limit) {
            throw new DecodeException(
                    Kind.SIZE, "frame of " + length + " bytes where " + limit + " are allowed", 0, PATH);
        }
        return length;
    }
}

package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@link TTHeader}s strictly: what does not fit into its header, or a header that does not fit into its frame, is refused. */
public final class TTHeaderReader {
    /** From so many bytes on the length of the frame is known. */
    public static final int ENOUGH = Integer.BYTES;

    private final Map<String, String> strings = new LinkedHashMap<>();
    private final Map<Integer, String> ints = new LinkedHashMap<>();

    private TTHeaderReader() {}

    /**
     * A header and where its payload is.
     *
     * @param payload the index at which the payload begins
     * @param end the index behind the payload, which is behind the frame
     */
    public record Read(TTHeader header, int payload, int end) {}

    /**
     * The number of bytes of the frame that begins at {@code from}, of which {@link #ENOUGH} must be there.
     *
     * @param limit the most that is allowed, all bytes counted
     * @throws DecodeException when it has more bytes, or fewer than a header has
     */
    public static int length(byte[] b, int from, int limit) {
        long length = Integer.toUnsignedLong(Bytes.i32(b, from)) + Integer.BYTES;
        if (length > limit) {
            throw failure(Kind.SIZE, "frame of " + length + " bytes where " + limit + " are allowed", 0);
        }
        if (length < TTHeader.META) {
            throw failure(Kind.SIZE, "frame of " + length + " bytes, fewer than a header has", 0);
        }
        return (int) length;
    }

    /**
     * Reads the header of a frame.
     *
     * @param from where the frame begins
     * @param end where the frame ends: behind as many bytes as {@link #length} tells
     * @throws DecodeException when it is not a TTHeader, names a protocol that does not exist, or does not fit; offsets count from {@code from} on
     */
    public static Read read(byte[] b, int from, int end) {
        int payload = payload(b, from, end, TTHeader.MAGIC, TTHeader.PATH);
        Cursor in = new Cursor(b, from, from + TTHeader.META, payload, TTHeader.PATH);
        int protocol = protocol(in);
        in.skip(in.u8()); // transforms, which nobody applies
        TTHeaderReader reader = new TTHeaderReader();
        while (in.more()) {
            reader.block(in);
        }
        int flags = Bytes.u16(b, from + TTHeader.FLAGS_AT);
        int sequence = Bytes.i32(b, from + TTHeader.SEQUENCE_AT);
        return new Read(new TTHeader(flags, sequence, protocol, reader.strings, reader.ints), payload, end);
    }

    /**
     * The index at which the payload of a frame begins, whose header has its magic and its size where Kitex's and Apache's both have them.
     *
     * @param expected the magic
     */
    static int payload(byte[] b, int from, int end, int expected, String path) {
        if (end - from < TTHeader.META) {
            throw new DecodeException(
                    Kind.SIZE, "frame of " + (end - from) + " bytes, fewer than a header has", 0, path);
        }
        int magic = Bytes.u16(b, from + TTHeader.MAGIC_AT);
        if (magic != expected) {
            throw new DecodeException(
                    Kind.INVALID_DATA, "magic 0x" + Integer.toHexString(magic), TTHeader.MAGIC_AT, path);
        }
        int size = Bytes.u16(b, from + TTHeader.SIZE_AT) * TTHeader.WORD;
        int payload = from + TTHeader.META + size;
        if (size == 0) {
            throw new DecodeException(Kind.INVALID_DATA, "header of no byte", TTHeader.SIZE_AT, path);
        }
        if (payload > end) {
            throw new DecodeException(
                    Kind.SIZE,
                    "header of " + size + " bytes where the frame has " + (end - from - TTHeader.META),
                    TTHeader.SIZE_AT,
                    path);
        }
        return payload;
    }

    private static int protocol(Cursor in) {
        int protocol = in.u8();
        return switch (protocol) {
            case TTHeader.BINARY,
                    TTHeader.COMPACT,
                    TTHeader.KITEX_PROTOBUF,
                    TTHeader.THRIFT_STRUCT,
                    TTHeader.PROTOBUF_STRUCT -> protocol;
            default -> throw in.failure(Kind.INVALID_DATA, "protocol id " + protocol);
        };
    }

    private void block(Cursor in) {
        int kind = in.u8();
        switch (kind) {
            case TTHeader.PADDING -> {}
            case TTHeader.STRING_PAIRS -> strings(in, strings);
            case TTHeader.INT_PAIRS -> {
                for (int n = in.u16(); n > 0; n--) {
                    int key = in.u16();
                    ints.put(key, in.string16());
                }
            }
            case TTHeader.TOKEN -> strings.put(Keys.ACL_TOKEN, in.string16());
            default -> throw in.failure(Kind.INVALID_DATA, "block of kind 0x" + Integer.toHexString(kind));
        }
    }

    /** Pairs behind their number; the last of two with one key counts. */
    static void strings(Cursor in, Map<String, String> into) {
        for (int n = in.u16(); n > 0; n--) {
            String key = in.string16();
            into.put(key, in.string16());
        }
    }

    private static DecodeException failure(Kind kind, String what, int offset) {
        return new DecodeException(kind, what, offset, TTHeader.PATH);
    }
}

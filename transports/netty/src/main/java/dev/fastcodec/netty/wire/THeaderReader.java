package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.thrift.Protocol;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads {@link THeader}s. Of transforms it knows zlib; information of kinds that it does not know is passed over, as the specification says. */
public final class THeaderReader {
    private static final int FIRST = 1024;

    private THeaderReader() {}

    /**
     * A header and where the message is.
     *
     * @param array the frame's own, or another when the message was compressed
     */
    public record Read(THeader header, byte[] array, int from, int to) {}

    /**
     * Reads the header of a frame.
     *
     * @param from where the frame begins
     * @param end where it ends: behind as many bytes as {@link TTHeaderReader#length} tells
     * @param limit the most bytes that a message may have that is compressed
     * @throws DecodeException when something does not fit, is of a protocol or transform that is not known, or the message is too large
     */
    public static Read read(byte[] b, int from, int end, int limit) {
        int payload = TTHeaderReader.payload(b, from, end, THeader.MAGIC, THeader.PATH);
        Cursor in = new Cursor(b, from, from + TTHeader.META, payload, THeader.PATH);
        Protocol protocol = protocol(in);
        boolean compressed = false;
        for (int n = in.varint31(); n > 0; n--) {
            int transform = in.varint31();
            if (transform != THeader.ZLIB || compressed) {
                throw in.failure(Kind.INVALID_DATA, "transform " + transform);
            }
            compressed = true;
        }
        Map<String, String> strings = new LinkedHashMap<>();
        while (in.more() && in.varint31() == THeader.STRING_PAIRS) {
            for (int n = in.varint31(); n > 0; n--) {
                String key = in.string(in.varint31());
                strings.put(key, in.string(in.varint31()));
            }
        }
        THeader header = new THeader(
                Bytes.u16(b, from + TTHeader.FLAGS_AT), Bytes.i32(b, from + TTHeader.SEQUENCE_AT), protocol, strings);
        if (!compressed) {
            return new Read(header, b, payload, end);
        }
        byte[] message = inflate(b, payload, end, limit);
        return new Read(header, message, 0, message.length);
    }

    private static Protocol protocol(Cursor in) {
        int id = in.varint31();
        return switch (id) {
            case THeader.BINARY -> Protocol.BINARY;
            case THeader.COMPACT -> Protocol.COMPACT;
            default -> throw in.failure(Kind.INVALID_DATA, "protocol id " + id);
        };
    }

    private static byte[] inflate(byte[] b, int from, int end, int limit) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(b, from, end - from);
            int most = limit + 1; // one more shows what is too large
            byte[] message = new byte[(int) Math.min(most, Math.max(FIRST, 2L * (end - from)))];
            int n = 0;
            while (true) {
                n += inflater.inflate(message, n, message.length - n);
                if (n > limit) {
                    throw failure(Kind.SIZE, "compressed message of more than " + limit + " bytes");
                }
                if (inflater.finished()) {
                    return Arrays.copyOf(message, n);
                }
                if (n < message.length) {
                    throw failure(Kind.TRUNCATED, "compressed message without an end");
                }
                message = Arrays.copyOf(message, (int) Math.min(most, 2L * n));
            }
        } catch (DataFormatException e) {
            throw failure(Kind.INVALID_DATA, "compressed message: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static DecodeException failure(Kind kind, String what) {
        return new DecodeException(kind, what, 0, THeader.PATH);
    }
}

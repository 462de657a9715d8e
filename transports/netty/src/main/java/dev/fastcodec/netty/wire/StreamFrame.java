package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.thrift.Outgoing;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The head of a frame of a stream: a {@link TTHeader} that says which stream it is of and what it is for. A payload may follow.
 *
 * @param stream the stream's number on its connection, as the client chose it: never 0
 * @param method the function's name
 * @param strings headers, trailers, or what else the type of frame has
 * @param ints what the frame's TTHeader has besides method and type
 */
public record StreamFrame(
        Type type, int stream, String method, Map<String, String> strings, Map<Integer, String> ints) {

    /** What a frame is for. */
    public enum Type {
        /** From server to client: more for the connection than for the stream. No payload. */
        META("1"),
        /** The first frame of each side; the client's opens the stream. No payload. */
        HEADER("2"),
        /** A message: a bare struct. */
        DATA("3"),
        /** The last frame of a side. A server's may have an error as its payload: a Thrift message of type EXCEPTION. */
        TRAILER("4"),
        /** Ends the stream at once, for both sides; the payload, when there is one, says why as that of a trailer. */
        RESET("5");

        private final String number;

        Type(String number) {
            this.number = number;
        }

        static Type of(TTHeader header) {
            String number = header.get(Keys.FRAME_TYPE);
            for (Type type : values()) {
                if (type.number.equals(number)) {
                    return type;
                }
            }
            throw new DecodeException(Kind.INVALID_DATA, "frame of type \"" + number + "\"", 0, TTHeader.PATH);
        }
    }

    /**
     * What a header says about the frame behind it.
     *
     * @throws DecodeException when it is not that of a stream's frame, or has no type of frame that exists
     */
    public static StreamFrame of(TTHeader header) {
        if (!header.streaming()) {
            throw new DecodeException(
                    Kind.INVALID_DATA,
                    "frame without the flag of streams, 0x" + Integer.toHexString(header.flags()),
                    TTHeader.FLAGS_AT,
                    TTHeader.PATH);
        }
        Type type = Type.of(header);
        Map<Integer, String> ints = new LinkedHashMap<>(header.ints());
        ints.remove(Keys.FRAME_TYPE);
        ints.remove(Keys.TO_METHOD);
        return new StreamFrame(type, header.sequence(), header.get(Keys.TO_METHOD), header.strings(), ints);
    }

    /** Writes the head behind what is there; the payload is to follow, and {@link TTHeaderWriter#finish()}. */
    public TTHeaderWriter begin(Outgoing out) {
        Map<Integer, String> all = new LinkedHashMap<>();
        all.put(Keys.TO_METHOD, method);
        all.put(Keys.FRAME_TYPE, type.number);
        ints.forEach(all::putIfAbsent);
        return TTHeaderWriter.begin(
                out, new TTHeader(TTHeader.STREAMING, stream, TTHeader.THRIFT_STRUCT, strings, all));
    }

    /** Writes a frame without payload behind what is there. */
    public void write(Outgoing out) {
        begin(out).finish();
    }
}

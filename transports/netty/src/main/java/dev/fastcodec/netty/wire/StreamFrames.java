package dev.fastcodec.netty.wire;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.netty.wire.StreamFrame.Type;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.Incoming;
import dev.fastcodec.thrift.MessageType;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import dev.fastcodec.thrift.TApplicationException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the frames of one stream, each to an array of its own.
 *
 * @param stream the stream's number
 * @param method the function's name
 * @param codec the codec of what is sent: a bare struct in the Binary protocol
 * @param limit the most bytes that a frame may have
 * @param <T> what is sent
 */
public record StreamFrames<T>(int stream, String method, Codec<T> codec, int limit) {

    /** The frame that opens a stream, or begins the answer. */
    public Outgoing header(Map<String, String> strings, Map<Integer, String> ints) {
        return bare(new StreamFrame(Type.HEADER, stream, method, strings, ints));
    }

    /**
     * A message.
     *
     * @throws EncodeException when it cannot be written or is too large
     */
    public Outgoing data(T message) {
        Outgoing out = new Outgoing(Protocol.BINARY).keepLarge();
        TTHeaderWriter writer = new StreamFrame(Type.DATA, stream, method, Map.of(), Map.of()).begin(out);
        out.addStruct(codec, message);
        writer.finish();
        int size = out.size() + out.beside();
        if (size > limit) {
            throw new EncodeException("frame of " + size + " bytes where " + limit + " are allowed");
        }
        return out;
    }

    /** The frame that ends what this side sends. */
    public Outgoing trailer(Map<String, String> strings, @Nullable TApplicationException failure) {
        return ending(Type.TRAILER, strings, failure);
    }

    /** The frame that ends the stream at once. */
    public Outgoing reset(Map<String, String> strings, TApplicationException why) {
        return ending(Type.RESET, strings, why);
    }

    /**
     * The exception in a trailer or a reset.
     *
     * @throws DecodeException when there is none
     */
    public static TApplicationException exception(Packet.Stream packet) {
        Incoming in = Incoming.read(Protocol.BINARY, packet.array(), packet.payload(), packet.to());
        if (in.envelope().type() != MessageType.EXCEPTION) {
            throw new DecodeException(
                    Kind.INVALID_DATA, "message of type " + in.envelope().type(), 0, TTHeader.PATH);
        }
        return in.exception();
    }

    private Outgoing ending(Type type, Map<String, String> strings, @Nullable TApplicationException failure) {
        StreamFrame frame = new StreamFrame(type, stream, method, strings, Map.of());
        if (failure == null) {
            return bare(frame);
        }
        Outgoing out = new Outgoing(Protocol.BINARY);
        TTHeaderWriter writer = frame.begin(out);
        out.add(new Envelope(MessageType.EXCEPTION, method, stream), TApplicationException.BINARY, failure);
        writer.finish();
        return out;
    }

    private static Outgoing bare(StreamFrame frame) {
        Outgoing out = new Outgoing(Protocol.BINARY);
        frame.write(out);
        return out;
    }
}

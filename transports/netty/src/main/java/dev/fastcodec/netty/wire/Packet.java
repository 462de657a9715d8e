package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.thrift.Frame;
import dev.fastcodec.thrift.Incoming;
import dev.fastcodec.thrift.Protocol;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came on a connection in one piece: a message of a call, or a frame of a stream. The array is shared and not changed any more. */
public sealed interface Packet {
    /** An array that is so much larger than what is in it may be kept. */
    int MUCH = 1024;

    /**
     * A message of a call or an answer.
     *
     * @param header what was in front, or null
     * @param strings the string keys of what was in front, a header or mesh's; empty when nothing was
     * @param shape what the message is in: never a header
     * @param from the index in the array at which the message begins, its length when it has one
     * @param to the index behind it
     */
    record Message(@Nullable Header header, Map<String, String> strings, Shape shape, byte[] array, int from, int to)
            implements Packet {

        /** Kitex's header, or null when there is none. */
        public @Nullable TTHeader ttheader() {
            return header instanceof TTHeader kitex ? kitex : null;
        }

        /** Whether it is in Thrift's protocols, and not Kitex Protobuf. */
        public boolean isThrift() {
            return shape.protocol() != null;
        }

        /**
         * Reads the envelope of a Thrift message.
         *
         * @throws DecodeException when it has none
         */
        public Incoming thrift() {
            if (shape.protocol() == null) {
                throw new IllegalStateException("not Thrift's");
            }
            return shape.framed()
                    ? Incoming.readFramed(shape.protocol(), array, from, to, Integer.MAX_VALUE)
                    : Incoming.read(shape.protocol(), array, from, to);
        }

        /**
         * Reads the envelope of a Kitex Protobuf message.
         *
         * @throws DecodeException when it has none
         */
        public KitexProtobuf.Read protobuf() {
            return KitexProtobuf.read(array, from, to);
        }
    }

    /**
     * A frame of a stream.
     *
     * @param payload the index in the array at which its payload begins
     * @param to the index behind it
     */
    record Stream(StreamFrame frame, byte[] array, int payload, int to) implements Packet {
        /** Whether it has a payload. */
        public boolean hasPayload() {
            return to > payload;
        }

        /** The same, to be kept: not in an array that is much larger because it came together with others. */
        public Stream detached() {
            int size = to - payload;
            return array.length <= 2 * size + MUCH
                    ? this
                    : new Stream(frame, Arrays.copyOfRange(array, payload, to), 0, size);
        }
    }

    /**
     * Reads what {@link PacketEnd} found.
     *
     * @param to the index behind the packet
     * @param checked whether a checksum is compared when there is one
     * @param limit the most bytes that a message may have that was compressed
     * @throws DecodeException when a header is wrong, nothing follows it, or the checksum is another; offsets count from the packet or the message on
     */
    static Packet read(byte[] b, int from, int to, boolean checked, int limit) {
        Shape shape = Shape.of(b, from);
        if (shape == Shape.TTHEADER) {
            TTHeaderReader.Read read = TTHeaderReader.read(b, from, to);
            TTHeader header = read.header();
            if (header.streaming()) {
                return new Stream(StreamFrame.of(header), b, read.payload(), to);
            }
            if (checked) {
                Checksum.check(header, b, read.payload(), to);
            }
            Shape inner = Shape.ofMessage(b, read.payload(), to);
            return message(header, header.strings(), inner, b, read.payload(), to);
        }
        if (shape == Shape.THEADER) {
            THeaderReader.Read read = THeaderReader.read(b, from, to, limit);
            THeader header = read.header();
            Shape inner = header.protocol() == Protocol.COMPACT ? Shape.COMPACT : Shape.BINARY;
            return message(header, header.strings(), inner, read.array(), read.from(), read.to());
        }
        if (shape == Shape.MESH) {
            int message = from + MeshHeader.length(b, from);
            Map<String, String> strings = MeshHeader.read(b, from, message);
            return message(null, strings, Shape.ofMessage(b, message, to), b, message, to);
        }
        return message(null, Map.of(), shape, b, from, to);
    }

    private static Message message(
            @Nullable Header header, Map<String, String> strings, Shape shape, byte[] b, int from, int to) {
        if (shape.framed() && Frame.length(b, from, to, Integer.MAX_VALUE) > to - from - Frame.PREFIX) {
            throw new DecodeException(Kind.SIZE, "frame that is longer than what it is in", 0, "frame");
        }
        return new Message(header, strings, shape, b, from, to);
    }
}

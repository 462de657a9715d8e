package dev.fastcodec.netty.wire;

import dev.fastcodec.Codec;
import dev.fastcodec.EncodeException;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import dev.fastcodec.thrift.TApplicationException;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages of calls and answers in one shape, each to an array of its own. Binaries of 4096 bytes and more stay in their own arrays, unless a
 * checksum is wanted.
 *
 * @param shape what the message is in: never a header
 * @param checksum whether a TTHeader in front has a checksum
 * @param limit the most bytes that all may have
 */
public record MessageWriter(Shape shape, boolean checksum, int limit) {
    private static final byte[] NO_BYTE = {};
    private static final byte[] STOP = {0};

    /** What answers a message in its own shape. */
    public static MessageWriter answering(Packet.Message message, int limit) {
        TTHeader header = message.ttheader();
        boolean checksum = header != null && !header.get(Keys.CHECKSUM).isEmpty();
        return new MessageWriter(message.shape(), checksum, limit);
    }

    /** What the message is in, in a header in front. */
    public Protocol protocol() {
        return shape.protocol() == Protocol.COMPACT ? Protocol.COMPACT : Protocol.BINARY;
    }

    /** The protocol id of a TTHeader in front. */
    public int protocolId() {
        return protocol() == Protocol.COMPACT ? TTHeader.COMPACT : TTHeader.BINARY;
    }

    /**
     * Writes a message.
     *
     * @param header what to put in front, or null
     * @param codec one of the shape's protocol
     * @throws EncodeException when it cannot be written or is too large
     */
    public <T> Outgoing write(@Nullable Header header, Envelope envelope, Codec<T> codec, T body) {
        return write(header, (out, protocol) -> {
            if (protocol == null) {
                KitexProtobuf.write(out, envelope, codec, body);
            } else if (shape.framed()) {
                out.addFramed(envelope, codec, body, limit);
            } else {
                out.add(envelope, codec, body);
            }
        });
    }

    /** As {@link #write(Header, Envelope, Codec, Object)}, of type EXCEPTION. */
    public Outgoing writeException(@Nullable Header header, Envelope envelope, TApplicationException failure) {
        if (shape.protocol() != null) {
            return write(header, envelope, TApplicationException.codec(shape.protocol()), failure);
        }
        return write(header, (out, protocol) -> KitexProtobuf.write(out, envelope, failure));
    }

    /**
     * As {@link #write(Header, Envelope, Codec, Object)}, with a body without any field: an answer whose header has a business error.
     *
     * @param codec as for a body
     */
    public <T> Outgoing writeEmpty(@Nullable Header header, Envelope envelope, Codec<T> codec) {
        return write(header, envelope, codec, codec.decode(shape.protocol() == null ? NO_BYTE : STOP));
    }

    /** Writes a header, and gives what ends the frame. */
    private Runnable begin(Outgoing out, Header header) {
        if (header instanceof THeader apache) {
            return THeaderWriter.begin(out, apache)::finish;
        }
        TTHeader kitex = (TTHeader) header;
        return checksum ? TTHeaderWriter.beginChecked(out, kitex)::finish : TTHeaderWriter.begin(out, kitex)::finish;
    }

    private interface Message {
        void write(Outgoing out, @Nullable Protocol protocol);
    }

    private Outgoing write(@Nullable Header header, Message message) {
        Protocol protocol = shape.protocol();
        Outgoing out = new Outgoing(protocol == null ? Protocol.BINARY : protocol);
        if (!checksum) {
            out.keepLarge();
        }
        if (header == null) {
            message.write(out, protocol);
        } else {
            Runnable finish = begin(out, header);
            message.write(out, protocol);
            finish.run();
        }
        int size = out.size() + out.beside();
        if (size > limit) {
            throw new EncodeException("message of " + size + " bytes where " + limit + " are allowed");
        }
        return out;
    }
}

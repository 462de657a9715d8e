package dev.fastcodec.netty.wire;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodedMessage;
import dev.fastcodec.netty.wire.bootstrap.ErrorProto;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.MessageType;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.TApplicationException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Kitex's messages with a Protobuf body: the length of the rest in four bytes, {@code u16 9001, u16 type}, the name behind its length in four bytes,
 * the sequence id, and the body, which has no arguments or results around it.
 */
public final class KitexProtobuf {
    private static final int MAGIC = 0x9001;
    private static final int MAGIC_AT = Integer.BYTES;
    private static final int TYPE_AT = MAGIC_AT + Short.BYTES;
    private static final int NAME_AT = TYPE_AT + Short.BYTES;
    private static final String PATH = "message";

    private KitexProtobuf() {}

    /**
     * A message that came.
     *
     * @param body the index at which the body begins
     * @param end the index behind the body
     */
    public record Read(Envelope envelope, byte[] array, int body, int end) {
        /** Reads the body. */
        public <T> T body(Codec<T> codec) {
            return codec.decode(array, body, end - body);
        }

        /** Reads the body of a message of type {@link MessageType#EXCEPTION}. */
        public TApplicationException exception() {
            ErrorProto error = body(ErrorProto.PROTO);
            return new TApplicationException()
                    .typeNumber(error.getTypeId())
                    .setMessage(new String(error.getMessage(), StandardCharsets.UTF_8));
        }
    }

    /** Writes a message behind what is there, its length first. */
    public static <T> void write(Outgoing out, Envelope envelope, Codec<T> codec, T body) {
        int start = begin(out, envelope);
        int besideBefore = out.beside();
        try (EncodedMessage bytes = codec.encodeShared(body)) {
            out.add(bytes);
        }
        finish(out, start, out.beside() - besideBefore);
    }

    /** Writes an answer that says what went wrong. */
    public static void write(Outgoing out, Envelope envelope, TApplicationException failure) {
        byte[] text = Objects.requireNonNullElse(failure.getMessage(), "").getBytes(StandardCharsets.UTF_8);
        write(
                out,
                envelope,
                ErrorProto.PROTO,
                new ErrorProto().setTypeId(failure.typeNumber()).setMessage(text));
    }

    /**
     * Reads the envelope of a message.
     *
     * @param from where its length begins
     * @param to where the bytes that are there end, which must be all of the message's
     * @throws DecodeException when it is none, or not all of it is there
     */
    public static Read read(byte[] b, int from, int to) {
        Cursor in = new Cursor(b, from, from, to, PATH);
        int length = in.i32();
        if (length < 0 || length > to - in.at()) {
            throw in.failure(Kind.SIZE, "message of " + length + " bytes where " + (to - in.at()) + " are left");
        }
        int end = in.at() + length;
        in = new Cursor(b, from, in.at(), end, PATH);
        int magic = in.u16();
        if (magic != MAGIC) {
            throw in.failure(Kind.INVALID_DATA, "magic 0x" + Integer.toHexString(magic));
        }
        int number = in.u16();
        MessageType type = MessageType.forNumber(number);
        if (type == null) {
            throw in.failure(Kind.INVALID_DATA, "message type " + number);
        }
        String name = in.string(in.i32());
        Envelope envelope = new Envelope(type, name, in.i32());
        return new Read(envelope, b, in.at(), end);
    }

    private static int begin(Outgoing out, Envelope envelope) {
        int start = out.size();
        Bytes.i32(out, 0);
        Bytes.u16(out, MAGIC);
        Bytes.u16(out, envelope.type().number());
        Bytes.string32(out, envelope.name());
        Bytes.i32(out, envelope.sequence());
        return start;
    }

    private static void finish(Outgoing out, int start, int beside) {
        Bytes.setI32(out.array(), start, out.size() - start - Integer.BYTES + beside);
    }
}

package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.EncodeException;
import dev.fastcodec.EncodedMessage;
import dev.fastcodec.schema.MessageSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Writes the struct that is the only argument or the result of a function in place of the struct around it; when there is none, writing fails.
 *
 * @param <T> the struct of arguments, or of the result
 * @param <S> the struct that is in it
 */
final class StructCodec<T extends CallStruct<T>, S> implements Codec<T> {
    private final Codec<S> codec;
    private final T any;

    StructCodec(Codec<S> codec, T any) {
        this.codec = codec;
        this.any = any;
    }

    @SuppressWarnings("unchecked") // the codec is that of the field
    private S inner(T message) {
        S inner = (S) message.inner();
        if (inner == null) {
            throw new EncodeException("no " + codec.schema().name() + " to write");
        }
        return inner;
    }

    private T outer(S inner) {
        T message = any.make();
        message.inner(inner);
        return message;
    }

    @Override
    public byte[] encode(T message) {
        return codec.encode(inner(message));
    }

    @Override
    public int encode(T message, byte[] into, int offset) {
        return codec.encode(inner(message), into, offset);
    }

    @Override
    public void encode(T message, ByteBuffer into) {
        codec.encode(inner(message), into);
    }

    @Override
    public void encode(T message, OutputStream out) throws IOException {
        codec.encode(inner(message), out);
    }

    @Override
    public EncodedMessage encodeLent(T message) {
        return codec.encodeLent(inner(message));
    }

    @Override
    public void encodeDelimited(T message, OutputStream out) throws IOException {
        codec.encodeDelimited(inner(message), out);
    }

    @Override
    public T decode(byte[] bytes, int offset, int length) {
        return outer(codec.decode(bytes, offset, length));
    }

    @Override
    public T decode(ByteBuffer bytes) {
        return outer(codec.decode(bytes));
    }

    @Override
    public T decode(InputStream in) throws IOException {
        return outer(codec.decode(in));
    }

    @Override
    public T decodeInto(T message, byte[] bytes, int offset, int length) {
        message.inner(codec.decode(bytes, offset, length));
        return message;
    }

    @Override
    public T decodeDelimited(InputStream in) throws IOException {
        S inner = codec.decodeDelimited(in);
        return inner == null ? null : outer(inner);
    }

    /** That of the struct alone. */
    @Override
    public MessageSchema schema() {
        return codec.schema();
    }

    @Override
    public Codec<T> withMaxDepth(int levels) {
        return new StructCodec<>(codec.withMaxDepth(levels), any);
    }
}

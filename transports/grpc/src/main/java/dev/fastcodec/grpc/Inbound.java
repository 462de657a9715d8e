package dev.fastcodec.grpc;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import io.grpc.HasByteBuffer;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Reads messages that came: where they lie if they lie in one piece, and else out of an array of just their size. */
final class Inbound implements Marshaller<Object> {
    private final Codec<?> codec;

    /** What comes in place of a message that cannot be read; thrown from here it would cost the call its reason. */
    record Unreadable(DecodeException reason) {}

    Inbound(Codec<?> codec) {
        this.codec = codec;
    }

    @Override
    public Object parse(InputStream in) {
        try {
            return read(in);
        } catch (DecodeException e) {
            return new Unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object read(InputStream in) throws IOException {
        if (!(in instanceof KnownLength)) {
            return codec.decode(in.readAllBytes()); // was compressed
        }
        int n = in.available();
        if (n > 0 && in instanceof HasByteBuffer buffers && buffers.byteBufferSupported()) {
            ByteBuffer first = buffers.getByteBuffer();
            if (first != null && first.remaining() == n) {
                return codec.decode(first);
            }
        }
        byte[] bytes = new byte[n];
        return codec.decode(bytes, 0, in.readNBytes(bytes, 0, n));
    }

    @Override
    public InputStream stream(Object message) {
        throw new UnsupportedOperationException();
    }
}

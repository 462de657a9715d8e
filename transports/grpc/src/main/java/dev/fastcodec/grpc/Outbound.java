package dev.fastcodec.grpc;

import dev.fastcodec.EncodedMessage;
import io.grpc.Drainable;
import io.grpc.HasByteBuffer;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out, encoded already. grpc-java would call a marshaller later, and again for each attempt, when the message, which can be
 * changed, may have been; and it would swallow an {@link dev.fastcodec.EncodeException}.
 *
 * @param message for those who look at it
 */
record Outbound(@Nullable Object message, EncodedMessage bytes) {
    /** Gives grpc-java the bytes, as often as it likes. */
    static final Marshaller<Object> MARSHALLER = new Marshaller<>() {
        @Override
        public InputStream stream(Object outbound) {
            return new Bytes(((Outbound) outbound).bytes);
        }

        @Override
        public Object parse(InputStream in) {
            throw new UnsupportedOperationException();
        }
    };

    /** The message, for logs. */
    @Override
    public String toString() {
        return String.valueOf(message);
    }

    /** Known length, and written to the transport's buffer in one go. */
    private static final class Bytes extends InputStream implements KnownLength, Drainable, HasByteBuffer {
        private final EncodedMessage encoded;
        private @Nullable ByteBuffer rest;
        private boolean drained;

        Bytes(EncodedMessage encoded) {
            this.encoded = encoded;
        }

        private ByteBuffer rest() {
            if (rest == null) {
                rest = encoded.toByteBuffer();
            }
            return rest;
        }

        @Override
        public int available() {
            return drained ? 0 : rest == null ? encoded.size() : rest.remaining();
        }

        @Override
        public int drainTo(OutputStream out) throws IOException {
            int n = available();
            if (rest != null) {
                out.write(readAllBytes());
            } else if (!drained) {
                encoded.writeTo(out);
            }
            drained = true;
            return n;
        }

        @Override
        public int read() {
            return available() == 0 ? -1 : rest().get() & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, into.length);
            int n = Math.min(length, available());
            if (n == 0) {
                return length == 0 ? 0 : -1;
            }
            rest().get(into, offset, n);
            return n;
        }

        @Override
        public boolean byteBufferSupported() {
            return true;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return rest().slice();
        }

        @Override
        public void close() {
            drained = true;
            encoded.close();
        }
    }
}

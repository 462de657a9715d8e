package dev.fastcodec.thrift;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.WireCodec;
import dev.fastcodec.internal.Scratch;
import java.nio.ByteBuffer;

/**
 * What the codecs of both Thrift protocols do alike. Bytes behind a message are left alone, as a struct has an end mark.
 *
 * @param <T> the struct, union or exception
 */
public abstract class ThriftCodec<T extends Message<T>> extends WireCodec<T> {
    private static final int MAX_DEPTH = 64;
    private static final int FIRST_COPY = 1024;

    ThriftCodec() {
        super(MAX_DEPTH);
    }

    /** Writes a whole struct to the writer's array from its start on, and gives its end. */
    abstract int write(ThriftWriter w, T message);

    /** A writer of the protocol. */
    abstract ThriftWriter writer(byte[] b);

    /** Reads a whole struct and gives the position behind its STOP. */
    abstract int read(ThriftReader r, byte[] b, int p, T message);

    /** A reader of the protocol. */
    abstract ThriftReader reader(int end, int maxDepth);

    @Override
    protected final Encoded encodeScratch(T message) {
        ThriftWriter w = writer(Scratch.take());
        try {
            int p = write(w, message);
            return new Encoded(w.b, 0, p);
        } catch (StackOverflowError e) {
            throw new EncodeException("struct nested too deeply for the stack", e);
        }
    }

    @Override
    protected final int decodeSlice(T message, byte[] b, int from, int to) {
        ThriftReader r = reader(to, maxDepth());
        DecodeException failure;
        try {
            int p = read(r, b, from, message);
            if (p <= to) {
                return p;
            }
            failure = r.truncated();
        } catch (DecodeException e) {
            failure = e.offset() > to ? r.truncated() : e;
        } catch (IndexOutOfBoundsException e) {
            failure = r.truncated();
        } catch (StackOverflowError e) {
            failure = r.fail(Kind.DEPTH, to, "structs nested too deeply for the stack");
        }
        int depth = failure.kind() == Kind.DEPTH ? maxDepth() : Integer.MAX_VALUE;
        throw new ThriftLocator(reader(to, depth), b, from, failure).located(fields());
    }

    /** Copies only so much of the buffer as the struct takes, give or take a factor of two: many structs may follow. */
    @Override
    protected final T decodeCopy(ByteBuffer bytes) {
        int start = bytes.position();
        int rest = bytes.remaining();
        for (long n = FIRST_COPY; ; n *= 2) {
            byte[] copy = new byte[(int) Math.min(n, rest)];
            bytes.get(start, copy);
            T message = newMessage();
            try {
                bytes.position(start + decodeSlice(message, copy, 0, copy.length));
                return message;
            } catch (DecodeException e) {
                if (copy.length == rest || e.kind() != Kind.TRUNCATED && e.kind() != Kind.SIZE) {
                    throw e;
                }
            }
        }
    }
}

package dev.fastcodec.thrift;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.WireCodec;
import dev.fastcodec.internal.Scratch;
import dev.fastcodec.thrift.MessageForm.Input;
import java.nio.ByteBuffer;

/**
 * What the codecs of both Thrift protocols do alike. Bytes behind a message are left alone, as a struct has an end mark.
 *
 * @param <T> the struct, union or exception
 */
public abstract class ThriftCodec<T> extends WireCodec<T> {
    /** How many levels are allowed, the outermost struct counted, as libthrift has it. */
    static final int MAX_DEPTH = 64;

    private static final int FIRST_COPY = 1024;

    ThriftCodec() {
        super(MAX_DEPTH);
    }

    /** A writer of the protocol. */
    abstract ThriftWriter writer(byte[] b);

    /** A reader of the protocol. */
    abstract ThriftReader reader(int end, int maxDepth);

    /** Writes a struct from index {@code p} on and gives its end. */
    abstract int write(ThriftWriter w, int p, T message);

    /** Reads a whole struct and gives the position behind its STOP. */
    abstract int read(ThriftReader r, byte[] b, int p, T message);

    /** Writes a struct that others do not contain. */
    final int append(ThriftWriter w, int p, T message) {
        try {
            return write(w, p, message);
        } catch (StackOverflowError e) {
            throw new EncodeException("struct nested too deeply for the stack", e);
        }
    }

    @Override
    protected final Encoded encodeScratch(T message) {
        ThriftWriter w = writer(Scratch.take());
        w.keepLarge = true;
        int p = append(w, 0, message);
        return new Encoded(w.b, 0, p, w.inserts);
    }

    @Override
    protected final int decodeSlice(T message, byte[] b, int from, int to) {
        return read(message, b, from, from, to);
    }

    /**
     * Reads a struct that others do not contain.
     *
     * @param origin from where on the offsets of failures count
     * @return the position behind it
     */
    final int read(T message, byte[] b, int origin, int from, int to) {
        ThriftReader r = reader(to, maxDepth());
        DecodeException failure;
        try {
            int p = read(r, b, from, message);
            if (p <= to) {
                return p;
            }
            failure = r.truncated();
        } catch (DecodeException | IndexOutOfBoundsException | StackOverflowError e) {
            failure = r.failure(e);
        }
        int depth = ThriftLocator.depth(failure, maxDepth());
        throw ThriftLocator.located(reader(to, depth), new Input(b, origin, from, to), failure, schema());
    }

    /** A new, empty message; for the classes of this package. */
    final T make() {
        return newMessage();
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

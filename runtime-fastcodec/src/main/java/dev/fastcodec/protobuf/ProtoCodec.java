package dev.fastcodec.protobuf;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.WireCodec;
import dev.fastcodec.internal.Scratch;
import java.util.Arrays;

/**
 * The base of generated Protobuf codecs.
 *
 * @param <T> the message
 */
public abstract class ProtoCodec<T extends Message<T>> extends WireCodec<T> {
    private static final int MAX_DEPTH = 100;

    /** A codec that allows 100 levels below the outermost message. */
    protected ProtoCodec() {
        super(MAX_DEPTH);
    }

    /**
     * Writes a message backward, without tag or length. There may be no room in front of {@code p}, neither before nor after.
     *
     * @param b {@code w.b}
     * @param p where the bytes written so far begin
     * @return where they begin now, in {@code w.b}
     */
    protected abstract int write(ProtoWriter w, byte[] b, int p, T m);

    /**
     * Reads fields into a message.
     *
     * @return where reading stopped; an error unless it is {@code end}
     */
    protected abstract int read(ProtoReader r, byte[] b, int p, int end, T m);

    @Override
    protected final Encoded encodeScratch(T message) {
        byte[] b = Scratch.take();
        ProtoWriter w = new ProtoWriter(b);
        try {
            int p = write(w, b, b.length, message);
            return new Encoded(w.b, p, w.b.length);
        } catch (StackOverflowError e) {
            throw new EncodeException("message nested too deeply for the stack", e);
        }
    }

    @Override
    protected final int decodeSlice(T message, byte[] b, int from, int to) {
        ProtoReader r = new ProtoReader(maxDepth());
        DecodeException failure = tryRead(r, message, b, from, to);
        if (failure == null) {
            return to;
        }
        if (to < b.length && failure.kind() != Kind.MISSING_REQUIRED) {
            // What lies behind the slice may have been looked at and must not decide which failure is told.
            decodeSlice(newMessage(), Arrays.copyOfRange(b, from, to), 0, to - from);
        }
        throw new ProtoLocator(b, from, to, failure, r.depth()).located(fields());
    }

    private DecodeException tryRead(ProtoReader r, T message, byte[] b, int from, int to) {
        try {
            int p = read(r, b, from, to, message);
            if (p == to) {
                return null;
            }
            return p > to ? r.truncated(to) : r.fail(Kind.INVALID_DATA, p, "message ends too early");
        } catch (DecodeException e) {
            return e.offset() > to ? r.truncated(to) : e;
        } catch (IndexOutOfBoundsException e) {
            return r.truncated(to);
        } catch (StackOverflowError e) {
            return r.fail(Kind.DEPTH, to, "messages nested too deeply for the stack");
        }
    }
}

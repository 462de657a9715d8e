package dev.fastcodec;

import dev.fastcodec.internal.Inserts;
import dev.fastcodec.internal.Scratch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The bytes of a message whose number is known before they are copied to where they belong, which saves one copy. For engines; made by
 * {@link Codec#encodeLent} or of an array. Not for several threads at once.
 *
 * <p>Lent bytes lie in an array of a pool, and large contents in the message's own arrays, which must not change before this is closed. Whoever does not
 * close it costs the pool an array and does no other harm.
 */
public final class EncodedMessage implements AutoCloseable {
    private byte[] b;
    private final int from;
    private final int to;
    private final Inserts inserts;
    private final boolean lent;

    private EncodedMessage(byte[] b, int from, int to, Inserts inserts, boolean lent) {
        this.b = b;
        this.from = from;
        this.to = to;
        this.inserts = inserts;
        this.lent = lent;
    }

    /** All of an array, which is not copied; closing this does nothing. */
    public static EncodedMessage of(byte[] bytes) {
        return new EncodedMessage(bytes, 0, bytes.length, null, false);
    }

    static EncodedMessage lent(byte[] b, int from, int to, Inserts inserts) {
        return new EncodedMessage(b, from, to, inserts, true);
    }

    /** The number of bytes. */
    public int size() {
        return to - from + (inserts == null ? 0 : inserts.size());
    }

    /**
     * Writes all bytes, in one call of the stream unless large contents lie in other arrays; the stream must not keep them.
     *
     * @throws IllegalStateException when this is closed
     */
    public void writeTo(OutputStream out) throws IOException {
        if (inserts == null) {
            out.write(array(), from, to - from);
        } else {
            inserts.write(array(), from, to, out);
        }
    }

    /**
     * All bytes, not copied if they lie in one piece, until this is closed; only to be read.
     *
     * @throws IllegalStateException when this is closed
     */
    public ByteBuffer toByteBuffer() {
        return inserts == null
                ? ByteBuffer.wrap(array(), from, to - from)
                : ByteBuffer.wrap(inserts.join(array(), from, to));
    }

    /**
     * Gives all bytes in their order, none of them copied.
     *
     * @param lent takes those that may be read until this is closed
     * @param large takes arrays of the message itself
     * @throws IllegalStateException when this is closed
     */
    public void split(Consumer<ByteBuffer> lent, Consumer<byte[]> large) {
        if (inserts == null) {
            lent.accept(ByteBuffer.wrap(array(), from, to - from));
        } else {
            inserts.split(array(), from, to, lent, large);
        }
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return inserts == null ? Arrays.copyOfRange(array(), from, to) : inserts.join(array(), from, to);
    }

    private byte[] array() {
        if (b == null) {
            throw new IllegalStateException("closed");
        }
        return b;
    }

    /** Gives lent bytes back, once. */
    @Override
    public void close() {
        if (lent && b != null) {
            byte[] given = b;
            b = null;
            Scratch.give(given);
        }
    }
}

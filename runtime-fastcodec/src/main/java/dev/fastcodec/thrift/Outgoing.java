package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.EncodeException;
import dev.fastcodec.EncodedMessage;
import dev.fastcodec.internal.Inserts;
import dev.fastcodec.internal.Scratch;
import dev.fastcodec.thrift.MessageForm.Written;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Messages to be sent, one behind the other in an array that grows. What is encoded goes straight there and is not copied again. Not for use by
 * several threads at once.
 *
 * <p>A transport takes the bytes from {@link #array()}, up to {@link #size()}, or {@link #pieces}. It may put bytes of its own before a message with {@link #reserve} and
 * {@link #grew}, and change them later.
 */
public final class Outgoing {
    private static final int FIRST = 512;

    private final Protocol protocol;
    private byte[] array;
    private int size;
    private Inserts inserts;

    /** No message yet. */
    public Outgoing(Protocol protocol) {
        this(protocol, new byte[FIRST]);
    }

    /** No message yet, and an array to begin with; it is used as long as it is large enough. */
    public Outgoing(Protocol protocol, byte[] array) {
        this.protocol = Objects.requireNonNull(protocol);
        this.array = Objects.requireNonNull(array);
    }

    /**
     * Leaves binaries of 4096 bytes and more in the arrays that they are in, in place of copying them; they must not change until all is sent. What is
     * in {@link #array()} then is not all: {@link #pieces} is.
     */
    public Outgoing keepLarge() {
        if (inserts == null) {
            inserts = new Inserts();
        }
        return this;
    }

    /** The number of bytes that are not in {@link #array()}; 0 unless {@link #keepLarge()} was said. */
    public int beside() {
        return inserts == null ? 0 : inserts.size();
    }

    /** All bytes in their order, piece by piece, none of them copied. */
    public void pieces(Consumer<ByteBuffer> to) {
        if (inserts == null) {
            to.accept(ByteBuffer.wrap(array, 0, size));
        } else {
            inserts.split(array, 0, size, to);
        }
    }

    /** The array that holds the bytes from index 0 up to {@link #size()}; not copied, and replaced when it grows. */
    public byte[] array() {
        return array;
    }

    /** The number of bytes so far that are in {@link #array()}. */
    public int size() {
        return size;
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return beside() == 0 ? Arrays.copyOf(array, size) : inserts.join(array, 0, size);
    }

    /** Forgets the bytes and keeps the array. */
    public Outgoing clear() {
        size = 0;
        inserts = inserts == null ? null : new Inserts();
        return this;
    }

    /**
     * Makes room for more bytes behind {@link #size()}, for {@link #grew} to count when they are there.
     *
     * @return {@link #array()}
     */
    public byte[] reserve(int more) {
        if (more > array.length - size) {
            int larger = Scratch.larger(array.length, (long) size + more);
            if (larger < 0) {
                throw new EncodeException("messages of more bytes than an array holds");
            }
            array = Arrays.copyOf(array, larger);
        }
        return array;
    }

    /** Takes the bytes written to {@link #array()} up to the new size. */
    public void grew(int newSize) {
        Objects.checkIndex(newSize, array.length + 1);
        size = newSize;
    }

    /**
     * Adds a message.
     *
     * @param codec a codec of the protocol
     * @throws EncodeException when the body cannot be written; the size then is as it was
     * @throws IllegalArgumentException when the codec is not one of the protocol
     */
    public <T> Outgoing add(Envelope envelope, Codec<T> codec, T body) {
        size = write(size, envelope, codec, body);
        return this;
    }

    /**
     * Adds a struct without an envelope.
     *
     * @param codec a codec of the protocol, which is a binary one
     * @throws EncodeException as {@link #add}
     * @throws IllegalArgumentException as {@link #add}, and for {@link Protocol#TJSON}
     */
    public <T> Outgoing addStruct(Codec<T> codec, T body) {
        size = write(size, null, codec, body);
        return this;
    }

    /** Adds a message in a {@link Frame} of at most {@link Frame#LIMIT} bytes. */
    public <T> Outgoing addFramed(Envelope envelope, Codec<T> codec, T body) {
        return addFramed(envelope, codec, body, Frame.LIMIT);
    }

    /**
     * Adds a message in a {@link Frame}.
     *
     * @param limit the most bytes that the message may have
     * @throws EncodeException as {@link #add}, and when the message is larger; the size then is as it was
     */
    public <T> Outgoing addFramed(Envelope envelope, Codec<T> codec, T body, int limit) {
        reserve(Frame.PREFIX);
        int besideBefore = beside();
        int end = write(size + Frame.PREFIX, envelope, codec, body);
        int length = end - size - Frame.PREFIX + beside() - besideBefore;
        if (length > limit) {
            cut();
            throw new EncodeException("frame of " + length + " bytes where " + limit + " are allowed");
        }
        BinaryWriter.i32(array, size, length);
        size = end;
        return this;
    }

    /** Adds a message in any format, without an envelope. Its large bytes are copied unless {@link #keepLarge()} was said. */
    public Outgoing add(EncodedMessage message) {
        message.split(this::copy, this::large);
        return this;
    }

    private void large(byte[] content) {
        if (inserts == null) {
            copy(ByteBuffer.wrap(content));
        } else {
            inserts.add(size, content);
        }
    }

    private void copy(ByteBuffer bytes) {
        int n = bytes.remaining();
        bytes.get(reserve(n), size, n);
        size += n;
    }

    private int write(int p, Envelope envelope, Codec<?> codec, Object body) {
        try {
            Written written = protocol.form().write(array, p, envelope, codec, body, inserts);
            array = written.array();
            return written.end();
        } catch (RuntimeException | Error e) {
            cut();
            throw e;
        }
    }

    private void cut() {
        if (inserts != null) {
            inserts.cut(size);
        }
    }
}

package dev.fastcodec.libthrift;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.thrift.BinaryCodec;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TProtocol;

/**
 * Reads and writes a generated type by any of libthrift's protocols: Binary, Compact, JSON, and for writing simple JSON, wrapped in others or not.
 * Safe for use by several threads, as long as each has a protocol of its own.
 *
 * <p>A message goes through the bytes of its Binary codec, and these through the calls of a {@link TProtocol}: what is written is what classes made by
 * Apache's compiler write, and what the codec checks is checked. Unknown fields go through too. In simple JSON, where fields
 * have no number, they are called by theirs. JSON does not tell text from Base64: a binary that the type does not know is kept as the text that it
 * is there, which is right for going back to JSON alone. Lists, sets and maps of UUIDs can be written but not read, as libthrift 0.25.0 does not know
 * the least size of a UUID.
 *
 * <p>All failures are {@link TException}s, as libthrift's clients and servers expect: those of protocols and transports as they are, those of the codec as
 * {@link org.apache.thrift.protocol.TProtocolException} with the {@link DecodeException} or {@link EncodeException} as cause. Structs and containers may
 * be nested as deep as the transport's configuration says, 64 unless set, and as the codec says.
 *
 * @param <T> the generated type
 */
public final class Bridge<T extends Message<T>> {
    private final Codec<T> binary;

    private Bridge(Codec<T> binary) {
        this.binary = binary;
    }

    /**
     * A bridge for a type.
     *
     * @param binary the type's codec for the Binary protocol, such as {@code Item.BINARY}
     * @throws IllegalArgumentException when it is one for another protocol
     */
    public static <T extends Message<T>> Bridge<T> of(Codec<T> binary) {
        if (!(binary instanceof BinaryCodec)) {
            throw new IllegalArgumentException(binary.getClass().getName() + " is not a codec of the Binary protocol");
        }
        return new Bridge<>(binary);
    }

    /** Writes a message as a struct. */
    public void write(T message, TProtocol out) throws TException {
        writeEncoded(encode(message), out);
    }

    /** Writes a struct that the codec has written. */
    void writeEncoded(byte[] message, TProtocol out) throws TException {
        StructWriter w = new StructWriter(out, message);
        try {
            w.struct(binary.schema());
        } catch (IndexOutOfBoundsException | StackOverflowError e) {
            // the first is of unknown fields that somebody made up
            throw Failures.ofWriting(e);
        } finally {
            w.release();
        }
    }

    private byte[] encode(T message) throws TException {
        try {
            return binary.encode(message);
        } catch (EncodeException e) {
            throw Failures.ofWriting(e);
        }
    }

    /** Reads a struct. */
    public T read(TProtocol in) throws TException {
        byte[] bytes = bytes(in);
        try {
            return binary.decode(bytes);
        } catch (DecodeException e) {
            throw Failures.ofReading(e);
        }
    }

    /**
     * Reads a struct into a message that exists: replaces the fields that are read.
     *
     * @return the message
     */
    public T readInto(T message, TProtocol in) throws TException {
        byte[] bytes = bytes(in);
        try {
            return binary.decodeInto(message, bytes);
        } catch (DecodeException e) {
            throw Failures.ofReading(e);
        }
    }

    /** The next struct in the Binary protocol, with room behind it. */
    private byte[] bytes(TProtocol in) throws TException {
        StructReader r = new StructReader(in);
        try {
            r.struct(binary.schema(), 0);
            return r.array();
        } catch (RuntimeException | StackOverflowError e) {
            // the first not only of strings that UTF-8 cannot hold: libthrift's JSON reader lets exceptions of the JDK
            // through
            throw Failures.ofReading(e);
        } finally {
            r.release();
        }
    }

    /** A message as libthrift knows structs, for its serializers, clients and processors. Not a copy: what is read goes into the message. */
    public Bridged<T> wrap(T message) {
        return new Bridged<>(this, message);
    }

    Codec<T> codec() {
        return binary;
    }
}

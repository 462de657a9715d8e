package dev.fastcodec;

import dev.fastcodec.schema.MessageSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Writes and reads messages of one type in one wire format. Safe for use by several threads.
 *
 * <p>Every {@code encode} throws {@link EncodeException} when the message cannot be written, and every {@code decode} throws
 * {@link DecodeException}, whatever the bytes. What a stream throws passes through.
 *
 * @param <T> the message
 */
public interface Codec<T> {

    /** The message as a new array. */
    byte[] encode(T message);

    /**
     * Writes the message into an array from an offset on.
     *
     * @return the index after the last byte written
     * @throws EncodeException also when it does not fit; the array then holds nothing of use from the offset on
     */
    int encode(T message, byte[] into, int offset);

    /**
     * Writes the message at the buffer's position and advances it.
     *
     * @throws java.nio.BufferOverflowException when it does not fit; the position then is as it was
     */
    void encode(T message, ByteBuffer into);

    /** Writes the message in one call of {@link OutputStream#write(byte[], int, int)}, or several when it has large bytes; the stream must not keep the arrays. */
    void encode(T message, OutputStream out) throws IOException;

    /** The message in bytes that are lent, for an engine that must know how many they are before it takes them; to be closed. */
    default EncodedMessage encodeLent(T message) {
        return EncodedMessage.of(encode(message));
    }

    /**
     * As {@link #encodeLent}, but large bytes are left in the arrays of the message where the format allows it. They are sent from there, so that those arrays must not
     * change until all is sent.
     */
    default EncodedMessage encodeShared(T message) {
        return encodeLent(message);
    }

    /** Writes the number of the message's bytes as a varint, then the message. */
    void encodeDelimited(T message, OutputStream out) throws IOException;

    /** Reads a message from a whole array. */
    default T decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    /**
     * Reads a message from a slice of an array.
     *
     * @throws IndexOutOfBoundsException when the slice is not within the array
     */
    T decode(byte[] bytes, int offset, int length);

    /**
     * Reads a message from a buffer of any kind and advances its position: to the limit for Protobuf, which has no end mark, and for JSON, where
     * nothing may follow, and otherwise behind the message. On failure the position stays.
     */
    T decode(ByteBuffer bytes);

    /** Reads a stream to its end and a message from that. */
    T decode(InputStream in) throws IOException;

    /** Reads into a message that exists, from a whole array. */
    default T decodeInto(T message, byte[] bytes) {
        return decodeInto(message, bytes, 0, bytes.length);
    }

    /**
     * Reads into a message that exists. Protobuf's binary format merges: repeated fields and maps are added to, sub-messages merged, all else
     * replaced. Thrift and all kinds of JSON replace the fields that were read. On failure the message is partly changed.
     *
     * @return the message given
     */
    T decodeInto(T message, byte[] bytes, int offset, int length);

    /**
     * Reads the number of bytes as a varint, then the message from that many bytes. Memory is taken as bytes arrive, not as the number promises.
     *
     * @return null when the stream is at its end
     */
    T decodeDelimited(InputStream in) throws IOException;

    /** What the IDL says about the message. */
    MessageSchema schema();

    /**
     * A codec that differs in which extensions it knows; a format that has none is as it is. Without a registry it knows no extension.
     */
    default Codec<T> with(TypeRegistry registry) {
        return this;
    }

    /**
     * A codec that differs in how deep messages and containers may be nested when decoding: 100 levels below the outermost message for Protobuf, 64
     * with the outermost for Thrift, unless set. Deeper input is refused with {@link DecodeException.Kind#DEPTH}.
     */
    Codec<T> withMaxDepth(int levels);
}

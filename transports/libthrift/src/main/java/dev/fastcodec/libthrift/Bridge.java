package dev.fastcodec.libthrift;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
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
    private final Structs<T> structs;

    private Bridge(Structs<T> structs) {
        this.structs = structs;
    }

    /**
     * A bridge for a type.
     *
     * @param binary the type's codec for the Binary protocol, such as {@code Item.BINARY}
     * @throws IllegalArgumentException when it is one for another protocol
     */
    public static <T extends Message<T>> Bridge<T> of(Codec<T> binary) {
        return new Bridge<>(new Structs<>(binary));
    }

    /** Writes a message as a struct. */
    public void write(T message, TProtocol out) throws TException {
        structs.write(message, out);
    }

    /** Reads a struct. */
    public T read(TProtocol in) throws TException {
        return structs.read(in);
    }

    /**
     * Reads a struct into a message that exists: replaces the fields that are read.
     *
     * @return the message
     */
    public T readInto(T message, TProtocol in) throws TException {
        return structs.readInto(message, in);
    }

    /** A message as libthrift knows structs, for its serializers, clients and processors. Not a copy: what is read goes into the message. */
    public Bridged<T> wrap(T message) {
        return new Bridged<>(this, message);
    }

    Codec<T> codec() {
        return structs.codec();
    }
}

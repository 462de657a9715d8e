package dev.fastcodec.libthrift;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.thrift.BinaryCodec;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TProtocol;

/**
 * Reads and writes what a codec of the Binary protocol is for, by any of libthrift's protocols: messages, and the arguments and results of functions.
 *
 * @param <T> the generated type
 */
final class Structs<T> {
    private final Codec<T> binary;

    /** Refuses a codec of another protocol. */
    Structs(Codec<T> binary) {
        if (!(binary instanceof BinaryCodec)) {
            throw new IllegalArgumentException(binary.getClass().getName() + " is not a codec of the Binary protocol");
        }
        this.binary = binary;
    }

    /** Writes a struct. */
    void write(T struct, TProtocol out) throws TException {
        writeEncoded(encode(struct), out);
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

    private byte[] encode(T struct) throws TException {
        try {
            return binary.encode(struct);
        } catch (EncodeException e) {
            throw Failures.ofWriting(e);
        }
    }

    /** Reads a struct. */
    T read(TProtocol in) throws TException {
        byte[] bytes = bytes(in);
        try {
            return binary.decode(bytes);
        } catch (DecodeException e) {
            throw Failures.ofReading(e);
        }
    }

    /** Reads a struct into an object that exists, and gives that. */
    T readInto(T struct, TProtocol in) throws TException {
        byte[] bytes = bytes(in);
        try {
            return binary.decodeInto(struct, bytes);
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

    Codec<T> codec() {
        return binary;
    }
}

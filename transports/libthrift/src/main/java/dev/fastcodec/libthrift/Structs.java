package dev.fastcodec.libthrift;

import dev.fastcodec.Codec;
import dev.fastcodec.Message;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TProtocol;

/** Structs of which only the codec is known, in libthrift's protocols. */
final class Structs {
    private Structs() {}

    /** Reads a struct. */
    @SuppressWarnings("unchecked") // the bridge reads what the codec makes
    static <T> T read(Codec<T> binary, TProtocol in) throws TException {
        return (T) bridge(binary).read(in);
    }

    /** Writes a struct that the codec has written. */
    static void write(Codec<?> binary, byte[] encoded, TProtocol out) throws TException {
        bridge(binary).writeEncoded(encoded, out);
    }

    @SuppressWarnings("unchecked") // structs of arguments and results are messages
    private static <M extends Message<M>> Bridge<M> bridge(Codec<?> binary) {
        return Bridge.of((Codec<M>) binary);
    }
}

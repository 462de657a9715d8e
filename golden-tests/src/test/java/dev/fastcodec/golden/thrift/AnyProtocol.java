package dev.fastcodec.golden.thrift;

import java.util.Arrays;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TJSONProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolDecorator;
import org.apache.thrift.protocol.TSimpleJSONProtocol;
import org.apache.thrift.protocol.TType;
import org.apache.thrift.transport.TMemoryBuffer;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.apache.thrift.transport.TTransport;
import org.apache.thrift.transport.TTransportException;

/** All protocols of libthrift. */
enum AnyProtocol {
    BINARY,
    COMPACT,
    JSON,
    /** JSON, wrapped as a server of several services wraps it. */
    WRAPPED_JSON,
    /** Can only be written. */
    SIMPLE_JSON;

    /** Writes something. */
    interface Writes {
        void to(TProtocol out) throws TException;
    }

    /** A protocol over a transport. */
    TProtocol over(TTransport transport) {
        return switch (this) {
            case BINARY -> Wire.BINARY.protocol(transport);
            case COMPACT -> Wire.COMPACT.protocol(transport);
            case JSON -> new Json(transport);
            case WRAPPED_JSON -> new TProtocolDecorator(new Json(transport)) {};
            case SIMPLE_JSON -> new TSimpleJSONProtocol(transport);
        };
    }

    /** A protocol over bytes. */
    TProtocol over(byte[] bytes) {
        try {
            return over(new TMemoryInputTransport(bytes));
        } catch (TTransportException e) {
            throw new AssertionError(e);
        }
    }

    /** The bytes that are written. */
    byte[] write(Writes writes) throws TException {
        TMemoryBuffer buffer = new TMemoryBuffer(256);
        writes.to(over(buffer));
        return Arrays.copyOf(buffer.getArray(), buffer.length());
    }

    boolean canRead() {
        return this != SIMPLE_JSON;
    }

    /** libthrift 0.25.0 cannot say how small a UUID is, and so reads no list of them; this can. */
    private static final class Json extends TJSONProtocol {
        Json(TTransport transport) {
            super(transport);
        }

        @Override
        public int getMinSerializedSize(byte type) throws TTransportException {
            return type == TType.UUID ? 38 : super.getMinSerializedSize(type);
        }
    }
}

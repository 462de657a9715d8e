package dev.fastcodec.golden.thrift;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TJSONProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TSimpleJSONProtocol;
import org.apache.thrift.transport.TMemoryBuffer;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.apache.thrift.transport.TTransport;

/** libthrift's two dialects of JSON, driven by the model. */
enum JsonWire {
    /** Its TJSONProtocol. */
    TJSON,
    /** Its TSimpleJSONProtocol, which only writes. */
    SIMPLE_JSON;

    /** The bytes of a value. */
    byte[] write(StructValue value) {
        try {
            TMemoryBuffer buffer = new TMemoryBuffer(256);
            Wire.writeStruct(protocol(buffer), value);
            return Arrays.copyOf(buffer.getArray(), buffer.length());
        } catch (TException e) {
            throw new AssertionError(value.toString(), e);
        }
    }

    private TProtocol protocol(TTransport transport) {
        return this == TJSON ? new TJSONProtocol(transport) : new QuotedSpecials(transport);
    }

    /** What libthrift's TJSONProtocol reads. */
    static StructValue read(byte[] bytes, Shape.Struct type) {
        try {
            return Wire.readStruct(new AnyUuid(new TMemoryInputTransport(bytes)), type);
        } catch (TException e) {
            throw new AssertionError(new String(bytes, StandardCharsets.UTF_8), e);
        }
    }

    /** libthrift writes NaN and the infinities as they are, which is no JSON. */
    private static final class QuotedSpecials extends TSimpleJSONProtocol {
        QuotedSpecials(TTransport transport) {
            super(transport);
        }

        @Override
        public void writeDouble(double x) throws TException {
            if (Double.isFinite(x)) {
                super.writeDouble(x);
            } else {
                writeString(Double.toString(x));
            }
        }
    }

    /** libthrift 0.25.0 cannot say how small a UUID is, and so reads no list of them; this can. */
    private static final class AnyUuid extends TJSONProtocol {
        AnyUuid(TTransport transport) {
            super(transport);
        }

        @Override
        public int getMinSerializedSize(byte type) {
            return 1;
        }
    }

    /** Whether there is a map in it whose keys are structs or containers, and which is not empty. */
    static boolean hasOddKeys(Object value) {
        if (value instanceof StructValue struct) {
            return struct.fields().values().stream().anyMatch(JsonWire::hasOddKeys);
        } else if (value instanceof Map<?, ?> map) {
            return map.keySet().stream()
                            .anyMatch(k -> k instanceof StructValue || k instanceof Iterable || k instanceof Map)
                    || map.values().stream().anyMatch(JsonWire::hasOddKeys);
        } else if (value instanceof Iterable<?> elements) {
            for (Object element : elements) {
                if (hasOddKeys(element)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether there are bytes in it that are not UTF-8. */
    static boolean hasOddBytes(Object value) {
        if (value instanceof StructValue struct) {
            return struct.fields().values().stream().anyMatch(JsonWire::hasOddBytes);
        } else if (value instanceof Map<?, ?> map) {
            return hasOddBytes(map.keySet()) || hasOddBytes(map.values());
        } else if (value instanceof Iterable<?> elements) {
            for (Object element : elements) {
                if (hasOddBytes(element)) {
                    return true;
                }
            }
        } else if (value instanceof ByteBuffer bytes) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate());
            } catch (CharacterCodingException e) {
                return true;
            }
        }
        return false;
    }
}

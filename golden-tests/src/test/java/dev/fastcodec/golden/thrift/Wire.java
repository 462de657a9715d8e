package dev.fastcodec.golden.thrift;

import dev.fastcodec.golden.thrift.Shape.Field;
import dev.fastcodec.golden.thrift.Shape.Struct;
import dev.fastcodec.thrift.Protocol;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TList;
import org.apache.thrift.protocol.TMap;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolException;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TSet;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;
import org.apache.thrift.transport.TMemoryBuffer;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.apache.thrift.transport.TTransport;
import org.apache.thrift.transport.TTransportException;

/** libthrift's two protocols, driven by the model as libthrift's generated Java drives them, and how to drive others so. */
public enum Wire {
    /** The Binary protocol. */
    BINARY,
    /** The Compact protocol. */
    COMPACT;

    /** The bytes of a value: its fields as they are, in ascending order. */
    byte[] write(StructValue value) {
        return write(value, value.fields().keySet());
    }

    /** The bytes of a value, its own fields in this order and those of structs in it ascending. */
    byte[] write(StructValue value, Collection<Integer> order) {
        try {
            TMemoryBuffer buffer = new TMemoryBuffer(256);
            writeStruct(protocol(buffer), value, order);
            return Arrays.copyOf(buffer.getArray(), buffer.length());
        } catch (TException e) {
            throw new AssertionError(value.toString(), e);
        }
    }

    /** The fields of a struct; those that the type does not know, or knows as another type, are skipped. */
    StructValue read(byte[] bytes, Struct type) {
        try {
            TMemoryInputTransport input = new TMemoryInputTransport(bytes);
            StructValue value = readStruct(protocol(input), type);
            if (input.getBytesRemainingInBuffer() != 0) {
                throw new AssertionError(input.getBytesRemainingInBuffer() + " bytes behind " + value);
            }
            return value;
        } catch (TException e) {
            throw new AssertionError(type + " " + java.util.HexFormat.of().formatHex(bytes), e);
        }
    }

    /** The protocol of our own for envelopes. */
    Protocol protocol() {
        return Protocol.valueOf(name());
    }

    /** A protocol of libthrift over a transport. */
    TProtocol protocol(TTransport transport) {
        return this == BINARY ? new Binary(transport) : new Compact(transport);
    }

    /** libthrift 0.25.0 cannot say how small a UUID is, and so reads no list of them; these can. */
    private static final class Binary extends TBinaryProtocol {
        Binary(TTransport transport) {
            super(transport);
        }

        @Override
        public int getMinSerializedSize(byte type) throws TTransportException {
            return type == TType.UUID ? 16 : super.getMinSerializedSize(type);
        }
    }

    private static final class Compact extends TCompactProtocol {
        Compact(TTransport transport) {
            super(transport);
        }

        @Override
        public int getMinSerializedSize(byte type) throws TTransportException {
            return type == TType.UUID ? 16 : super.getMinSerializedSize(type);
        }
    }

    /** Writes a value by any protocol, its fields in ascending order. */
    static void writeStruct(TProtocol out, StructValue value) throws TException {
        writeStruct(out, value, value.fields().keySet());
    }

    private static void writeStruct(TProtocol out, StructValue value, Collection<Integer> order) throws TException {
        out.writeStructBegin(new TStruct(value.type().name()));
        for (int id : order) {
            Field field = value.type().field(id);
            out.writeFieldBegin(new TField(field.name(), field.shape().code(), (short) id));
            writeValue(
                    out,
                    field.shape(),
                    java.util.Objects.requireNonNull(value.fields().get(id)));
            out.writeFieldEnd();
        }
        out.writeFieldStop();
        out.writeStructEnd();
    }

    private static void writeValue(TProtocol out, Shape shape, Object value) throws TException {
        if (shape instanceof Struct) {
            StructValue struct = (StructValue) value;
            writeStruct(out, struct, struct.fields().keySet());
        } else if (shape instanceof Shape.ListOf list) {
            Collection<?> elements = (Collection<?>) value;
            out.writeListBegin(new TList(list.element().code(), elements.size()));
            writeAll(out, list.element(), elements);
            out.writeListEnd();
        } else if (shape instanceof Shape.SetOf set) {
            Collection<?> elements = (Collection<?>) value;
            out.writeSetBegin(new TSet(set.element().code(), elements.size()));
            writeAll(out, set.element(), elements);
            out.writeSetEnd();
        } else if (shape instanceof Shape.MapOf map) {
            Map<?, ?> entries = (Map<?, ?>) value;
            out.writeMapBegin(new TMap(map.key().code(), map.value().code(), entries.size()));
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                writeValue(out, map.key(), entry.getKey());
                writeValue(out, map.value(), entry.getValue());
            }
            out.writeMapEnd();
        } else if (shape instanceof Shape.Enumeration) {
            out.writeI32((Integer) value);
        } else {
            writeBase(out, (Shape.Base) shape, value);
        }
    }

    private static void writeAll(TProtocol out, Shape element, Collection<?> values) throws TException {
        for (Object value : values) {
            writeValue(out, element, value);
        }
    }

    private static void writeBase(TProtocol out, Shape.Base base, Object value) throws TException {
        switch (base) {
            case BOOL -> out.writeBool((Boolean) value);
            case I8 -> out.writeByte((Byte) value);
            case I16 -> out.writeI16((Short) value);
            case I32 -> out.writeI32((Integer) value);
            case I64 -> out.writeI64((Long) value);
            case DOUBLE -> out.writeDouble((Double) value);
            case STRING -> out.writeString((String) value);
            case BINARY -> out.writeBinary(((ByteBuffer) value).duplicate());
            case UUID -> out.writeUuid((UUID) value);
        }
    }

    /** Reads a value by any protocol; fields that the type does not know, or knows as another type, are skipped. */
    static StructValue readStruct(TProtocol in, Struct type) throws TException {
        StructValue value = new StructValue(type);
        in.readStructBegin();
        for (TField header = in.readFieldBegin(); header.type != TType.STOP; header = in.readFieldBegin()) {
            Field field = type.find(header.id);
            if (field == null || field.shape().code() != header.type) {
                TProtocolUtil.skip(in, header.type);
            } else {
                value.with(header.id, readValue(in, field.shape()));
            }
            in.readFieldEnd();
        }
        in.readStructEnd();
        return value;
    }

    private static Object readValue(TProtocol in, Shape shape) throws TException {
        if (shape instanceof Struct struct) {
            return readStruct(in, struct);
        } else if (shape instanceof Shape.ListOf list) {
            TList header = in.readListBegin();
            check(header.size, header.elemType, list.element());
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < header.size; i++) {
                elements.add(readValue(in, list.element()));
            }
            in.readListEnd();
            return elements;
        } else if (shape instanceof Shape.SetOf set) {
            TSet header = in.readSetBegin();
            check(header.size, header.elemType, set.element());
            Set<Object> elements = new LinkedHashSet<>();
            for (int i = 0; i < header.size; i++) {
                elements.add(readValue(in, set.element()));
            }
            in.readSetEnd();
            return elements;
        } else if (shape instanceof Shape.MapOf map) {
            TMap header = in.readMapBegin();
            check(header.size, header.keyType, map.key());
            check(header.size, header.valueType, map.value());
            Map<Object, Object> entries = new LinkedHashMap<>();
            for (int i = 0; i < header.size; i++) {
                Object key = readValue(in, map.key());
                entries.put(key, readValue(in, map.value()));
            }
            in.readMapEnd();
            return entries;
        } else if (shape instanceof Shape.Enumeration) {
            return in.readI32();
        }
        return readBase(in, (Shape.Base) shape);
    }

    /** libthrift's generated Java does not look at these types; a writer of ours that gets them wrong shall be caught. */
    private static void check(int size, byte type, Shape declared) throws TException {
        if (size > 0 && type != declared.code()) {
            throw new TProtocolException("elements of type " + type + " where " + declared + " is declared");
        }
    }

    private static Object readBase(TProtocol in, Shape.Base base) throws TException {
        return switch (base) {
            case BOOL -> in.readBool();
            case I8 -> in.readByte();
            case I16 -> in.readI16();
            case I32 -> in.readI32();
            case I64 -> in.readI64();
            case DOUBLE -> in.readDouble();
            case STRING -> in.readString();
            case BINARY -> in.readBinary();
            case UUID -> in.readUuid();
        };
    }
}

package dev.fastcodec.libthrift;

import dev.fastcodec.schema.FieldSchema;
import dev.fastcodec.schema.FieldType;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.schema.Scalar;
import dev.fastcodec.thrift.BinaryWriter;
import java.nio.ByteBuffer;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TList;
import org.apache.thrift.protocol.TMap;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolException;
import org.apache.thrift.protocol.TSet;
import org.apache.thrift.protocol.TType;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a {@link TProtocol} reads into bytes of the Binary protocol, for a codec to read. Each method takes the index to write at and gives the
 * index behind what it wrote. The array grows as values come in, not as counts promise.
 */
final class StructReader {
    private static final int FIRST = 512;
    /** Enough for any header or number, and for what the stores of the writer may spoil behind it. */
    private static final int ROOM = 32;

    private final TProtocol in;
    private final BinaryWriter w = new BinaryWriter(new byte[FIRST]);
    private final boolean text;
    private int open;

    StructReader(TProtocol in) throws TException {
        this.in = in;
        this.text = Types.isText(in);
    }

    /** The array, with what was written at its start. */
    byte[] array() {
        return w.b;
    }

    /** A struct; null stands for one that the schema does not know. */
    int struct(@Nullable MessageSchema schema, int p) throws TException {
        enter();
        in.readStructBegin();
        for (TField field = in.readFieldBegin(); field.type != TType.STOP; field = in.readFieldBegin()) {
            p = BinaryWriter.header(w.grow(p, ROOM), p, field.type << 24 | (field.id & 0xffff) << 8);
            FieldSchema known = Types.field(schema, field.id, field.type);
            p = value(field.type, known == null ? null : known.type(), p);
            in.readFieldEnd();
        }
        in.readStructEnd();
        leave();
        w.grow(p, 1)[p] = TType.STOP;
        return p + 1;
    }

    private int value(byte type, @Nullable FieldType declared, int p) throws TException {
        byte[] b = w.grow(p, ROOM);
        return switch (type) {
            case TType.BOOL -> BinaryWriter.bool(b, p, in.readBool());
            case TType.BYTE -> BinaryWriter.i8(b, p, in.readByte());
            case TType.I16 -> BinaryWriter.i16(b, p, in.readI16());
            case TType.I32 -> BinaryWriter.i32(b, p, in.readI32());
            case TType.I64 -> BinaryWriter.i64(b, p, in.readI64());
            case TType.DOUBLE -> BinaryWriter.float64(b, p, in.readDouble());
            case TType.UUID -> BinaryWriter.uuid(b, p, in.readUuid());
            case TType.STRING -> string(declared, p);
            case TType.STRUCT -> struct(declared instanceof MessageSchema schema ? schema : null, p);
            case TType.LIST -> {
                TList list = in.readListBegin();
                p = elements(list.elemType, list.size, declared, p);
                in.readListEnd();
                yield p;
            }
            case TType.SET -> {
                TSet set = in.readSetBegin();
                p = elements(set.elemType, set.size, declared, p);
                in.readSetEnd();
                yield p;
            }
            case TType.MAP -> map(declared, p);
            default -> throw Types.unknown(type);
        };
    }

    private int string(@Nullable FieldType declared, int p) throws TException {
        if (declared == Scalar.STRING || declared == null && text) {
            String s = in.readString();
            return BinaryWriter.string(w.grow(p, ROOM + 3L * s.length()), p, s);
        }
        ByteBuffer bytes = in.readBinary();
        int n = bytes.remaining();
        byte[] b = w.grow(p, (long) ROOM + n);
        p = BinaryWriter.i32(b, p, n);
        bytes.get(b, p, n);
        return p + n;
    }

    private int elements(byte type, int count, @Nullable FieldType container, int p) throws TException {
        checkCount(count);
        FieldType declared = Types.element(container, type);
        p = BinaryWriter.list(w.grow(p, ROOM), p, type, count);
        enter();
        for (int i = 0; i < count; i++) {
            p = value(type, declared, p);
        }
        leave();
        return p;
    }

    private int map(@Nullable FieldType container, int p) throws TException {
        TMap map = in.readMapBegin();
        checkCount(map.size);
        FieldType key = Types.key(container, map.keyType);
        FieldType value = Types.value(container, map.valueType);
        p = BinaryWriter.map(w.grow(p, ROOM), p, map.keyType, map.valueType, map.size);
        enter();
        for (int i = 0; i < map.size; i++) {
            p = value(map.keyType, key, p);
            p = value(map.valueType, value, p);
        }
        leave();
        in.readMapEnd();
        return p;
    }

    private static void checkCount(int count) throws TProtocolException {
        if (count < 0) {
            throw new TProtocolException(TProtocolException.NEGATIVE_SIZE, "count " + count);
        }
    }

    private void enter() throws TException {
        in.incrementRecursionDepth();
        open++;
    }

    private void leave() {
        open--;
        in.decrementRecursionDepth();
    }

    /** Takes back what the protocol was told about depth, for it is used again after a failure. */
    void release() {
        while (open > 0) {
            leave();
        }
    }
}

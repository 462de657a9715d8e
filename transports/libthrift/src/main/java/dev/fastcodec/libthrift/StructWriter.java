package dev.fastcodec.libthrift;

import dev.fastcodec.schema.FieldSchema;
import dev.fastcodec.schema.FieldType;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.schema.Scalar;
import dev.fastcodec.thrift.BinaryReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TList;
import org.apache.thrift.protocol.TMap;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TSet;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;
import org.jspecify.annotations.Nullable;

/** Turns bytes of the Binary protocol, which a codec made, into calls of a {@link TProtocol}. */
final class StructWriter {
    private static final int FIELD_HEADER = 3;
    private static final int UUID_BYTES = 16;

    private final TProtocol out;
    private final byte[] b;
    private final boolean text;
    private int open;
    private int p;

    StructWriter(TProtocol out, byte[] b) throws TException {
        this.out = out;
        this.b = b;
        this.text = Types.isText(out);
    }

    /** A struct; null stands for one that the schema does not know. */
    void struct(@Nullable MessageSchema schema) throws TException {
        enter();
        out.writeStructBegin(new TStruct(schema == null ? "" : schema.name()));
        for (byte type = b[p]; type != TType.STOP; type = b[p]) {
            short id = BinaryReader.i16(b, p + 1);
            p += FIELD_HEADER;
            FieldSchema field = Types.field(schema, id, type);
            out.writeFieldBegin(new TField(field == null ? Short.toString(id) : field.name(), type, id));
            value(type, field == null ? null : field.type());
            out.writeFieldEnd();
        }
        p++;
        out.writeFieldStop();
        out.writeStructEnd();
        leave();
    }

    private void value(byte type, @Nullable FieldType declared) throws TException {
        switch (type) {
            case TType.BOOL -> out.writeBool(b[p++] == 1);
            case TType.BYTE -> out.writeByte(b[p++]);
            case TType.I16 -> out.writeI16(BinaryReader.i16(b, passed(Short.BYTES)));
            case TType.I32 -> out.writeI32(BinaryReader.i32(b, passed(Integer.BYTES)));
            case TType.I64 -> out.writeI64(BinaryReader.i64(b, passed(Long.BYTES)));
            case TType.DOUBLE -> out.writeDouble(BinaryReader.float64(b, passed(Double.BYTES)));
            case TType.UUID -> out.writeUuid(BinaryReader.uuid(b, passed(UUID_BYTES)));
            case TType.STRING -> string(declared);
            case TType.STRUCT -> struct(declared instanceof MessageSchema schema ? schema : null);
            case TType.LIST -> {
                TList list = new TList(existing(b[p]), BinaryReader.i32(b, p + 1));
                out.writeListBegin(list);
                elements(list.size, declared);
                out.writeListEnd();
            }
            case TType.SET -> {
                TSet set = new TSet(existing(b[p]), BinaryReader.i32(b, p + 1));
                out.writeSetBegin(set);
                elements(set.size, declared);
                out.writeSetEnd();
            }
            case TType.MAP -> map(declared);
            default -> throw Types.unknown(type);
        }
    }

    /** Goes on by so many bytes and gives the index of the first. */
    private int passed(int bytes) {
        p += bytes;
        return p - bytes;
    }

    private void string(@Nullable FieldType declared) throws TException {
        int n = BinaryReader.i32(b, passed(Integer.BYTES));
        int from = passed(n);
        String s = declared == Scalar.BYTES || !text && declared == null
                ? null
                : new String(b, from, n, StandardCharsets.UTF_8);
        if (s == null || declared == null && !isExact(s, from)) {
            out.writeBinary(ByteBuffer.wrap(b, from, n));
        } else {
            out.writeString(s);
        }
    }

    private boolean isExact(String s, int from) {
        byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(utf8, 0, utf8.length, b, from, p);
    }

    private void elements(int count, @Nullable FieldType container) throws TException {
        byte type = b[p];
        FieldType declared = Types.element(container, type);
        p += 1 + Integer.BYTES;
        enter();
        for (int i = 0; i < count; i++) {
            value(type, declared);
        }
        leave();
    }

    private void map(@Nullable FieldType container) throws TException {
        byte keyType = b[p];
        byte valueType = b[p + 1];
        int count = BinaryReader.i32(b, p + 2);
        p += 2 + Integer.BYTES;
        FieldType key = Types.key(container, keyType);
        FieldType value = Types.value(container, valueType);
        enter();
        out.writeMapBegin(new TMap(existing(keyType), existing(valueType), count));
        for (int i = 0; i < count; i++) {
            value(keyType, key);
            value(valueType, value);
        }
        out.writeMapEnd();
        leave();
    }

    /** Empty containers may have come without types, which text must name. */
    private byte existing(byte type) {
        return text && type == TType.STOP ? TType.BYTE : type;
    }

    private void enter() throws TException {
        out.incrementRecursionDepth();
        open++;
    }

    private void leave() {
        open--;
        out.decrementRecursionDepth();
    }

    /** Takes back what the protocol was told about depth, for it is used again after a failure. */
    void release() {
        while (open > 0) {
            leave();
        }
    }
}

package dev.fastcodec.libthrift;

import dev.fastcodec.schema.EnumSchema;
import dev.fastcodec.schema.FieldSchema;
import dev.fastcodec.schema.FieldType;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.schema.Scalar;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolException;
import org.apache.thrift.protocol.TType;
import org.jspecify.annotations.Nullable;

/** What the schema says about a value on the wire, or null where it says nothing or something else. */
final class Types {
    /** The quotes of an empty string. */
    private static final int LEAST_STRING_OF_TEXT = 2;

    private Types() {}

    /** The field of an id, when it is declared with this type. */
    static @Nullable FieldSchema field(@Nullable MessageSchema struct, short id, byte type) {
        FieldSchema field = struct == null ? null : struct.field(id);
        return field != null && code(field.type()) == type ? field : null;
    }

    /** The type of a list's or set's elements, when it is this one. */
    static @Nullable FieldType element(@Nullable FieldType container, byte type) {
        if (container instanceof FieldType.ListOf list) {
            return same(list.element(), type);
        }
        return container instanceof FieldType.SetOf set ? same(set.element(), type) : null;
    }

    /** The type of a map's keys, when it is this one. */
    static @Nullable FieldType key(@Nullable FieldType container, byte type) {
        return container instanceof FieldType.MapOf map ? same(map.key(), type) : null;
    }

    /** The type of a map's values, when it is this one. */
    static @Nullable FieldType value(@Nullable FieldType container, byte type) {
        return container instanceof FieldType.MapOf map ? same(map.value(), type) : null;
    }

    private static @Nullable FieldType same(FieldType declared, byte type) {
        return code(declared) == type ? declared : null;
    }

    private static byte code(FieldType type) {
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case BOOL -> TType.BOOL;
                case INT8 -> TType.BYTE;
                case INT16 -> TType.I16;
                case INT32 -> TType.I32;
                case INT64 -> TType.I64;
                case DOUBLE -> TType.DOUBLE;
                case STRING, BYTES -> TType.STRING;
                case UUID -> TType.UUID;
                default -> throw new IllegalArgumentException(scalar + " is not of Thrift");
            };
        } else if (type instanceof MessageSchema) {
            return TType.STRUCT;
        } else if (type instanceof EnumSchema) {
            return TType.I32;
        } else if (type instanceof FieldType.ListOf) {
            return TType.LIST;
        }
        return type instanceof FieldType.SetOf ? TType.SET : TType.MAP;
    }

    /**
     * Whether a protocol is text, in which strings and binaries look different. It is told by the least size of a string, which is that of two quotes
     * in text, 4 bytes in Binary and 1 in Compact: this is the one question that protocols pass on to those that they wrap.
     */
    static boolean isText(TProtocol protocol) throws TException {
        return protocol.getMinSerializedSize(TType.STRING) == LEAST_STRING_OF_TEXT;
    }

    /** The failure of a type that does not exist. */
    static TProtocolException unknown(byte type) {
        return new TProtocolException(TProtocolException.INVALID_DATA, "type " + (type & 0xff));
    }
}

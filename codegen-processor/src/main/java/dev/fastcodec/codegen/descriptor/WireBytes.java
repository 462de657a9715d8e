package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Records of Protobuf's wire format (encoding.md), for values whose type is known only as a schema. */
final class WireBytes {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int START = 3;
    private static final int END = 4;
    private static final int FIXED32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    boolean isEmpty() {
        return out.size() == 0;
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    /** A message as one record, or between the tags of a group. */
    void message(int number, boolean group, WireBytes content) {
        if (group) {
            tag(number, START);
            out.writeBytes(content.toByteArray());
            tag(number, END);
        } else {
            bytes(number, content.toByteArray());
        }
    }

    /** An extension of a MessageSet: a group of the extension's number and its message. */
    void messageSetItem(int number, WireBytes content) {
        tag(1, START);
        tag(2, VARINT);
        varint(number);
        bytes(3, content.toByteArray());
        tag(1, END);
    }

    /** Numbers in one record; none at all without any. */
    void packed(int number, Type type, List<Object> values) {
        if (!values.isEmpty()) {
            WireBytes content = new WireBytes();
            values.forEach(v -> content.number(type, (Value) v));
            bytes(number, content.toByteArray());
        }
    }

    /** One value that is no message. */
    void scalar(int number, Type type, Value value) {
        if (value instanceof Value.Text text) {
            bytes(number, text.value().getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Value.Bytes bytes) {
            bytes(number, bytes.value());
        } else {
            tag(number, wireType(type));
            number(type, value);
        }
    }

    private static int wireType(Type type) {
        return type instanceof EnumType
                ? VARINT
                : switch ((ScalarType) type) {
                    case FIXED32, SFIXED32, FLOAT -> FIXED32;
                    case FIXED64, SFIXED64, DOUBLE -> FIXED64;
                    default -> VARINT;
                };
    }

    private void number(Type type, Value value) {
        if (value instanceof Value.Bool b) {
            varint(b.value() ? 1 : 0);
        } else if (value instanceof Value.EnumValue e) {
            varint(e.value().number());
        } else if (value instanceof Value.Float f) {
            if (type == ScalarType.FLOAT) {
                fixed(floatBits(f.value()), 4);
            } else {
                fixed(Double.doubleToRawLongBits(f.value()), 8);
            }
        } else if (value instanceof Value.Int i) {
            integer(type, i.value());
        } else {
            throw new IllegalArgumentException("no scalar: " + value);
        }
    }

    /** The sign of what is no number is kept, which a cast need not do. */
    private static int floatBits(double value) {
        if (Double.isNaN(value)) {
            return (int) (Double.doubleToRawLongBits(value) >>> 32) & 0x80000000 | 0x7FC00000;
        }
        return Float.floatToRawIntBits((float) value);
    }

    private void integer(Type type, long value) {
        if (!(type instanceof ScalarType scalar)) {
            varint(value);
            return;
        }
        switch (scalar) {
            case SINT32, SINT64 -> varint(value << 1 ^ value >> 63);
            case FIXED32, SFIXED32 -> fixed(value, 4);
            case FIXED64, SFIXED64 -> fixed(value, 8);
            default -> varint(value);
        }
    }

    private void bytes(int number, byte[] bytes) {
        tag(number, LENGTH);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private void tag(int number, int wireType) {
        varint((long) number << 3 | wireType);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private void fixed(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >> 8 * i));
        }
    }

    /** Whether a field without presence leaves the value out; minus zero is written. */
    static boolean isZero(Value value) {
        return value instanceof Value.Int i && i.value() == 0
                || value instanceof Value.Bool b && !b.value()
                || value instanceof Value.Float f && Double.doubleToRawLongBits(f.value()) == 0
                || value instanceof Value.Text t && t.value().isEmpty()
                || value instanceof Value.Bytes y && y.value().length == 0
                || value instanceof Value.EnumValue e && e.value().number() == 0;
    }
}

package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.UnknownFields;
import dev.fastcodec.codegen.dynamic.WireOutput;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.util.List;

/** Records of Protobuf's wire format, for values whose type is known only as a schema. */
final class WireBytes {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int START = 3;
    private static final int END = 4;
    private static final int FIXED32 = 5;

    private final WireOutput out = new WireOutput();

    boolean isEmpty() {
        return out.isEmpty();
    }

    void appendTo(UnknownFields fields) {
        out.appendTo(fields);
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    /** A message as one record, or between the tags of a group. */
    void message(int number, boolean group, WireBytes content) {
        if (group) {
            out.tag(number, START);
            out.raw(content.out);
            out.tag(number, END);
        } else {
            record(number, content);
        }
    }

    /** An extension of a MessageSet: a group of the extension's number and its message. */
    void messageSetItem(int number, WireBytes content) {
        out.tag(1, START);
        out.tag(2, VARINT);
        out.varint(number);
        record(3, content);
        out.tag(1, END);
    }

    /** Numbers in one record; none at all without any. */
    void packed(int number, Type type, List<Object> values) {
        if (!values.isEmpty()) {
            WireBytes content = new WireBytes();
            for (Object value : values) {
                content.number(type, (Value) value);
            }
            record(number, content);
        }
    }

    /** One value that is no message. */
    void scalar(int number, Type type, Value value) {
        if (value instanceof Value.Text text) {
            out.tag(number, LENGTH);
            out.delimited(text.value());
        } else if (value instanceof Value.Bytes bytes) {
            out.tag(number, LENGTH);
            out.delimited(bytes.value());
        } else {
            out.tag(number, wireType(type));
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
            out.varint(b.value() ? 1 : 0);
        } else if (value instanceof Value.EnumValue e) {
            out.varint(e.value().number());
        } else if (value instanceof Value.Float f) {
            if (type == ScalarType.FLOAT) {
                out.fixed32(floatBits(f.value()));
            } else {
                out.fixed64(Double.doubleToRawLongBits(f.value()));
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
            out.varint(value);
            return;
        }
        switch (scalar) {
            case SINT32, SINT64 -> out.varint(value << 1 ^ value >> 63);
            case FIXED32, SFIXED32 -> out.fixed32((int) value);
            case FIXED64, SFIXED64 -> out.fixed64(value);
            default -> out.varint(value);
        }
    }

    private void record(int number, WireBytes content) {
        out.tag(number, LENGTH);
        out.delimited(content.out);
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

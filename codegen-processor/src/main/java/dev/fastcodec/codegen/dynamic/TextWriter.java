package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.DecodeException;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.codegen.dynamic.DynamicMessage.Slot;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.text.RealText;
import dev.fastcodec.text.TextOptions;
import dev.fastcodec.text.TextStrings;
import java.util.List;

/**
 * Writes messages in the text format as {@code protoc --decode} does: a line for each value, fields by number, maps by key,
 * then fields that are not known, by number of the field.
 */
public final class TextWriter {
    private final dev.fastcodec.text.TextWriter out;

    private TextWriter(TextOptions options) {
        out = new dev.fastcodec.text.TextWriter(options);
    }

    /** The text of a message, each line with its end; ASCII only. */
    public static String write(DynamicMessage message) {
        TextWriter writer = new TextWriter(TextOptions.DEFAULT);
        writer.writeFields(message);
        return writer.out.toString();
    }

    /**
     * The text of a message of which nobody knows the type.
     *
     * @throws DecodeException when the bytes are no message
     */
    public static String writeRaw(byte[] bytes) {
        TextWriter writer = new TextWriter(TextOptions.DEFAULT);
        writer.writeUnknown(WireInput.fields(bytes, WireReader.MAX_DEPTH));
        return writer.out.toString();
    }

    /** The text of one value; a message in braces, without fields that are not known, which a name would be needed for. */
    static String value(MemberType type, Object value) {
        if (value instanceof DynamicMessage message) {
            TextWriter writer = new TextWriter(TextOptions.DEFAULT.unknownFields(false));
            writer.out.open("");
            writer.writeFields(message);
            writer.out.close();
            return writer.out.toString().strip();
        }
        return text(type, value);
    }

    private void writeFields(DynamicMessage message) {
        for (Slot slot : message.slots()) {
            Member member = slot.member();
            List<Object> values = member.isMap() ? WireWriter.sorted(slot.values()) : slot.values();
            values.forEach(value -> writeValue(member, value));
        }
        writeUnknown(message.unknown());
    }

    private void writeValue(Member member, Object value) {
        if (member.type() instanceof MemberType.Nested nested) {
            out.open(member.label());
            if (nested.mapEntry()) {
                writeEntry((DynamicMessage) value);
            } else {
                writeFields((DynamicMessage) value);
            }
            out.close();
        } else {
            out.field(member.label(), text(member.type(), value));
        }
    }

    /** An entry of a map shows its key and its value, set or not. */
    private void writeEntry(DynamicMessage entry) {
        for (Member member : entry.type().declared()) {
            writeValue(member, entry.valueOrDefault(member));
        }
        writeUnknown(entry.unknown());
    }

    private void writeUnknown(List<UnknownField> fields) {
        for (UnknownField field : fields) {
            if (field instanceof UnknownField.Delimited delimited) {
                // in a message set its number may be more than a tag can hold
                out.unknown(Integer.toUnsignedString(field.number()), delimited.value());
            } else {
                WireOutput bytes = new WireOutput();
                bytes.unknown(field);
                UnknownFields unknown = new UnknownFields();
                bytes.appendTo(unknown);
                out.unknown(unknown);
            }
        }
    }

    private static String text(MemberType type, Object value) {
        if (type instanceof MemberType.Named named) {
            return name(named.type(), (int) value);
        } else if (value instanceof byte[] bytes) {
            return '"' + TextStrings.escape(bytes) + '"';
        } else if (value instanceof Float real) {
            return RealText.of(real);
        } else if (value instanceof Double real) {
            return RealText.of(real);
        } else if (type instanceof MemberType.Scalar scalar) {
            return switch (scalar.type()) {
                case UINT32, FIXED32 -> Integer.toUnsignedString((int) value);
                case UINT64, FIXED64 -> Long.toUnsignedString((long) value);
                default -> value.toString();
            };
        }
        throw new AssertionError(type);
    }

    private static String name(EnumType type, int number) {
        return type.values().stream()
                .filter(value -> value.number() == number)
                .findFirst()
                .map(EnumType.Value::name)
                .orElseGet(() -> Integer.toString(number));
    }
}

package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.DecodeException;
import dev.fastcodec.codegen.dynamic.DynamicMessage.Slot;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.text.RealText;
import dev.fastcodec.text.TextStrings;
import java.util.List;

/**
 * Writes messages in the text format as {@code protoc --decode} does: a line for each value, fields by number, maps by key,
 * then fields that are not known, by number of the field.
 */
public final class TextWriter {
    /** How many times bytes of a field that is not known are taken for a message. */
    private static final int UNKNOWN_DEPTH = 10;

    private static final int HEX_DIGITS_OF_INT = 8;
    private static final int HEX_DIGITS_OF_LONG = 16;

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean knownOnly;

    private TextWriter() {}

    /** The text of a message, each line with its end; ASCII only. */
    public static String write(DynamicMessage message) {
        TextWriter writer = new TextWriter();
        writer.writeFields(message);
        return writer.out.toString();
    }

    /**
     * The text of a message of which nobody knows the type.
     *
     * @throws DecodeException when the bytes are no message
     */
    public static String writeRaw(byte[] bytes) {
        TextWriter writer = new TextWriter();
        writer.writeUnknown(WireInput.fields(bytes, WireReader.MAX_DEPTH), UNKNOWN_DEPTH);
        return writer.out.toString();
    }

    /** The text of one value; a message in braces, without fields that are not known, which a name would be needed for. */
    static String value(MemberType type, Object value) {
        if (value instanceof DynamicMessage message) {
            TextWriter writer = new TextWriter();
            writer.out.append("{\n");
            writer.depth++;
            writer.knownOnly = true;
            writer.writeFields(message);
            writer.depth--;
            return writer.out.append("}").toString();
        }
        return text(type, value);
    }

    private void writeFields(DynamicMessage message) {
        for (Slot slot : message.slots()) {
            Member member = slot.member();
            List<Object> values = member.isMap() ? WireWriter.sorted(slot.values()) : slot.values();
            values.forEach(value -> writeValue(member, value));
        }
        writeUnknown(message.unknown(), UNKNOWN_DEPTH);
    }

    private void writeValue(Member member, Object value) {
        if (member.type() instanceof MemberType.Nested nested) {
            open(member.label());
            if (nested.mapEntry()) {
                writeEntry((DynamicMessage) value);
            } else {
                writeFields((DynamicMessage) value);
            }
            close();
        } else {
            line(member.label(), text(member.type(), value));
        }
    }

    /** An entry of a map shows its key and its value, set or not. */
    private void writeEntry(DynamicMessage entry) {
        for (Member member : entry.type().declared()) {
            writeValue(member, entry.valueOrDefault(member));
        }
        writeUnknown(entry.unknown(), UNKNOWN_DEPTH);
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

    private void writeUnknown(List<UnknownField> fields, int levels) {
        if (knownOnly) {
            return;
        }
        for (UnknownField field : fields) {
            String label = Integer.toUnsignedString(field.number());
            if (field instanceof UnknownField.Varint varint) {
                line(label, Long.toUnsignedString(varint.value()));
            } else if (field instanceof UnknownField.Fixed32 fixed) {
                line(label, hex(Integer.toHexString(fixed.value()), HEX_DIGITS_OF_INT));
            } else if (field instanceof UnknownField.Fixed64 fixed) {
                line(label, hex(Long.toHexString(fixed.value()), HEX_DIGITS_OF_LONG));
            } else if (field instanceof UnknownField.Group group) {
                open(label);
                writeUnknown(group.fields(), levels - 1);
                close();
            } else if (field instanceof UnknownField.Delimited delimited) {
                writeDelimited(label, delimited.value(), levels);
            }
        }
    }

    /** What reads as a message is taken for one. */
    private void writeDelimited(String label, byte[] bytes, int levels) {
        List<UnknownField> fields = levels > 0 && bytes.length > 0 ? fieldsOrNone(bytes, levels) : List.of();
        if (fields.isEmpty()) {
            line(label, '"' + TextStrings.escape(bytes) + '"');
        } else {
            open(label);
            writeUnknown(fields, levels - 1);
            close();
        }
    }

    private static List<UnknownField> fieldsOrNone(byte[] bytes, int levels) {
        try {
            return WireInput.fields(bytes, levels);
        } catch (DecodeException e) {
            return List.of();
        }
    }

    private static String hex(String digits, int width) {
        return "0x" + "0".repeat(width - digits.length()) + digits;
    }

    private void line(String label, String value) {
        indent().append(label).append(": ").append(value).append('\n');
    }

    private void open(String label) {
        indent().append(label).append(" {\n");
        depth++;
    }

    private void close() {
        depth--;
        indent().append("}\n");
    }

    private StringBuilder indent() {
        return out.append("  ".repeat(depth));
    }
}

package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.text.TextPlace;
import dev.fastcodec.text.TextSkipper;
import dev.fastcodec.text.TextTokens;
import dev.fastcodec.text.TextTokens.Kind;
import dev.fastcodec.text.TextValues;
import dev.fastcodec.text.TextValues.BracketName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages from the text format as {@code protoc --encode} does: fields, extensions in brackets, the content of an
 * {@code Any} under its type's address; lists in brackets; {@code #} starts a comment. A field that is not repeated may stand
 * once, required ones may be missing. Texts of reports are protoc's.
 */
public final class TextReader {
    /** Messages within messages; what is deeper than 100 no decoder reads that keeps to the usual limit. */
    private static final int MAX_DEPTH = 250;

    private final MessageTypes types;
    private final List<TextReport> reports = new ArrayList<>();
    private final TextTokens tokens;
    private final TextValues values;
    private final int maxDepth;
    private int depth;

    private TextReader(MessageTypes types, byte[] text, int maxDepth) {
        this.types = types;
        this.maxDepth = maxDepth;
        this.tokens = new TextTokens(text, 0, text.length, (place, what) -> report(place, false, what));
        this.values = new TextValues(tokens);
    }

    /**
     * What was read.
     *
     * @param message empty when an error was reported
     */
    public record Result(Optional<DynamicMessage> message, List<TextReport> reports) {
        /** Copies the list. */
        public Result {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Reads a message in which messages are nested no deeper than 250 levels.
     *
     * @param types where the types of {@code Any} contents are looked up
     */
    public static Result read(MessageTypes types, MessageType type, byte[] text) {
        return read(types, type, text, MAX_DEPTH);
    }

    /**
     * Reads a message.
     *
     * @param types where the types of {@code Any} contents are looked up
     * @param maxDepth how deep messages may be nested; each level takes about 2 KB of the stack
     */
    public static Result read(MessageTypes types, MessageType type, byte[] text, int maxDepth) {
        TextReader reader = new TextReader(types, text, maxDepth);
        DynamicMessage message = new DynamicMessage(type);
        try {
            reader.tokens.next();
            while (reader.tokens.kind() != Kind.END) {
                reader.readField(message);
            }
        } catch (TextValues.Refused e) {
            reader.report(e.place(), false, e.what());
        }
        boolean failed = reader.reports.stream().anyMatch(report -> !report.warning());
        return new Result(failed ? Optional.empty() : Optional.of(message), reader.reports);
    }

    /**
     * Whether a text is the value of a field, with nothing behind it but comments.
     *
     * @param field the name of a field of the type that is no message
     */
    public static boolean isValue(MessageTypes types, MessageType type, String field, byte[] text) {
        TextReader reader = new TextReader(types, text, MAX_DEPTH);
        try {
            reader.tokens.next();
            reader.readValue(new DynamicMessage(type), Objects.requireNonNull(type.field(field), field));
            return reader.tokens.kind() == Kind.END && reader.reports.isEmpty();
        } catch (TextValues.Refused e) {
            return false;
        }
    }

    private void report(TextPlace place, boolean warning, String what) {
        reports.add(new TextReport(place.line(), place.column(), warning, what));
    }

    private void readField(DynamicMessage message) {
        if (tokens.text().equals("[") && tokens.kind() == Kind.SYMBOL) {
            if (message.type().isAny()) {
                readAny(message, values.typeUrl());
                return;
            }
            String name = values.extensionName();
            Member member = message.type().extension(name);
            if (member == null) {
                throw values.refused("Extension \"" + name + "\" is not defined or is not an extension of \""
                        + message.type().fullName() + "\".");
            }
            readMember(message, member, name);
            return;
        }
        String name = values.identifier();
        Member member = message.type().field(name);
        if (member != null) {
            readMember(message, member, name);
        } else if (message.type().isReserved(name)) {
            new TextSkipper(tokens, values, maxDepth).skipContent();
            values.endField();
        } else {
            throw values.refused(
                    "Message type \"" + message.type().fullName() + "\" has no field named \"" + name + "\".");
        }
    }

    private void readAny(DynamicMessage any, BracketName name) {
        String url = name.address() + name.type();
        MessageType type = types.find(name.type()).orElse(null);
        Member urlField = any.type().field("type_url");
        Member valueField = any.type().field("value");
        if (type == null || urlField == null || valueField == null) {
            throw values.refused("Could not find type \"" + url + "\" stored in google.protobuf.Any.");
        }
        DynamicMessage content = new DynamicMessage(type);
        readBlock(content);
        if (any.has(urlField) || any.has(valueField)) {
            throw values.refused("Non-repeated Any specified multiple times.");
        }
        any.put(urlField, url.getBytes(StandardCharsets.ISO_8859_1));
        any.put(valueField, WireWriter.write(content, false));
        values.endField();
    }

    private void readMember(DynamicMessage message, Member member, String name) {
        if (member.deprecated()) {
            report(tokens.place(), true, "text format contains deprecated field \"" + name + "\"");
        }
        checkNotSet(message, member, name);
        if (member.type() instanceof MemberType.Nested) {
            values.tryTake(":");
        } else {
            values.expect(":");
        }
        if (member.repeated() && values.tryTake("[")) {
            if (!values.tryTake("]")) {
                readValue(message, member);
                while (!values.tryTake("]")) {
                    values.expect(",");
                    readValue(message, member);
                }
            }
        } else {
            readValue(message, member);
        }
        values.endField();
    }

    private void checkNotSet(DynamicMessage message, Member member, String name) {
        if (!member.repeated() && message.has(member)) {
            throw values.refused("Non-repeated field \"" + name + "\" is specified multiple times.");
        }
        Member other = message.setMember(member.oneof());
        if (other != null) {
            throw values.refused("Field \"" + name + "\" is specified along with field \"" + other.name()
                    + "\", another member of oneof \"" + member.oneof() + "\".");
        }
    }

    private void readValue(DynamicMessage message, Member member) {
        if (member.type() instanceof MemberType.Scalar scalar) {
            message.put(member, scalar(scalar.type(), member.name()));
        } else if (member.type() instanceof MemberType.Named named) {
            message.put(member, enumNumber(named.type(), member));
        } else if (member.type() instanceof MemberType.Nested nested) {
            DynamicMessage value = new DynamicMessage(nested.type());
            readBlock(value);
            message.put(member, value);
        }
    }

    /** A value as {@link DynamicMessage} keeps it. */
    private Object scalar(ScalarType type, String field) {
        return switch (type) {
            case BOOL -> values.bool(field);
            case INT32, SINT32, SFIXED32 -> (int) values.signed(Integer.MAX_VALUE);
            case INT64, SINT64, SFIXED64 -> values.signed(Long.MAX_VALUE);
            case UINT32, FIXED32 -> values.unsigned32();
            case UINT64, FIXED64 -> values.unsigned64();
            case FLOAT -> (float) values.real();
            case DOUBLE -> values.real();
            case STRING, BYTES -> values.string(false);
            case INT8, INT16, UUID -> throw new AssertionError(type);
        };
    }

    private int enumNumber(EnumType type, Member member) {
        String text;
        @Nullable Integer number = null;
        if (tokens.kind() == Kind.IDENTIFIER) {
            text = values.identifier();
            Optional<EnumType.Value> value = type.value(text);
            if (value.isPresent()) {
                return value.get().number();
            }
        } else {
            int read = values.enumNumber();
            text = Integer.toString(read);
            number = read;
        }
        if (number != null && (!type.closed() || hasNumber(type, number))) {
            return number;
        }
        throw values.refused("Unknown enumeration value of \"" + text + "\" for field \"" + member.name() + "\".");
    }

    private static boolean hasNumber(EnumType type, int number) {
        return type.values().stream().anyMatch(value -> value.number() == number);
    }

    private void readBlock(DynamicMessage message) {
        String close = values.open();
        if (++depth > maxDepth) {
            throw values.refused(String.format(
                    Locale.ROOT,
                    "Message is too deep, the parser exceeded the configured recursion limit of %d.",
                    maxDepth));
        }
        while (!tokens.text().equals(">") && !tokens.text().equals("}")) {
            readField(message);
        }
        values.expect(close);
        depth--;
    }
}

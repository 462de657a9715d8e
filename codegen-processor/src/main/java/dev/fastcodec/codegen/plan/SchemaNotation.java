package dev.fastcodec.codegen.plan;

import dev.fastcodec.idl.schema.Value;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Words and values as the runtime's {@code SchemaTable} wants them. */
final class SchemaNotation {
    /** What ends a word. */
    private static final String MARKS = " <>,:=[]{}&";

    private SchemaNotation() {}

    /** A name or path. */
    static String word(String text) {
        return coded(text, MARKS);
    }

    /** A value; an enum's by its name, a struct by the names of its fields. */
    static String value(Value value) {
        if (value instanceof Value.Bool v) {
            return Boolean.toString(v.value());
        } else if (value instanceof Value.Int v) {
            return Long.toString(v.value());
        } else if (value instanceof Value.Float v) {
            return Double.toString(v.value());
        } else if (value instanceof Value.Text v) {
            return text(v.value());
        } else if (value instanceof Value.Bytes v) {
            return "x" + HexFormat.of().formatHex(v.value());
        } else if (value instanceof Value.EnumValue v) {
            return "#" + word(v.value().name());
        } else if (value instanceof Value.ListOf v) {
            return joined(v.elements().stream().map(SchemaNotation::value).toList(), "[", "]");
        } else if (value instanceof Value.MapOf v) {
            return joined(
                    v.entries().stream()
                            .map(e -> value(e.key()) + ":" + value(e.value()))
                            .toList(),
                    "{",
                    "}");
        } else if (value instanceof Value.Struct v) {
            return joined(
                    v.fields().stream()
                            .map(f -> text(f.field().name()) + ":" + value(f.value()))
                            .toList(),
                    "{",
                    "}");
        } else if (value instanceof Value.Raw v) {
            return text(v.text());
        }
        throw new AssertionError(value);
    }

    private static String joined(List<String> parts, String open, String close) {
        return parts.stream().collect(Collectors.joining(",", open, close));
    }

    private static String text(String text) {
        return "'" + coded(text, "") + "'";
    }

    /** The text with everything coded that could end it, or that is better not seen in a source file. */
    private static String coded(String text, String marks) {
        StringBuilder s = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c < 0x7f && c != '\'' && c != '%' && marks.indexOf(c) < 0
                    || c == ' ' && marks.isEmpty()
                    || c > 0xa0 && Character.isLetterOrDigit(c);
            if (!plain && s == null) {
                s = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (s != null) {
                s.append(plain ? c : c < 0x100 ? hex("%", c, 2) : hex("%u", c, 4));
            }
        }
        return s == null ? text : s.toString();
    }

    private static String hex(String sign, char c, int digits) {
        return sign + HexFormat.of().toHexDigits(c, digits);
    }
}

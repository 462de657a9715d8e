package dev.fastcodec.codegen.dynamic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Strings of the text format: bytes with escapes. */
public final class TextStrings {
    private static final int OCTAL = 8;
    private static final int HEX = 16;

    private TextStrings() {}

    /** The bytes with escapes, without quotes: all that is no printable ASCII as three octal digits. */
    public static String escape(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            switch (b) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '"' -> text.append("\\\"");
                case '\'' -> text.append("\\'");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (b >= ' ' && b < 0x7F) {
                        text.append((char) b);
                    } else {
                        int n = b & 0xFF;
                        text.append('\\')
                                .append(n / (OCTAL * OCTAL))
                                .append(n / OCTAL % OCTAL)
                                .append(n % OCTAL);
                    }
                }
            }
        }
        return text.toString();
    }

    /**
     * The bytes of a literal that {@link TextTokens} has read.
     *
     * @param literal with its quotes, each char a byte
     */
    static byte[] unescape(String literal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int i = 1;
        int end = literal.length();
        while (i < end) {
            char c = literal.charAt(i++);
            if (c == '\\' && i < end) {
                i = escape(literal, i, out);
            } else if (c != literal.charAt(0) || i != end) {
                out.write(c);
            }
        }
        return out.toByteArray();
    }

    private static int escape(String literal, int at, ByteArrayOutputStream out) {
        char c = literal.charAt(at);
        if (c >= '0' && c <= '7') {
            int n = digits(literal, at, 3, OCTAL);
            out.write(Integer.parseInt(literal.substring(at, at + n), OCTAL));
            return at + n;
        } else if (c == 'x' || c == 'X') {
            int n = digits(literal, at + 1, 2, HEX);
            out.write(n == 0 ? 0 : Integer.parseInt(literal.substring(at + 1, at + 1 + n), HEX));
            return at + 1 + n;
        } else if (c == 'u' || c == 'U') {
            return codePoint(literal, at, out);
        }
        out.write(simple(c));
        return at + 1;
    }

    private static int simple(char c) {
        return switch (c) {
            case 'a' -> 0x07;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            case '\\', '?', '\'', '"' -> c;
            default -> '?';
        };
    }

    private static int codePoint(String literal, int at, ByteArrayOutputStream out) {
        int size = literal.charAt(at) == 'u' ? 4 : 8;
        int start = at + 1;
        if (digits(literal, start, size, HEX) < size) {
            out.write(literal.charAt(at));
            return start;
        }
        int point = Integer.parseInt(literal.substring(start, start + size), HEX);
        int end = start + size;
        if (point >= Character.MIN_HIGH_SURROGATE
                && point <= Character.MAX_HIGH_SURROGATE
                && literal.startsWith("\\u", end)
                && digits(literal, end + 2, 4, HEX) == 4) {
            int low = Integer.parseInt(literal.substring(end + 2, end + 6), HEX);
            if (low >= Character.MIN_LOW_SURROGATE && low <= Character.MAX_LOW_SURROGATE) {
                point = Character.toCodePoint((char) point, (char) low);
                end += 6;
            }
        }
        writeUtf8(point, out);
        return end;
    }

    /** Half a surrogate pair goes out in three bytes too, as protoc has it; whether that is allowed is the field's matter. */
    private static void writeUtf8(int point, ByteArrayOutputStream out) {
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            out.write(0xE0 | point >> 12);
            out.write(0x80 | point >> 6 & 0x3F);
            out.write(0x80 | point & 0x3F);
        } else {
            out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static int digits(String text, int at, int most, int radix) {
        int n = 0;
        while (n < most && at + n < text.length() && Character.digit(text.charAt(at + n), radix) >= 0) {
            n++;
        }
        return n;
    }
}

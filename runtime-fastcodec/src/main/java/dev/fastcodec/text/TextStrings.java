package dev.fastcodec.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Strings of the text format: bytes with escapes. */
public final class TextStrings {
    /** How long the escape of a byte is at the most. */
    static final int MOST_BYTES_OF_ESCAPE = 4;

    private static final int OCTAL = 8;
    private static final int HEX = 16;

    private TextStrings() {}

    /** The bytes with escapes, without quotes: all that is no printable ASCII as three octal digits. */
    public static String escape(byte[] bytes) {
        byte[] text = new byte[MOST_BYTES_OF_ESCAPE * bytes.length];
        return new String(text, 0, escape(bytes, true, text, 0), StandardCharsets.ISO_8859_1);
    }

    /**
     * Writes bytes with escapes to {@code to} from {@code p} on, where there is room.
     *
     * @param highToo whether bytes above 0x7f are escaped
     * @return the index behind them
     */
    static int escape(byte[] bytes, boolean highToo, byte[] to, int p) {
        for (byte b : bytes) {
            char escape =
                    switch (b) {
                        case '\n' -> 'n';
                        case '\r' -> 'r';
                        case '\t' -> 't';
                        case '"', '\'', '\\' -> (char) b;
                        default -> 0;
                    };
            if (escape != 0) {
                to[p++] = '\\';
                to[p++] = (byte) escape;
            } else if (b >= ' ' && b < 0x7F || b < 0 && !highToo) {
                to[p++] = b;
            } else {
                int n = b & 0xFF;
                to[p++] = '\\';
                to[p++] = (byte) ('0' + n / (OCTAL * OCTAL));
                to[p++] = (byte) ('0' + n / OCTAL % OCTAL);
                to[p++] = (byte) ('0' + n % OCTAL);
            }
        }
        return p;
    }

    /**
     * The bytes of a literal that {@link TextTokens} has read.
     *
     * @param literal with its quotes, each char a byte
     * @param strict whether escapes must be of characters that Unicode has: protoc joins surrogates, and takes half a pair and what is too large
     * @throws IllegalArgumentException with what is wrong, when they are to be and are not
     */
    static byte[] unescape(String literal, boolean strict) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int i = 1;
        int end = literal.length();
        while (i < end) {
            char c = literal.charAt(i++);
            if (c == '\\' && i < end) {
                i = escape(literal, i, out, strict);
            } else if (c != literal.charAt(0) || i != end) {
                out.write(c);
            }
        }
        return out.toByteArray();
    }

    private static int escape(String literal, int at, ByteArrayOutputStream out, boolean strict) {
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
            return codePoint(literal, at, out, strict);
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

    private static int codePoint(String literal, int at, ByteArrayOutputStream out, boolean strict) {
        int size = literal.charAt(at) == 'u' ? 4 : 8;
        int start = at + 1;
        if (digits(literal, start, size, HEX) < size) {
            out.write(literal.charAt(at));
            return start;
        }
        int point = Integer.parseInt(literal.substring(start, start + size), HEX);
        int end = start + size;
        if (strict && (point > Character.MAX_CODE_POINT || isSurrogate(point))) {
            throw new IllegalArgumentException(
                    "Escape sequence of no Unicode character: " + literal.substring(at - 1, end));
        }
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

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** Half a surrogate pair goes out in three bytes, and what is too large as an escape, as protoc has it; whether that is allowed is the field's matter. */
    private static void writeUtf8(int point, ByteArrayOutputStream out) {
        if (isSurrogate(point)) {
            out.write(0xE0 | point >> 12);
            out.write(0x80 | point >> 6 & 0x3F);
            out.write(0x80 | point & 0x3F);
        } else {
            String text = point > Character.MAX_CODE_POINT
                    ? String.format(Locale.ROOT, "\\U%08x", point)
                    : Character.toString(point);
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
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

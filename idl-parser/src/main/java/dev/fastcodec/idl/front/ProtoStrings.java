package dev.fastcodec.idl.front;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import dev.fastcodec.idl.source.Utf8Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Resolves the escapes of .proto strings to bytes as protoc does: C's, octal of one to three and {@code \x} of one or two
 * digits for bytes, <code>&#92;u</code> and <code>&#92;U</code> for code points.
 */
final class ProtoStrings {
    /** What is above the last code point but not above this, protoc leaves as it is written. */
    private static final int LARGEST_ESCAPE = 0x1FFFFF;

    private static final String NAMES = "abfnrtv\\?'\"";
    private static final byte[] VALUES = {7, 8, 12, 10, 13, 9, 11, '\\', '?', '\'', '"'};

    private final Source source;
    private final Diagnostics diagnostics;
    private final String text;
    private final int end;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int position;

    private ProtoStrings(Source source, int start, int end, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.text = source.text();
        this.position = start;
        this.end = end;
    }

    /** The bytes of the literal from its quote at {@code start} to before {@code end}; bad escapes are reported. */
    static byte[] decode(Source source, int start, int end, Diagnostics diagnostics) {
        String text = source.text();
        boolean closed = end - start > 1 && text.charAt(end - 1) == text.charAt(start);
        int last = closed ? end - 1 : end;
        if (backslash(text, start + 1, last) == last) {
            return Utf8Text.encode(text.substring(start + 1, last));
        }
        return new ProtoStrings(source, start + 1, last, diagnostics).decode();
    }

    /** The next backslash before {@code end}, or that; the rest of the text is not looked at, however long. */
    private static int backslash(String text, int start, int end) {
        int p = start;
        while (p < end && text.charAt(p) != '\\') {
            p++;
        }
        return p;
    }

    private byte[] decode() {
        while (position < end) {
            int escape = backslash(text, position, end - 1);
            escape = escape == end - 1 ? end : escape;
            if (escape > position) {
                out.writeBytes(Utf8Text.encode(text.substring(position, escape)));
            }
            position = escape;
            if (escape < end) {
                escape();
            }
        }
        return out.toByteArray();
    }

    private void escape() {
        int start = position;
        char c = text.charAt(start + 1);
        position += 2;
        int named = NAMES.indexOf(c);
        if (named >= 0) {
            out.write(VALUES[named]);
        } else if (c >= '0' && c <= '7') {
            position--;
            out.write(digits(8, 3));
        } else if (c == 'x' || c == 'X') {
            if (position == end || Character.digit(text.charAt(position), 16) < 0) {
                report(Problem.HEX_ESCAPE_WITHOUT_DIGITS, start);
            }
            out.write(digits(16, 2));
        } else if (c == 'u' || c == 'U') {
            int length = c == 'u' ? 4 : 8;
            int first = position;
            int codePoint = digits(16, length);
            if (position - first < length) {
                report(Problem.UNICODE_ESCAPE_TOO_SHORT, start, length);
            } else if (codePoint < 0 || codePoint > LARGEST_ESCAPE) {
                report(Problem.UNICODE_ESCAPE_TOO_LARGE, start);
            } else if (codePoint > Character.MAX_CODE_POINT) {
                out.writeBytes(String.format(Locale.ROOT, "\\U%08x", codePoint).getBytes(StandardCharsets.UTF_8));
            } else {
                codePoint(codePoint);
            }
        } else {
            position += Character.isHighSurrogate(c) && position < end ? 1 : 0;
            report(Problem.UNKNOWN_ESCAPE, start, text.substring(start + 1, position));
        }
    }

    /** Reads up to {@code most} digits. */
    private int digits(int radix, int most) {
        int value = 0;
        for (int n = 0; n < most && position < end && text.charAt(position) < 0x80; n++) {
            int digit = Character.digit(text.charAt(position), radix);
            if (digit < 0) {
                break;
            }
            value = radix * value + digit;
            position++;
        }
        return value;
    }

    /** Writes a code point; two surrogates become one, a single one is written as it is. */
    private void codePoint(int first) {
        int codePoint = first;
        if (first >= Character.MIN_HIGH_SURROGATE
                && first <= Character.MAX_HIGH_SURROGATE
                && text.startsWith("\\u", position)
                && position + 6 <= end) {
            int back = position;
            position += 2;
            int low = digits(16, 4);
            if (position == back + 6 && low >= Character.MIN_LOW_SURROGATE && low <= Character.MAX_LOW_SURROGATE) {
                codePoint = Character.toCodePoint((char) first, (char) low);
            } else {
                position = back;
            }
        }
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            out.write(0xE0 | codePoint >> 12);
            out.write(0x80 | codePoint >> 6 & 0x3F);
            out.write(0x80 | codePoint & 0x3F);
        } else {
            out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void report(Problem problem, int start, Object... arguments) {
        diagnostics.report(problem, new Span(source, start, position), arguments);
    }
}

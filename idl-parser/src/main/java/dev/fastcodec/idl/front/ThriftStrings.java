package dev.fastcodec.idl.front;

import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import dev.fastcodec.idl.source.Utf8Text;
import java.io.ByteArrayOutputStream;
import org.antlr.v4.runtime.Token;

/**
 * Reads quoted strings: Apache's escapes {@code \r \n \t \" \' \\}, and fbthrift's {@code \xhh} (a byte) and {@code \}{@code uhhhh}.
 * Any other is kept as written, as thriftgo does, with a warning.
 */
final class ThriftStrings {
    private final Source source;
    private final Diagnostics diagnostics;

    ThriftStrings(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** The bytes of a string token. */
    Literal.Text read(Token token) {
        Span span = ThriftTokens.span(source, token);
        String text = source.text();
        int end = span.end() - 1;
        int escape = backslash(text, span.start(), end);
        if (escape == end) {
            String content = text.substring(span.start() + 1, end);
            return new Literal.Text(span, Utf8Text.encode(content));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int plain = span.start() + 1;
        while (escape < end) {
            put(bytes, text.substring(plain, escape));
            plain = escape(bytes, escape, end);
            escape = backslash(text, plain, end);
        }
        put(bytes, text.substring(plain, end));
        return new Literal.Text(span, bytes.toByteArray());
    }

    /** The next backslash before {@code end}, or that; the rest of the text is not looked at, however long. */
    private static int backslash(String text, int start, int end) {
        int p = start;
        while (p < end && text.charAt(p) != '\\') {
            p++;
        }
        return p;
    }

    private static void put(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(Utf8Text.encode(text));
    }

    /** Reads the escape whose backslash is at {@code at}; returns the offset behind it. */
    private int escape(ByteArrayOutputStream bytes, int at, int end) {
        String text = source.text();
        char c = text.charAt(at + 1);
        switch (c) {
            case 'r' -> bytes.write('\r');
            case 'n' -> bytes.write('\n');
            case 't' -> bytes.write('\t');
            case '"', '\'', '\\' -> bytes.write(c);
            case 'x' -> {
                int value = hex(at + 2, 2, end);
                if (value < 0) {
                    return keep(bytes, at);
                }
                bytes.write(value);
                return at + 4;
            }
            case 'u' -> {
                return unicode(bytes, at, end);
            }
            default -> {
                return keep(bytes, at);
            }
        }
        return at + 2;
    }

    /** Keeps a backslash and what follows it. */
    private int keep(ByteArrayOutputStream bytes, int at) {
        String escape = source.text().substring(at, at + 1)
                + Character.toString(source.text().codePointAt(at + 1));
        Span span = new Span(source, at, at + escape.length());
        diagnostics.report(Problem.THRIFT_ESCAPE_KEPT, span, escape.strip());
        put(bytes, escape);
        return span.end();
    }

    private int unicode(ByteArrayOutputStream bytes, int at, int end) {
        int value = hex(at + 2, 4, end);
        if (value < 0) {
            return keep(bytes, at);
        }
        int next = at + 6;
        int length = 1;
        if (Character.isHighSurrogate((char) value) && source.text().startsWith("\\u", next)) {
            int low = hex(next + 2, 4, end);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                value = Character.toCodePoint((char) value, (char) low);
                length = 2;
            }
        }
        if (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE) {
            return keep(bytes, at);
        }
        put(bytes, Character.toString(value));
        return at + 6 * length;
    }

    /** The value of hexadecimal digits, or -1 when there are fewer. */
    private int hex(int start, int count, int end) {
        int value = 0;
        for (int i = start; i < start + count; i++) {
            char c = i < end ? source.text().charAt(i) : 0;
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}

package dev.fastcodec.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of text-format input, one after the other. What cannot be read is reported; if whoever takes the report lets it pass, so is the text,
 * and more is found. Works on bytes, as protoc does: each char here is one. For readers of the runtime and the compiler.
 */
public final class TextTokens {
    /** The kinds of tokens. */
    public enum Kind {
        /** Nothing was read yet. */
        START,
        /** The end of the text. */
        END,
        /** A name or word. */
        IDENTIFIER,
        /** A number without fraction and exponent. */
        INTEGER,
        /** A number with a fraction, an exponent or a letter f. */
        FLOAT,
        /** A string in quotes, which may hold escapes. */
        STRING,
        /** Any other character. */
        SYMBOL
    }

    /** Takes reports. */
    public interface Reports {
        /** Told of something that is wrong; may throw. */
        void report(TextPlace place, String what);
    }

    private static final char NONE = '\0';
    private static final int TAB = 8;
    private static final String ESCAPES = "abfnrtv\\?'\"";

    private final String input;
    private final Reports reports;
    private int position;
    private int line = 1;
    private int column = 1;
    private Kind kind = Kind.START;
    private String text = "";
    private TextPlace place = TextPlace.START;
    private int previousEnd = -1;
    private TextPlace previous = TextPlace.START;

    /** The tokens of a text that goes from one index of an array to another; places count from the first. */
    public TextTokens(byte[] b, int from, int to, Reports reports) {
        this.input = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
        this.reports = reports;
    }

    /** What the token at hand is. */
    public Kind kind() {
        return kind;
    }

    /** The token at hand, a string with its quotes and escapes; empty at the end. */
    public String text() {
        return text;
    }

    /** Where the token at hand begins. */
    public TextPlace place() {
        return place;
    }

    /** Where the token before it ends. */
    public TextPlace afterPrevious() {
        return previous;
    }

    /** Goes to the next token. */
    public void next() {
        boolean afterName = kind == Kind.IDENTIFIER;
        previousEnd = position;
        previous = here();
        while (true) {
            skipSpace();
            if (position == input.length()) {
                kind = Kind.END;
                text = "";
                place = here();
                return;
            }
            char c = peek();
            if (c >= ' ') {
                TextPlace start = here();
                Kind read = token(c, afterName);
                text = input.substring(start.offset(), position);
                kind = read;
                place = start;
                return;
            }
            report("Invalid control characters encountered in text.");
            while (position < input.length() && peek() < ' ' && !isSpace(peek())) {
                advance();
            }
        }
    }

    /** Reads up to the bracket that closes an extension's or type's name; the token at hand is the one that opens it. */
    public String untilBracket() {
        List<String> parts = new ArrayList<>();
        while (true) {
            skipSpace();
            int from = position;
            while (isUrl(peek())) {
                advance();
            }
            if (from == position) {
                break;
            }
            parts.add(input.substring(from, position));
        }
        next();
        return String.join("", parts);
    }

    private void report(String what) {
        reports.report(here(), what);
    }

    private TextPlace here() {
        return new TextPlace(position, line, column);
    }

    private TextPlace before() {
        return new TextPlace(position - 1, line, column - 1);
    }

    private void skipSpace() {
        while (true) {
            if (isSpace(peek())) {
                advance();
            } else if (peek() == '#') {
                while (position < input.length() && peek() != '\n') {
                    advance();
                }
            } else {
                return;
            }
        }
    }

    private Kind token(char c, boolean afterName) {
        advance();
        if (isLetter(c)) {
            while (isLetter(peek()) || isDigit(peek())) {
                advance();
            }
            return Kind.IDENTIFIER;
        } else if (isDigit(c)) {
            return number(c == '0', false);
        } else if (c == '.' && isDigit(peek())) {
            if (afterName && position - 1 == previousEnd) {
                reports.report(before(), "Need space between identifier and decimal point.");
            }
            return number(false, true);
        } else if (c == '"' || c == '\'') {
            string(c);
            return Kind.STRING;
        }
        if (c > 0x7F) {
            reports.report(before(), "Interpreting non ascii codepoint " + (int) c + ".");
        }
        return Kind.SYMBOL;
    }

    private Kind number(boolean zero, boolean dot) {
        boolean real = dot;
        if (zero && (tryAdvance('x') || tryAdvance('X'))) {
            if (digits(16) == 0) {
                report("\"0x\" must be followed by hex digits.");
            }
        } else if (zero && isDigit(peek())) {
            digits(8);
            if (isDigit(peek())) {
                report("Numbers starting with leading zero must be in octal.");
                digits(10);
            }
        } else {
            digits(10);
            if (!dot && tryAdvance('.')) {
                real = true;
                digits(10);
            }
            if (tryAdvance('e') || tryAdvance('E')) {
                real = true;
                if (!tryAdvance('-')) {
                    tryAdvance('+');
                }
                if (digits(10) == 0) {
                    report("\"e\" must be followed by exponent.");
                }
            }
            real |= tryAdvance('f') || tryAdvance('F');
        }
        if (isLetter(peek())) {
            report("Need space between number and identifier.");
        } else if (peek() == '.') {
            report(
                    real
                            ? "Already saw decimal point or exponent; can't have another one."
                            : "Hex and octal numbers must be integers.");
        }
        return real ? Kind.FLOAT : Kind.INTEGER;
    }

    private void string(char quote) {
        while (true) {
            char c = peek();
            if (c == NONE) {
                report("Unexpected end of string.");
                return;
            } else if (c == '\n') {
                report("Multiline strings are not allowed. Did you miss a \"?.");
                return;
            }
            advance();
            if (c == quote) {
                return;
            } else if (c == '\\') {
                escape();
            }
        }
    }

    private void escape() {
        char c = peek();
        if (ESCAPES.indexOf(c) >= 0 || c >= '0' && c <= '7') {
            advance();
        } else if (tryAdvance('x') || tryAdvance('X')) {
            if (Character.digit(peek(), 16) < 0) {
                report("Expected hex digits for escape sequence.");
            }
        } else if (tryAdvance('u')) {
            if (!hexDigits(4)) {
                report("Expected four hex digits for \\u escape sequence.");
            }
        } else if (tryAdvance('U')) {
            if (!isCodePoint() || !hexDigits(8)) {
                report("Expected eight hex digits up to 10ffff for \\U escape sequence");
            }
        } else {
            report("Invalid escape sequence in string literal.");
        }
    }

    /** Eight digits up to 10ffff begin with 000 or 001. */
    private boolean isCodePoint() {
        return input.startsWith("000", position) || input.startsWith("001", position);
    }

    private boolean hexDigits(int n) {
        for (int i = 0; i < n; i++) {
            if (Character.digit(peek(), 16) < 0) {
                return false;
            }
            advance();
        }
        return true;
    }

    private int digits(int radix) {
        int from = position;
        while (peek() <= 0x7F && Character.digit(peek(), radix) >= 0) {
            advance();
        }
        return position - from;
    }

    private char peek() {
        return position < input.length() ? input.charAt(position) : NONE;
    }

    private boolean tryAdvance(char c) {
        if (position < input.length() && peek() == c) {
            advance();
            return true;
        }
        return false;
    }

    private void advance() {
        char c = input.charAt(position++);
        if (c == '\n') {
            line++;
            column = 1;
        } else if (c == '\t') {
            column += TAB - (column - 1) % TAB;
        } else {
            column++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isUrl(char c) {
        return isLetter(c) || isDigit(c) || c != NONE && "-.~!$&()*+,;=%/".indexOf(c) >= 0;
    }
}

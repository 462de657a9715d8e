package dev.fastcodec.idl.front;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import dev.fastcodec.idl.source.Utf8Text;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;

/**
 * Cuts .proto text into the tokens of {@code ProtoParser.g4}, by the rules of protoc's tokenizer. Comments make no token;
 * they are read again where one can belong to a declaration. Written by hand because an ANTLR lexer of the same tokens was
 * three times slower when warm and eight times in the first pass over 4 MB in a fresh JVM.
 */
final class ProtoScanner implements TokenSource {
    private final Source source;
    private final Diagnostics diagnostics;
    private final String text;
    private int position;
    private int count;
    /** Open braces of an option value, where {@code #} begins a comment and an address may stand; else 0. */
    private int aggregateDepth;

    private boolean comment;
    private boolean damage;
    private final ProtoToken none;
    private ProtoToken previous;
    private ProtoToken beforePrevious;

    ProtoScanner(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.text = source.text();
        this.none = new ProtoToken(source, 0, 0, 0, -1);
        this.previous = none;
        this.beforePrevious = none;
        if (text.startsWith("\uFEFF")) {
            position = 1;
        }
    }

    @Override
    public ProtoToken nextToken() {
        comment = false;
        damage = false;
        ProtoToken token = scan();
        if (comment) {
            token.setAfterComment();
        }
        if (damage) {
            token.setDamaged();
        }
        beforePrevious = previous;
        previous = token;
        return token;
    }

    private ProtoToken scan() {
        while (true) {
            skipWhite();
            int start = position;
            if (start == text.length()) {
                return token(ProtoToken.EOF, start);
            }
            char c = text.charAt(start);
            if (isLetter(c)) {
                return word(start);
            } else if (isDigit(c) || c == '.' && isDigit(peek(start + 1))) {
                return number(start);
            } else if (c == '"' || c == '\'') {
                return string(start, c);
            }
            int type = punctuation(c);
            if (type != 0) {
                position++;
                return punctuation(type, start);
            }
            skipUnexpected(start, c);
        }
    }

    private ProtoToken token(int type, int start) {
        return new ProtoToken(source, type, start, position, count++);
    }

    private char peek(int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipWhite() {
        int end = text.length();
        while (position < end) {
            char c = text.charAt(position);
            if (c == ' ' || c <= '\r' && c >= '\t') {
                position++;
            } else if (c == '/' && peek(position + 1) == '/') {
                comment = true;
                skipLine();
            } else if (c == '/' && peek(position + 1) == '*') {
                comment = true;
                skipBlockComment();
            } else if (c == '#' && aggregateDepth > 0) {
                skipTextComment();
            } else {
                return;
            }
        }
    }

    /**
     * Skips a comment of the text format. It ends with its line or before the brace that ends the whole value: that is found
     * before the value is read as text format, and comments do not hide it.
     */
    private void skipTextComment() {
        int depth = aggregateDepth;
        while (position < text.length() && text.charAt(position) != '\n') {
            char c = text.charAt(position);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return;
            }
            position++;
        }
    }

    private void skipLine() {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end + 1;
    }

    private void skipBlockComment() {
        int start = position;
        int end = text.indexOf("*/", start + 2);
        int limit = end < 0 ? text.length() : end;
        int nested = text.indexOf("/*", start + 2);
        if (nested >= 0 && nested < limit) {
            report(Problem.COMMENT_IN_COMMENT, nested, nested + 2)
                    .note(Problem.OPENED_HERE, new Span(source, start, start + 2));
        } else if (end < 0) {
            report(Problem.UNTERMINATED_COMMENT, start, start + 2);
        }
        position = end < 0 ? limit : end + 2;
    }

    private ProtoToken word(int start) {
        int p = start + 1;
        int end = text.length();
        while (p < end && isLetterOrDigit(text.charAt(p))) {
            p++;
        }
        position = p;
        ProtoToken word = token(ProtoKeywords.type(text, start, p), start);
        if (previous.getType() == ProtoParser.MESSAGE || previous.getType() == ProtoParser.ENUM) {
            if (beforePrevious.is("export")) {
                beforePrevious.setType(ProtoParser.EXPORT);
            } else if (beforePrevious.is("local")) {
                beforePrevious.setType(ProtoParser.LOCAL);
            }
        }
        return word;
    }

    private ProtoToken number(int start) {
        int p = start;
        int end = text.length();
        while (p < end) {
            char c = text.charAt(p);
            boolean signOfExponent = (c == '+' || c == '-')
                    && (text.charAt(p - 1) | 0x20) == 'e'
                    && p > start + 1
                    && !ProtoNumbers.isHex(text, start, p);
            if (!isLetterOrDigit(c) && c != '.' && !signOfExponent) {
                break;
            }
            p++;
        }
        position = p;
        ProtoNumbers.Kind kind = ProtoNumbers.kind(text, start, p);
        ProtoToken number = token(kind == ProtoNumbers.Kind.FLOAT ? ProtoParser.FLOAT : ProtoParser.INT, start);
        if (kind == ProtoNumbers.Kind.MALFORMED) {
            report(Problem.MALFORMED_NUMBER, start, p, text.substring(start, Math.min(p, start + 40)));
        } else if (kind == ProtoNumbers.Kind.BAD_OCTAL) {
            report(Problem.BAD_OCTAL_NUMBER, start, p);
        } else if (text.charAt(start) == '.' && start > 0 && isLetterOrDigit(text.charAt(start - 1))) {
            report(Problem.NUMBER_IN_NAME, start, p);
        }
        return number;
    }

    private ProtoToken string(int start, char quote) {
        int p = start + 1;
        int end = text.length();
        while (true) {
            if (p >= end) {
                position = end;
                report(Problem.UNTERMINATED_STRING, start, start + 1);
                return token(ProtoParser.STRING, start);
            }
            char c = text.charAt(p++);
            if (c == quote) {
                position = p;
                return token(ProtoParser.STRING, start);
            } else if (c == '\n') {
                position = p - 1;
                if (text.charAt(p - 2) == '\r') {
                    position--;
                }
                report(Problem.LINE_BREAK_IN_STRING, start, position);
                return token(ProtoParser.STRING, start);
            } else if (c == '\\' && p < end && text.charAt(p) != '\n') {
                p++;
            }
        }
    }

    private ProtoToken punctuation(int type, int start) {
        switch (type) {
            case ProtoParser.LBRACE -> {
                if (aggregateDepth > 0 || previous.getType() == ProtoParser.EQ) {
                    aggregateDepth++;
                }
            }
            case ProtoParser.RBRACE -> aggregateDepth = Math.max(0, aggregateDepth - 1);
            case ProtoParser.LT -> {
                if (aggregateDepth == 0 && previous.is("map")) {
                    previous.setType(ProtoParser.MAP);
                }
            }
            default -> {}
        }
        return token(type, start);
    }

    private int punctuation(char c) {
        return switch (c) {
            case ';' -> ProtoParser.SEMI;
            case ',' -> ProtoParser.COMMA;
            case '.' -> ProtoParser.DOT;
            case '=' -> ProtoParser.EQ;
            case ':' -> ProtoParser.COLON;
            case '-' -> ProtoParser.MINUS;
            case '/' -> ProtoParser.SLASH;
            case '{' -> ProtoParser.LBRACE;
            case '}' -> ProtoParser.RBRACE;
            case '[' -> ProtoParser.LBRACK;
            case ']' -> ProtoParser.RBRACK;
            case '(' -> ProtoParser.LPAREN;
            case ')' -> ProtoParser.RPAREN;
            case '<' -> ProtoParser.LT;
            case '>' -> ProtoParser.GT;
            case '~', '!', '$', '&', '*', '+', '%' -> aggregateDepth > 0 ? ProtoParser.URL_CHAR : 0;
            default -> 0;
        };
    }

    /** Reports a run of characters that begin no token once, and skips it. */
    private void skipUnexpected(int start, char first) {
        int p = start;
        while (p < text.length() && isUnexpected(text.charAt(p))) {
            p++;
        }
        position = Math.max(p, start + 1);
        if (first < ' ' || first == 0x7F) {
            report(Problem.CONTROL_CHARACTER, start, position, (int) first);
        } else {
            report(
                    Problem.UNEXPECTED_CHARACTER,
                    start,
                    position,
                    Utf8Text.readable(Character.toString(text.codePointAt(start))));
        }
    }

    private static boolean isUnexpected(char c) {
        return c < ' ' && (c < '\t' || c > '\r') || c >= 0x7F;
    }

    private dev.fastcodec.idl.diag.Diagnostic report(Problem problem, int start, int end, Object... arguments) {
        damage = true;
        return diagnostics.report(problem, new Span(source, start, end), arguments);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }

    @Override
    public int getLine() {
        return source.line(position);
    }

    @Override
    public int getCharPositionInLine() {
        return source.column(position) - 1;
    }

    @Override
    public @Nullable CharStream getInputStream() {
        return null;
    }

    @Override
    public String getSourceName() {
        return source.name();
    }

    @Override
    public void setTokenFactory(TokenFactory<?> factory) {
        throw new UnsupportedOperationException("tokens are made here");
    }

    @Override
    public @Nullable TokenFactory<?> getTokenFactory() {
        return null;
    }
}

package dev.fastcodec.idl.front;

import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;

/** A token of a .proto file: a kind and a place; its text is cut out only when asked for. */
final class ProtoToken implements Token {
    private final Source source;
    private final int start;
    private final int end;
    private final int index;
    private int type;
    private boolean afterComment;
    private boolean damaged;

    /**
     * A token from {@code start} to before {@code end}.
     *
     * @param index its number among the tokens of the file, from 0
     */
    ProtoToken(Source source, int type, int start, int end, int index) {
        this.source = source;
        this.type = type;
        this.start = start;
        this.end = end;
        this.index = index;
    }

    /** First unit in the source's text. */
    int start() {
        return start;
    }

    /** Unit after the last. */
    int end() {
        return end;
    }

    /** Its place. */
    Span span() {
        return new Span(source, start, end);
    }

    /** Whether a comment stands between the token before and this one. */
    boolean isAfterComment() {
        return afterComment;
    }

    void setAfterComment() {
        afterComment = true;
    }

    /** Whether the scanner has reported this token, or something directly before it. */
    boolean isDamaged() {
        return damaged;
    }

    void setDamaged() {
        damaged = true;
    }

    /** Changes the kind, for keywords that only what follows can tell from names. */
    void setType(int type) {
        this.type = type;
    }

    /** Whether declarations begin or end at it. */
    boolean isBoundary() {
        return type == ProtoParser.SEMI || type == ProtoParser.LBRACE || type == ProtoParser.RBRACE;
    }

    /** Whether it closes something, so that the comment before it belongs to nothing behind it. */
    boolean isClosing() {
        return type == ProtoParser.RBRACE || type == ProtoParser.RBRACK || type == ProtoParser.RPAREN;
    }

    /** Whether nothing but white space stands before it on its line. */
    boolean isFirstOnLine() {
        return indent() >= 0;
    }

    /** Units of white space before it on its line, or -1 when something else stands there. */
    int indent() {
        String text = source.text();
        int i = start - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n' || text.charAt(i) == '\r' ? start - 1 - i : -1;
    }

    /** Whether its text is this. */
    boolean is(String text) {
        return end - start == text.length() && source.text().startsWith(text, start);
    }

    @Override
    public String getText() {
        return type == EOF ? "" : source.text().substring(start, end);
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public int getLine() {
        return source.line(start);
    }

    @Override
    public int getCharPositionInLine() {
        return source.column(start) - 1;
    }

    @Override
    public int getChannel() {
        return DEFAULT_CHANNEL;
    }

    @Override
    public int getTokenIndex() {
        return index;
    }

    @Override
    public int getStartIndex() {
        return start;
    }

    @Override
    public int getStopIndex() {
        return end - 1;
    }

    @Override
    public @Nullable TokenSource getTokenSource() {
        return null;
    }

    @Override
    public @Nullable CharStream getInputStream() {
        return null;
    }

    @Override
    public String toString() {
        return getText();
    }
}

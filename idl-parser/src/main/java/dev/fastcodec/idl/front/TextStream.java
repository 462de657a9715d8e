package dev.fastcodec.idl.front;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text for an ANTLR lexer, by UTF-16 units, so that offsets are those of the source. Every unit above ASCII looks like DEL
 * to the lexer: the grammars tell none of them apart, and for ASCII the lexer remembers its transitions.
 */
final class TextStream implements CharStream {
    private static final int NOT_ASCII = 0x7F;

    private final String name;
    private final String text;
    private int position;

    TextStream(String name, String text) {
        this.name = name;
        this.text = text;
    }

    @Override
    public int LA(int i) {
        int at = i < 0 ? position + i : position + i - 1;
        if (at < 0 || at >= text.length()) {
            return EOF;
        }
        return Math.min(text.charAt(at), NOT_ASCII);
    }

    @Override
    public void consume() {
        if (position >= text.length()) {
            throw new IllegalStateException("cannot consume EOF");
        }
        position++;
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // The whole text is there; nothing was held.
    }

    @Override
    public String getText(Interval interval) {
        int end = Math.min(interval.b + 1, text.length());
        return interval.a >= end ? "" : text.substring(interval.a, end);
    }

    @Override
    public String getSourceName() {
        return name;
    }
}

package dev.fastcodec.idl.source;

/**
 * A stretch of a source: from {@code start} to before {@code end}, in UTF-16 units of {@link Source#text()}.
 *
 * @param source the text
 * @param start first unit
 * @param end unit after the last; equal to {@code start} for a place between two
 */
public record Span(Source source, int start, int end) {
    /** Line of the start, from 1. */
    public int line() {
        return source.line(start);
    }

    /** Column of the start in code points, from 1; a tab is one column. */
    public int column() {
        return source.column(start);
    }

    /** From the start of this span to the end of {@code last}, which is of the same source. */
    public Span to(Span last) {
        return new Span(source, start, last.end);
    }

    /** The text that this span covers. */
    public String text() {
        return source.text().substring(start, end);
    }
}

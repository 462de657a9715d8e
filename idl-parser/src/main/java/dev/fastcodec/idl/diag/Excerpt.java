package dev.fastcodec.idl.diag;

import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;

/**
 * The source line of a report and the carets under it. Tabs become spaces, control characters U+FFFD; wide characters
 * count two columns and combining ones none; a long line is clipped around the caret.
 *
 * @param line the text of the line as shown
 * @param indent columns before the first caret
 * @param carets number of carets, at least 1
 */
record Excerpt(String line, int indent, int carets) {
    private static final int TAB = 4;
    private static final int BEFORE = 60;
    private static final int WIDTH = 120;
    private static final char CLIPPED = '\u2026';

    static Excerpt of(Span span) {
        Source source = span.source();
        String text = source.text();
        int line = source.line(span.start());
        int lineStart = source.lineStart(line);
        int lineEnd = Math.max(source.lineEnd(line), lineStart);
        int from = Math.min(span.start(), lineEnd);
        int to = Math.min(Math.max(span.end(), from), lineEnd);
        int first = lineStart;
        int last = lineEnd;
        if (lineEnd - lineStart > WIDTH) {
            first = Math.max(lineStart, Math.min(from - BEFORE, lineEnd - WIDTH));
            last = Math.min(lineEnd, first + WIDTH);
            first -= splitsPair(text, first) ? 1 : 0;
            last += splitsPair(text, last) ? 1 : 0;
        }
        Columns columns = new Columns(text);
        if (first > lineStart) {
            columns.shown.append(CLIPPED);
            columns.width++;
        }
        columns.add(first, from);
        int indent = columns.width;
        columns.add(from, Math.min(to, last));
        int carets = Math.max(1, columns.width - indent);
        columns.add(Math.min(to, last), last);
        if (last < lineEnd) {
            columns.shown.append(CLIPPED);
        }
        return new Excerpt(columns.shown.toString(), indent, carets);
    }

    /** Text without what would move the cursor or change the terminal. */
    static String printable(String text) {
        Columns columns = new Columns(text);
        columns.add(0, text.length());
        return columns.shown.toString();
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static final class Columns {
        final String text;
        final StringBuilder shown = new StringBuilder();
        int width;

        Columns(String text) {
            this.text = text;
        }

        void add(int from, int to) {
            int i = from;
            while (i < to) {
                int c = text.codePointAt(i);
                i += Character.charCount(c);
                if (c == '\t') {
                    int spaces = TAB - width % TAB;
                    shown.append(" ".repeat(spaces));
                    width += spaces;
                } else if (isUnsafe(c)) {
                    shown.append('\uFFFD');
                    width++;
                } else {
                    shown.appendCodePoint(c);
                    width += widthOf(c);
                }
            }
        }
    }

    /** Control characters, lone surrogates, and marks that change the direction of what follows. */
    private static boolean isUnsafe(int c) {
        return c < 0x20
                || c >= 0x7F && c < 0xA0
                || c >= 0xD800 && c < 0xE000
                || c == 0x2028
                || c == 0x2029
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }

    private static int widthOf(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** Unicode's East Asian Width W and F, by blocks. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
                || c >= 0xA960 && c <= 0xA97F
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1F64F
                || c >= 0x1F680 && c <= 0x1F6FF
                || c >= 0x1F900 && c <= 0x1F9FF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}

package dev.fastcodec.idl.link;

import dev.fastcodec.idl.schema.SourceInfo.Location;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import dev.fastcodec.idl.source.Utf8Text;
import java.util.Arrays;
import java.util.function.Consumer;

/** Hands out the places of the parts of one file, and finds tokens of which nothing else keeps the place. */
final class ProtoLocations {
    private static final int TAB = 8;
    private static final int BYTE_ORDER_MARK = 3;

    /** In files with longer lines the column is remembered every so many units, so that it is not counted from their start. */
    private static final int MARK = 256;

    private final Source source;
    private final String text;
    private final Consumer<Location> sink;
    /** Whether every character is one byte and one column. */
    private final boolean plain;

    private int[] lineStarts;
    private int[] marks = {};
    private int lines = 1;
    /** The line that was looked for last. Most often the next one is the same or the one behind. */
    private int lastLine;

    /** A path to a part; the numbers are not changed. */
    record Path(int[] numbers) {
        /** The path to a part of this one. */
        Path to(int number) {
            int[] longer = Arrays.copyOf(numbers, numbers.length + 1);
            longer[numbers.length] = number;
            return new Path(longer);
        }

        /** The path to an element of a list of this one. */
        Path to(int number, int index) {
            int[] longer = Arrays.copyOf(numbers, numbers.length + 2);
            longer[numbers.length] = number;
            longer[numbers.length + 1] = index;
            return new Path(longer);
        }
    }

    ProtoLocations(Source source, Consumer<Location> sink) {
        this.source = source;
        this.text = source.text();
        this.sink = sink;
        this.plain = source.isAscii() && text.indexOf('\t') < 0 && !source.isMarked();
        this.lineStarts = new int[text.length() / 32 + 16];
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (lines == lineStarts.length) {
                lineStarts = Arrays.copyOf(lineStarts, 2 * lines);
            }
            lineStarts[lines++] = i + 1;
        }
        if (!plain && longestLine() > MARK) {
            mark();
        }
    }

    private int longestLine() {
        int longest = text.length() - lineStarts[lines - 1];
        for (int line = 1; line < lines; line++) {
            longest = Math.max(longest, lineStarts[line] - lineStarts[line - 1]);
        }
        return longest;
    }

    private void mark() {
        marks = new int[text.length() / MARK + 1];
        int column = firstColumn(0);
        for (int i = 0; i < text.length(); i++) {
            if (i % MARK == 0) {
                marks[i / MARK] = column;
            }
            column = text.charAt(i) == '\n' ? 0 : columnBehind(i, column);
        }
        if (text.length() % MARK == 0) {
            marks[text.length() / MARK] = column;
        }
    }

    void add(Path path, Span span) {
        add(path, span, Comments.NONE, false);
    }

    void add(Path path, Span span, Comments comments) {
        add(path, span, comments, false);
    }

    void add(Path path, Span span, Comments comments, boolean sourceOnly) {
        int first = line(span.start());
        int last = isOnLine(first, span.end()) ? first : line(span.end());
        lastLine = first;
        int from = column(first, span.start());
        int to = column(last, span.end());
        sink.accept(new Location(
                path.numbers(),
                first == last ? new int[] {first, from, to} : new int[] {first, from, last, to},
                comments,
                sourceOnly));
    }

    /** The whole file, from its first token to its last; without any it ends at its start, before it begins. */
    void addRoot(Path root, int lastDecl) {
        int start = skip(0);
        int end = lastEnd(Math.max(start, lastDecl));
        if (end > start) {
            add(root, span(start, end));
        } else {
            int line = line(start);
            int column = column(line, start);
            int[] span = line == 0 ? new int[] {0, column, 0} : new int[] {line, column, 0, 0};
            sink.accept(new Location(root.numbers(), span, Comments.NONE, false));
        }
    }

    private int line(int offset) {
        if (isOnLine(lastLine, offset)) {
            return lastLine;
        }
        if (isOnLine(lastLine + 1, offset)) {
            return lastLine + 1;
        }
        int i = Arrays.binarySearch(lineStarts, 0, lines, offset);
        return i >= 0 ? i : -i - 2;
    }

    private boolean isOnLine(int line, int offset) {
        return line < lines && offset >= lineStarts[line] && (line + 1 == lines || offset < lineStarts[line + 1]);
    }

    private int column(int line, int offset) {
        if (plain) {
            return offset - lineStarts[line];
        }
        int start = lineStarts[line];
        int column = firstColumn(line);
        int mark = offset / MARK;
        if (mark < marks.length && mark * MARK > start) {
            start = mark * MARK;
            column = marks[mark];
        }
        for (int i = start; i < offset; i++) {
            column = columnBehind(i, column);
        }
        return column;
    }

    private int firstColumn(int line) {
        return line == 0 && source.isMarked() ? BYTE_ORDER_MARK : 0;
    }

    private int columnBehind(int offset, int column) {
        char c = text.charAt(offset);
        if (c == '\t') {
            return column + TAB - column % TAB;
        } else if (c < 0x80) {
            return column + 1;
        }
        if (Character.isSurrogate(c)) {
            return column + (Utf8Text.isEscape(text, offset) ? 1 : 2);
        }
        return column + (c < 0x800 ? 2 : 3);
    }

    /** The token that begins first from an offset on: a word, or one sign. */
    Span token(int from) {
        int start = skip(from);
        int end = start;
        while (end < text.length() && isPartOfWord(text.charAt(end))) {
            end++;
        }
        return new Span(source, start, Math.max(end, Math.min(start + 1, text.length())));
    }

    private static boolean isPartOfWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    /** The offset of the first token from {@code from} on, behind white space and comments; the end when there is none. */
    int skip(int from) {
        int p = from;
        while (p < text.length()) {
            if (text.charAt(p) <= ' ' || text.charAt(p) == '\uFEFF') {
                p++;
            } else if (text.startsWith("//", p)) {
                int end = text.indexOf('\n', p);
                p = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", p)) {
                int end = text.indexOf("*/", p + 2);
                p = end < 0 ? text.length() : end + 2;
            } else {
                return p;
            }
        }
        return text.length();
    }

    /** The end of the last token, when only semicolons stand from an offset on. */
    int lastEnd(int from) {
        int end = from;
        for (int p = skip(from); p < text.length(); p = skip(end)) {
            end = p + 1;
        }
        return end;
    }

    /** A stretch of the text. */
    Span span(int start, int end) {
        return new Span(source, start, end);
    }
}

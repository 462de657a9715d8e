package dev.fastcodec.idl.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A named piece of IDL text. The name is what diagnostics show and, for an import, the path it was imported by. */
public final class Source {
    private final String name;
    private final String text;
    private final boolean marked;
    private final boolean ascii;
    private int @Nullable [] lineStarts;

    /** A source of this name and text; line ends may be LF, CRLF or CR, a leading byte order mark must be gone. */
    public Source(String name, String text) {
        this(name, text, false, false);
    }

    /**
     * As the other, with what is known of the bytes.
     *
     * @param marked whether there was a byte order mark
     * @param ascii whether all of them are known to be ASCII
     */
    public Source(String name, String text, boolean marked, boolean ascii) {
        this.name = name;
        this.text = text;
        this.marked = marked;
        this.ascii = ascii;
    }

    /** Whether the text is known to be ASCII. */
    public boolean isAscii() {
        return ascii;
    }

    /** Whether a byte order mark stood before the text. */
    public boolean isMarked() {
        return marked;
    }

    /** Path with {@code /}, as given or imported. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** Line of an offset, from 1. */
    public int line(int offset) {
        int i = Arrays.binarySearch(lineStarts(), offset);
        return i >= 0 ? i + 1 : -i - 1;
    }

    /** Column of an offset in code points, from 1. */
    public int column(int offset) {
        int start = lineStarts()[line(offset) - 1];
        return text.codePointCount(start, Math.min(offset, text.length())) + 1;
    }

    /** Offset of the start of a line (from 1). */
    public int lineStart(int line) {
        return lineStarts()[line - 1];
    }

    /** Offset of the end of a line (from 1), its line end excluded. */
    public int lineEnd(int line) {
        int[] starts = lineStarts();
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** Text of a line (from 1) without its end. */
    public String lineText(int line) {
        return text.substring(lineStart(line), lineEnd(line));
    }

    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = new int[16];
            int n = 1;
            int feed = text.indexOf('\n');
            int carriage = text.indexOf('\r');
            while (feed >= 0 || carriage >= 0) {
                boolean feedEnds = carriage < 0 || feed >= 0 && feed <= carriage + 1;
                int end = feedEnds ? feed : carriage;
                if (n == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * n);
                }
                starts[n++] = end + 1;
                if (feedEnds) {
                    feed = text.indexOf('\n', end + 1);
                }
                if (carriage >= 0 && carriage <= end) {
                    carriage = text.indexOf('\r', end + 1);
                }
            }
            starts = Arrays.copyOf(starts, n);
            lineStarts = starts;
        }
        return starts;
    }

    @Override
    public String toString() {
        return name;
    }
}

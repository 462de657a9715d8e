package dev.fastcodec.internal;

/**
 * A place in a text of UTF-8.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record LineAndColumn(int line, int column) {
    /** The place of a position in a text that begins at {@code from}; a line ends with LF, CR, or both. */
    public static LineAndColumn of(byte[] b, int from, int position) {
        int line = 1;
        int column = 1;
        for (int p = from; p < position; p++) {
            boolean isEnd = b[p] == '\n' || b[p] == '\r' && (p + 1 == position || b[p + 1] != '\n');
            line += isEnd ? 1 : 0;
            // the later bytes of a character begin with the bits 10
            column = isEnd ? 1 : column + ((b[p] & 0xc0) == 0x80 ? 0 : 1);
        }
        return new LineAndColumn(line, column);
    }
}

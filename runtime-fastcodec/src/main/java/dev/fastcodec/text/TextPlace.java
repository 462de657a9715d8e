package dev.fastcodec.text;

/**
 * A place in a text.
 *
 * @param offset in bytes from the start of the text
 * @param line from 1
 * @param column in bytes from 1; a tab goes to the next multiple of 8, as for protoc
 */
public record TextPlace(int offset, int line, int column) {
    /** The start of a text. */
    static final TextPlace START = new TextPlace(0, 1, 1);
}

package dev.fastcodec.text;

/**
 * What a codec of the text format can do otherwise than by default. Immutable: each method gives options that differ in one point.
 *
 * <pre>{@code
 * String line = Order.TEXT.with(TextOptions.DEFAULT.singleLine(true)).encodeToString(order);
 * }</pre>
 */
public final class TextOptions {
    /** Each field on a line of its own, unknown fields by their numbers, everything that is not ASCII escaped: what {@code protoc --decode} prints. */
    public static final TextOptions DEFAULT = new TextOptions(false, true, true);

    private final boolean singleLine;
    private final boolean unknownFields;
    private final boolean escapeNonAscii;

    private TextOptions(boolean singleLine, boolean unknownFields, boolean escapeNonAscii) {
        this.singleLine = singleLine;
        this.unknownFields = unknownFields;
        this.escapeNonAscii = escapeNonAscii;
    }

    /** Whether all is written on one line, with single spaces in between. Both are read anyway. */
    public TextOptions singleLine(boolean single) {
        return new TextOptions(single, unknownFields, escapeNonAscii);
    }

    /**
     * Whether unknown fields are written, by their numbers. Nobody can read them back: the text format has no field by number, and the types are
     * guessed.
     */
    public TextOptions unknownFields(boolean write) {
        return new TextOptions(singleLine, write, escapeNonAscii);
    }

    /** Whether strings are ASCII with octal escapes for everything else, in place of UTF-8. Bytes always are. */
    public TextOptions escapeNonAscii(boolean escape) {
        return new TextOptions(singleLine, unknownFields, escape);
    }

    /** Whether all is written on one line. */
    public boolean isSingleLine() {
        return singleLine;
    }

    /** Whether unknown fields are written. */
    public boolean hasUnknownFields() {
        return unknownFields;
    }

    /** Whether strings are written as ASCII. */
    public boolean escapesNonAscii() {
        return escapeNonAscii;
    }
}

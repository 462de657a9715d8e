package dev.fastcodec;

/** Tells that bytes are not what the codec's format and schema ask for: what is wrong, at which offset, in which field. */
public final class DecodeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int offset;
    private final String path;
    private final int line;
    private final int column;

    /** What is wrong with the bytes. */
    public enum Kind {
        /** The input ends inside a value. */
        TRUNCATED,
        /** A length or count is larger than the rest of the input can hold. */
        SIZE,
        /** A length or count is negative. */
        NEGATIVE_SIZE,
        /** A type that the format does not have. */
        INVALID_TYPE,
        /** A value that its type does not allow. */
        INVALID_DATA,
        /** A variable-length integer of too many bytes. */
        MALFORMED_VARINT,
        /** A Protobuf tag with field number 0, with a wire type that does not exist, or that ends a group that was not begun. */
        INVALID_TAG,
        /** A string that is not UTF-8. */
        INVALID_UTF8,
        /** Messages or containers are nested deeper than the codec's limit. */
        DEPTH,
        /** Fields that must be there are not. */
        MISSING_REQUIRED
    }

    private DecodeException(
            Kind kind, String what, int offset, String path, int line, int column, boolean writableStackTrace) {
        super(what, null, false, writableStackTrace);
        this.kind = kind;
        this.offset = offset;
        this.path = path;
        this.line = line;
        this.column = column;
    }

    /**
     * The failure as users see it.
     *
     * @param offset bytes from the start of what was given to the codec
     * @param path the field, such as {@code Order.items[3].sku}
     */
    public DecodeException(Kind kind, String what, int offset, String path) {
        this(kind, what + " at offset " + offset + " in " + path, offset, path, 0, 0, true);
    }

    /**
     * The failure of a text as users see it.
     *
     * @param offset bytes from the start of what was given to the codec
     * @param path the field, such as {@code Order.items[3].sku}
     * @param line from 1
     * @param column from 1, in characters
     */
    public DecodeException(Kind kind, String what, int offset, String path, int line, int column) {
        this(
                kind,
                what + " at line " + line + ", column " + column + " (offset " + offset + ") in " + path,
                offset,
                path,
                line,
                column,
                true);
    }

    /**
     * The failure as readers throw it, without stack trace, for the codec's outermost method to catch and complete.
     *
     * @param position index into the array
     */
    public static DecodeException at(Kind kind, int position, String what) {
        return new DecodeException(kind, what, position, "", 0, 0, false);
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** Where, in bytes from the start of what was given to the codec. */
    public int offset() {
        return offset;
    }

    /** In which line of a text, from 1; 0 for a binary format. */
    public int line() {
        return line;
    }

    /** At which character of the line, from 1; 0 for a binary format. */
    public int column() {
        return column;
    }

    /** In which field: type name, field names, list indexes and map entries, such as {@code Order.labels[2].value}. */
    public String path() {
        return path;
    }
}

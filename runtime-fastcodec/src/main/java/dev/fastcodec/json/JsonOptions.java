package dev.fastcodec.json;

/**
 * What a JSON codec can do otherwise than by default. Immutable: each method gives options that differ in one point.
 *
 * <pre>{@code
 * Item item = Item.JSON.with(JsonOptions.DEFAULT.ignoreUnknownFields(true)).decode(text);
 * }</pre>
 */
public final class JsonOptions {
    /** Unknown fields are refused, enums are written by name, on one line without spaces. */
    public static final JsonOptions DEFAULT = new JsonOptions(false, false, 0);

    private static final int MOST_INDENT = 16;

    private final boolean ignoreUnknownFields;
    private final boolean enumsAsNumbers;
    private final int indent;

    private JsonOptions(boolean ignoreUnknownFields, boolean enumsAsNumbers, int indent) {
        this.ignoreUnknownFields = ignoreUnknownFields;
        this.enumsAsNumbers = enumsAsNumbers;
        this.indent = indent;
    }

    /**
     * Whether a field that the type does not have is passed over when reading, in place of being refused. Its text must be JSON all the same.
     * Thrift's {@code TJSON} passes over such fields whatever is said here, as Thrift's binary protocols do.
     */
    public JsonOptions ignoreUnknownFields(boolean ignore) {
        return new JsonOptions(ignore, enumsAsNumbers, indent);
    }

    /** Whether enums are written as numbers, also where the format has names. Both are read anyway. */
    public JsonOptions enumsAsNumbers(boolean numbers) {
        return new JsonOptions(ignoreUnknownFields, numbers, indent);
    }

    /**
     * How many spaces each level is indented by, every field and element on a line of its own; 0 for all on one line.
     *
     * @throws IllegalArgumentException when it is negative or more than 16
     */
    public JsonOptions indent(int spaces) {
        if (spaces < 0 || spaces > MOST_INDENT) {
            throw new IllegalArgumentException("indent of " + spaces + " spaces");
        }
        return new JsonOptions(ignoreUnknownFields, enumsAsNumbers, spaces);
    }

    /** Whether unknown fields are passed over. */
    public boolean ignoresUnknownFields() {
        return ignoreUnknownFields;
    }

    /** Whether enums are written as numbers. */
    public boolean hasEnumsAsNumbers() {
        return enumsAsNumbers;
    }

    /** Spaces per level. */
    public int indent() {
        return indent;
    }
}

package dev.fastcodec.json;

/**
 * What a JSON codec can do otherwise than by default. Immutable: each method gives options that differ in one point.
 *
 * <pre>{@code
 * Item item = Item.JSON.with(JsonOptions.DEFAULT.ignoreUnknownFields(true)).decode(text);
 * }</pre>
 */
public final class JsonOptions {
    /** Unknown fields are refused, fields that are absent or zero are not written, enums are written by name, on one line without spaces. */
    public static final JsonOptions DEFAULT = new JsonOptions(new Choices(false, false, false, false, 0));

    private static final int MOST_INDENT = 16;

    private final Choices choices;

    private record Choices(
            boolean ignoreUnknown,
            boolean enumsAsNumbers,
            boolean fieldsWithoutPresence,
            boolean originalNames,
            int indent) {}

    private JsonOptions(Choices choices) {
        this.choices = choices;
    }

    /**
     * Whether a field that the type does not have is passed over when reading, in place of being refused. Its text must be JSON all the same.
     * Protobuf's JSON then also passes over the names of enums that the enum does not have, as if the field, element or entry were not there.
     * Thrift's {@code TJSON} passes over unknown fields whatever is said here, as Thrift's binary protocols do.
     */
    public JsonOptions ignoreUnknownFields(boolean ignore) {
        Choices c = choices;
        return new JsonOptions(
                new Choices(ignore, c.enumsAsNumbers, c.fieldsWithoutPresence, c.originalNames, c.indent));
    }

    /** Whether enums are written as numbers, also where the format has names. Both are read anyway. */
    public JsonOptions enumsAsNumbers(boolean numbers) {
        Choices c = choices;
        return new JsonOptions(
                new Choices(c.ignoreUnknown, numbers, c.fieldsWithoutPresence, c.originalNames, c.indent));
    }

    /**
     * Whether Protobuf's fields that cannot be absent are written also when they are zero or empty: those of proto3 that are not {@code optional}, lists,
     * and maps. Thrift's JSON has no such option.
     */
    public JsonOptions alwaysPrintFieldsWithoutPresence(boolean always) {
        Choices c = choices;
        return new JsonOptions(new Choices(c.ignoreUnknown, c.enumsAsNumbers, always, c.originalNames, c.indent));
    }

    /** Whether Protobuf's fields are written by their names in the IDL, {@code ship_to} in place of {@code shipTo}. Both are read anyway. */
    public JsonOptions originalNames(boolean original) {
        Choices c = choices;
        return new JsonOptions(
                new Choices(c.ignoreUnknown, c.enumsAsNumbers, c.fieldsWithoutPresence, original, c.indent));
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
        Choices c = choices;
        return new JsonOptions(
                new Choices(c.ignoreUnknown, c.enumsAsNumbers, c.fieldsWithoutPresence, c.originalNames, spaces));
    }

    /** Whether unknown fields are passed over. */
    public boolean ignoresUnknownFields() {
        return choices.ignoreUnknown;
    }

    /** Whether enums are written as numbers. */
    public boolean hasEnumsAsNumbers() {
        return choices.enumsAsNumbers;
    }

    /** Whether Protobuf's fields without presence are written also when they are zero or empty. */
    public boolean printsFieldsWithoutPresence() {
        return choices.fieldsWithoutPresence;
    }

    /** Whether Protobuf's fields are written by their names in the IDL. */
    public boolean hasOriginalNames() {
        return choices.originalNames;
    }

    /** Spaces per level. */
    public int indent() {
        return choices.indent;
    }
}

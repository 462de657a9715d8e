package dev.fastcodec;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The names of a message type's fields by number, and where to find those of its sub-messages: what it takes to tell the path of a field that
 * cannot be decoded. Generated code makes one per type; it is not to be changed once others see it.
 */
public final class FieldNames {
    private final String type;
    private final String[] fields;
    private final Map<Integer, Supplier<FieldNames>> children = new HashMap<>();

    private FieldNames(String type, String[] fields) {
        this.type = type;
        this.fields = fields;
    }

    /**
     * The names of one type.
     *
     * @param type the type's name as it begins a path, such as {@code Order}
     * @param fields entries {@code number:name} separated by spaces, in as many strings as it takes; a field that is a list or set has {@code []}
     *     behind its name and one that is a map has <code>{}</code>, as the bytes alone do not tell them apart; a list of lists has {@code [][]}
     */
    public static FieldNames of(String type, String... fields) {
        return new FieldNames(type, fields);
    }

    /**
     * Says where the names of a field's sub-messages are: of the message itself, of a container's elements however deep, of a map's values.
     *
     * @return this
     */
    public FieldNames child(int number, Supplier<FieldNames> child) {
        children.put(number, child);
        return this;
    }

    /** The type's name. */
    public String type() {
        return type;
    }

    /** The name of a field without what marks it as repeated or a map; its number when it is unknown. Searches text: for failures only. */
    public String name(int number) {
        return unmarked(label(number));
    }

    private static String unmarked(String label) {
        int end = label.length();
        while (label.startsWith("[]", end - 2) || label.startsWith("{}", end - 2)) {
            end -= 2;
        }
        return label.substring(0, end);
    }

    /** The number of a field of this name, or {@link Integer#MIN_VALUE} when there is none. Searches text: for failures only. */
    public int number(String name) {
        for (String chunk : fields) {
            for (String entry : chunk.split(" ")) {
                int colon = entry.indexOf(':');
                if (unmarked(entry.substring(colon + 1)).equals(name)) {
                    return Integer.parseInt(entry.substring(0, colon));
                }
            }
        }
        return Integer.MIN_VALUE;
    }

    /** The name of a field with {@code []} behind it when it is repeated and <code>{}</code> when it is a map; its number when it is unknown. */
    public String label(int number) {
        String start = number + ":";
        for (String chunk : fields) {
            for (int i = chunk.indexOf(start); i >= 0; i = chunk.indexOf(start, i + 1)) {
                if (i == 0 || chunk.charAt(i - 1) == ' ') {
                    int end = chunk.indexOf(' ', i);
                    return chunk.substring(i + start.length(), end < 0 ? chunk.length() : end);
                }
            }
        }
        return Integer.toString(number);
    }

    /** The names of a field's sub-messages, or null when it has none. */
    public FieldNames child(int number) {
        Supplier<FieldNames> child = children.get(number);
        return child == null ? null : child.get();
    }
}

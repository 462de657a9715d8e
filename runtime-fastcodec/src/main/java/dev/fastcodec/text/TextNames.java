package dev.fastcodec.text;

import dev.fastcodec.schema.FieldSchema;
import dev.fastcodec.schema.FieldType;
import dev.fastcodec.schema.MessageSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the text format calls the fields of a message, and which of them exclude each other. Made once for each type by generated code, and not
 * changed after that.
 */
public final class TextNames {
    /** An entry of a map: the key is field 1, the value field 2. */
    public static final TextNames ENTRY = entry(false);

    /** An entry of a map whose values are messages. */
    public static final TextNames MESSAGE_ENTRY = entry(true);

    /**
     * A field.
     *
     * @param slot its place among the fields that may stand once, which the members of a oneof share; -1 if it is repeated
     */
    record Entry(int number, String name, boolean message, int slot, String oneof) {
        boolean isRepeated() {
            return slot < 0;
        }
    }

    private final String typeName;
    private final Map<String, Entry> byName = new HashMap<>();
    private final Map<Integer, Entry> byNumber = new HashMap<>();
    private final Set<String> reserved = new HashSet<>();
    private int slots;
    private boolean any;
    private boolean extendable;

    private TextNames(String typeName) {
        this.typeName = typeName;
    }

    /** The fields of a type by their names. */
    public static TextNames of(MessageSchema schema) {
        TextNames names = new TextNames(schema.fullName());
        names.addAll(schema.fields());
        return names;
    }

    private static TextNames entry(boolean messages) {
        TextNames names = new TextNames("map entry");
        names.add(new Entry(1, "key", false, names.slots++, null));
        names.add(new Entry(2, "value", messages, names.slots++, null));
        return names;
    }

    private void addAll(List<FieldSchema> fields) {
        Map<String, Integer> oneofs = new HashMap<>();
        for (FieldSchema field : fields) {
            boolean repeated = field.type() instanceof FieldType.ListOf || field.type() instanceof FieldType.MapOf;
            int slot = repeated
                    ? -1
                    : field.oneof() == null ? slots++ : oneofs.computeIfAbsent(field.oneof(), o -> slots++);
            add(new Entry(field.number(), field.name(), isMessage(field.type()), slot, field.oneof()));
        }
    }

    private void add(Entry entry) {
        byName.put(entry.name, entry);
        byNumber.put(entry.number, entry);
    }

    private static boolean isMessage(FieldType type) {
        return type instanceof FieldType.ListOf list
                ? isMessage(list.element())
                : type instanceof FieldType.MapOf || type instanceof MessageSchema;
    }

    /** Calls a group also by the name of its message. */
    public TextNames group(String label, int number) {
        byName.putIfAbsent(label, byNumber.get(number));
        return this;
    }

    /** Names that fields had once: they are passed over with what belongs to them. */
    public TextNames reserved(String... names) {
        reserved.addAll(List.of(names));
        return this;
    }

    /** Takes the names of extensions in brackets. */
    public TextNames extendable() {
        extendable = true;
        return this;
    }

    /** Takes the addresses of types in brackets: these are the names of an {@code Any}. */
    public TextNames any() {
        any = true;
        return this;
    }

    String typeName() {
        return typeName;
    }

    Entry find(String name) {
        return byName.get(name);
    }

    Entry find(int number) {
        return byNumber.get(number);
    }

    boolean isReserved(String name) {
        return reserved.contains(name);
    }

    int slots() {
        return slots;
    }

    boolean isAny() {
        return any;
    }

    boolean isExtendable() {
        return extendable;
    }
}

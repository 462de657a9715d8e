package dev.fastcodec.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A message that is being read: which fields it had already, and which is at hand. Used again for other messages of the same depth. */
final class TextFrame {
    private TextNames names;
    private String close = "";
    private long[] seen = new long[1];
    private final Map<String, Integer> counts = new HashMap<>();
    private String[] members = {};
    private boolean ends;
    private boolean list;
    private String step = "";
    private String fieldName = "";
    private int index = -1;

    void begin(TextNames fields, String end) {
        names = fields;
        close = end;
        ends = false;
        list = false;
        step = "";
        index = -1;
        counts.clear();
        int words = (fields.slots() + Long.SIZE - 1) / Long.SIZE;
        if (seen.length < words) {
            seen = new long[words];
        }
        Arrays.fill(seen, 0);
    }

    TextNames names() {
        return names;
    }

    String close() {
        return close;
    }

    /** Whether a field was read, whose end mark may come; false the first time. */
    boolean endsField() {
        boolean before = ends;
        ends = true;
        step = "";
        index = -1;
        return before;
    }

    boolean inList() {
        return list;
    }

    void list(boolean inside) {
        list = inside;
    }

    /** Goes to a field, which may not be there already unless it is repeated. */
    void enter(TextNames.Entry field, TextPlace place) {
        fieldName = field.name();
        step = "." + field.name();
        if (field.isRepeated()) {
            nextElement();
            return;
        }
        if (isSeen(field)) {
            String other = member(field);
            throw new TextValues.Refused(
                    place,
                    other == null || other.equals(field.name())
                            ? "Non-repeated field \"" + field.name() + "\" is specified multiple times."
                            : "Field \"" + field.name() + "\" is specified along with field \"" + other
                                    + "\", another member of oneof \"" + field.oneof() + "\".");
        }
        see(field);
    }

    /** Goes to a field that has no place among the names. */
    void enter(String fieldStep) {
        step = fieldStep;
        fieldName = fieldStep.substring(1);
    }

    boolean isSeen(TextNames.Entry field) {
        return (seen[field.slot() / Long.SIZE] >>> field.slot() & 1) != 0;
    }

    void see(TextNames.Entry field) {
        seen[field.slot() / Long.SIZE] |= 1L << field.slot();
        if (field.oneof() != null) {
            if (members.length < names.slots()) {
                members = new String[names.slots()];
            }
            members[field.slot()] = field.name();
        }
    }

    private String member(TextNames.Entry field) {
        return field.oneof() == null ? null : members[field.slot()];
    }

    /** Goes to the next value of a repeated field. */
    void nextElement() {
        index = counts.merge(step, 1, Integer::sum) - 1;
    }

    /** Whether the field at hand is there for the first time. */
    boolean isFirst() {
        return counts.merge(step, 1, Integer::sum) == 1;
    }

    String fieldName() {
        return fieldName;
    }

    String path() {
        return index < 0 ? step : step + "[" + index + "]";
    }
}

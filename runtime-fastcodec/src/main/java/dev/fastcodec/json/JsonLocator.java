package dev.fastcodec.json;

import dev.fastcodec.DecodeException;
import dev.fastcodec.internal.LineAndColumn;
import dev.fastcodec.schema.FieldSchema;
import dev.fastcodec.schema.FieldType;
import dev.fastcodec.schema.MessageSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds line, column and field of a failure, which costs successful reads nothing: goes through the text once more, up to the failure, and keeps which
 * objects and arrays are open.
 */
final class JsonLocator {
    private final byte[] b;
    private final int origin;
    private final int from;
    private final int position;
    private final DecodeException failure;
    private final boolean typed;
    private final List<Open> open = new ArrayList<>();
    private final StringBuilder path = new StringBuilder();

    /** An object or array that is open at the failure. */
    private static final class Open {
        private final boolean object;
        private int index;
        private String key;

        Open(boolean object) {
            this.object = object;
        }
    }

    /**
     * Looks for a failure.
     *
     * @param origin from where on lines, columns and offsets count
     * @param from where the outermost object begins, which may be inside a text
     * @param typed whether it is Thrift's typed JSON
     */
    JsonLocator(byte[] b, int origin, int from, DecodeException failure, boolean typed) {
        this.b = b;
        this.origin = origin;
        this.from = from;
        this.failure = failure;
        this.typed = typed;
        this.position = failure.offset();
    }

    /**
     * The failure with an offset from the start of the text, with line and column, and with its path.
     *
     * @param schema null when it is somewhere in a message of Thrift, but in no struct that is known
     */
    DecodeException located(MessageSchema schema) {
        if (schema == null) {
            path.append("message");
        } else {
            scan();
            leaveLastField();
            path.append(schema.name());
            fields(0, schema);
        }
        LineAndColumn place = LineAndColumn.of(b, origin, position);
        return new DecodeException(
                failure.kind(), failure.getMessage(), position - origin, path.toString(), place.line(), place.column());
    }

    private void scan() {
        String last = "";
        for (int p = from; p < position; p++) {
            switch (b[p]) {
                case '"' -> {
                    int end = endOfString(p + 1);
                    last = new String(b, p + 1, end - p - 1, StandardCharsets.UTF_8);
                    p = end;
                }
                case '{' -> open.add(new Open(true));
                case '[' -> open.add(new Open(false));
                case '}', ']' -> {
                    if (!open.isEmpty()) {
                        open.remove(open.size() - 1);
                    }
                }
                case ':' -> {
                    if (!open.isEmpty()) {
                        open.get(open.size() - 1).key = last;
                    }
                }
                case ',' -> {
                    if (!open.isEmpty()) {
                        open.get(open.size() - 1).index++;
                        open.get(open.size() - 1).key = null;
                    }
                }
                default -> {
                    // of no matter here
                }
            }
        }
    }

    /** What is wrong at a brace, though a value came before it, is wrong with the object. */
    private void leaveLastField() {
        int p = position;
        if (p >= b.length || b[p] != '}' || open.isEmpty()) {
            return;
        }
        while (p > from && b[p - 1] <= ' ' && b[p - 1] > 0) {
            p--;
        }
        if (p > from && b[p - 1] != ':') {
            open.get(open.size() - 1).key = null;
        }
    }

    private int endOfString(int p) {
        while (p < position && b[p] != '"') {
            p += b[p] == '\\' ? 2 : 1;
        }
        return Math.min(p, position);
    }

    /** The object at this level is of this type. */
    private void fields(int level, MessageSchema struct) {
        if (level >= open.size() || !open.get(level).object || open.get(level).key == null) {
            return;
        }
        String key = open.get(level).key;
        FieldSchema field = field(key, struct);
        path.append('.').append(field == null ? key : field.name());
        if (typed && (level + 1 >= open.size() || open.get(level + 1).key == null)) {
            return;
        }
        if (field != null) {
            value(typed ? level + 2 : level + 1, field.type());
        }
    }

    /** The field that a key means: by its number in typed JSON, else by either of its names. */
    private FieldSchema field(String key, MessageSchema struct) {
        for (FieldSchema field : struct.fields()) {
            boolean isIt = typed
                    ? key.equals(Integer.toString(field.number()))
                    : key.equals(field.name()) || key.equals(field.jsonName());
            if (isIt) {
                return field;
            }
        }
        return null;
    }

    /** What is at this level is of this type. */
    private void value(int level, FieldType type) {
        if (level >= open.size()) {
            return;
        }
        if (type instanceof MessageSchema struct) {
            fields(level, struct);
        } else if (type instanceof FieldType.ListOf list) {
            elements(level, list.element());
        } else if (type instanceof FieldType.SetOf set) {
            elements(level, set.element());
        } else if (type instanceof FieldType.MapOf map) {
            entries(level, map);
        }
    }

    private void elements(int level, FieldType element) {
        Open at = open.get(level);
        int index = typed ? at.index - 2 : at.index;
        if (!at.object && index >= 0) {
            path.append('[').append(index).append(']');
            value(level + 1, element);
        }
    }

    private void entries(int level, FieldType.MapOf map) {
        Open at = open.get(level);
        if (at.object) {
            path.append('[').append(at.index).append(at.key == null ? "].key" : "].value");
            if (at.key != null) {
                value(level + 1, map.value());
            }
        } else if (typed) {
            value(level + 1, map);
        } else if (level + 1 < open.size()) {
            // an array of pairs
            boolean isKey = open.get(level + 1).index == 0;
            path.append('[').append(at.index).append(isKey ? "].key" : "].value");
            value(level + 2, isKey ? map.key() : map.value());
        }
    }
}

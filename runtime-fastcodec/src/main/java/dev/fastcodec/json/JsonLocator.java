package dev.fastcodec.json;

import dev.fastcodec.DecodeException;
import dev.fastcodec.FieldNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds line, column and field of a failure, which costs successful reads nothing: goes through the text once more, up to the failure, and keeps which
 * objects and arrays are open.
 */
final class JsonLocator {
    private final byte[] b;
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
     * @param from where the text begins
     * @param typed whether it is Thrift's typed JSON
     */
    JsonLocator(byte[] b, int from, DecodeException failure, boolean typed) {
        this.b = b;
        this.from = from;
        this.failure = failure;
        this.typed = typed;
        this.position = failure.offset();
    }

    /** The failure with an offset from the start of the text, with line and column, and with its path. */
    DecodeException located(FieldNames names) {
        scan();
        path.append(names.type());
        fields(0, names);
        int line = 1;
        int column = 1;
        for (int p = from; p < position; p++) {
            boolean isEnd = b[p] == '\n' || b[p] == '\r' && (p + 1 == position || b[p + 1] != '\n');
            line += isEnd ? 1 : 0;
            // the later bytes of a character begin with the bits 10
            column = isEnd ? 1 : column + ((b[p] & 0xc0) == 0x80 ? 0 : 1);
        }
        return new DecodeException(
                failure.kind(), failure.getMessage(), position - from, path.toString(), line, column);
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

    private int endOfString(int p) {
        while (p < position && b[p] != '"') {
            p += b[p] == '\\' ? 2 : 1;
        }
        return Math.min(p, position);
    }

    /** The object at this level has fields of these names. */
    private void fields(int level, FieldNames names) {
        if (level >= open.size() || !open.get(level).object || open.get(level).key == null) {
            return;
        }
        String key = open.get(level).key;
        int number = typed ? id(key) : names.number(key);
        String label = number == Integer.MIN_VALUE ? key : names.label(number);
        String name = number == Integer.MIN_VALUE ? key : names.name(number);
        path.append('.').append(name);
        if (typed && (level + 1 >= open.size() || open.get(level + 1).key == null)) {
            return;
        }
        if (number != Integer.MIN_VALUE) {
            value(typed ? level + 2 : level + 1, label.substring(name.length()), names.child(number));
        }
    }

    private static int id(String key) {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException e) {
            return Integer.MIN_VALUE;
        }
    }

    /** What is at this level has this shape: lists and maps as {@link FieldNames} marks them, around a struct if there are names. */
    private void value(int level, String shape, FieldNames names) {
        if (level >= open.size()) {
            return;
        }
        Open at = open.get(level);
        if (shape.isEmpty()) {
            if (names != null) {
                fields(level, names);
            }
            return;
        }
        String inner = shape.substring(2);
        if (shape.startsWith("[]")) {
            int index = typed ? at.index - 2 : at.index;
            if (!at.object && index >= 0) {
                path.append('[').append(index).append(']');
                value(level + 1, inner, names);
            }
        } else if (at.object) {
            path.append('[').append(at.index).append(at.key == null ? "].key" : "].value");
            if (at.key != null) {
                value(level + 1, inner, names);
            }
        } else if (typed) {
            value(level + 1, shape, names);
        } else if (level + 1 < open.size()) {
            // an array of pairs
            boolean isKey = open.get(level + 1).index == 0;
            path.append('[').append(at.index).append(isKey ? "].key" : "].value");
            if (!isKey) {
                value(level + 2, inner, names);
            }
        }
    }
}

package dev.fastcodec.json;

import dev.fastcodec.internal.NameTable;
import dev.fastcodec.internal.Views;
import dev.fastcodec.schema.FieldSchema;
import dev.fastcodec.schema.MessageSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of a message's fields as JSON has them, by index: fields by ascending number. Made once for each type by generated code; immutable.
 */
public final class JsonNames {
    private final List<FieldSchema> fields;
    /** Each name in JSON with the quote and colon behind it. */
    private final byte[][] quoted;
    /** The first eight bytes of these, and the last eight, which overlap with them; 0 behind those that are shorter. */
    private final long[] heads;

    private final long[] tails;
    /** The bits of a head that are there. */
    private final long[] masks;
    /** All names in JSON, then those of the IDL, which may be others. */
    private final NameTable table;
    /** The indexes of the other members of a field's oneof. */
    private final int[][] rivals;

    private final int[] takingNull;

    private JsonNames(List<FieldSchema> fields, int[] takingNull) {
        this.fields = fields;
        this.takingNull = takingNull;
        this.rivals = rivals(fields);
        int n = fields.size();
        this.quoted = new byte[n][];
        byte[][] names = new byte[2 * n][];
        for (int i = 0; i < n; i++) {
            byte[] name = fields.get(i).jsonName().getBytes(StandardCharsets.UTF_8);
            names[i] = name;
            names[n + i] = fields.get(i).name().getBytes(StandardCharsets.UTF_8);
            quoted[i] = isPlain(name) ? Arrays.copyOf(name, name.length + 2) : new byte[1];
            if (isPlain(name)) {
                quoted[i][name.length] = '"';
                quoted[i][name.length + 1] = ':';
            }
        }
        this.table = new NameTable(names);
        this.heads = new long[n];
        this.tails = new long[n];
        this.masks = new long[n];
        for (int i = 0; i < n; i++) {
            byte[] padded = Arrays.copyOf(quoted[i], Math.max(quoted[i].length, Long.BYTES));
            int size = quoted[i].length;
            heads[i] = (long) Views.LE_LONG.get(padded, 0);
            tails[i] = (long) Views.LE_LONG.get(padded, padded.length - Long.BYTES);
            masks[i] = size >= Long.BYTES ? -1 : (1L << Byte.SIZE * size) - 1;
        }
    }

    /**
     * The names of a type's fields.
     *
     * @param takingNull the indexes of those fields for which null is a value, as opposed to absence
     */
    public static JsonNames of(MessageSchema schema, int... takingNull) {
        List<FieldSchema> fields = new ArrayList<>(schema.fields());
        fields.sort(Comparator.comparingInt(FieldSchema::number));
        return new JsonNames(fields, takingNull);
    }

    private static boolean isPlain(byte[] name) {
        for (byte c : name) {
            if (c >= 0 && c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static int[][] rivals(List<FieldSchema> fields) {
        Map<String, List<Integer>> oneofs = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String oneof = fields.get(i).oneof();
            if (oneof != null) {
                oneofs.computeIfAbsent(oneof, o -> new ArrayList<>()).add(i);
            }
        }
        int[][] rivals = new int[fields.size()][];
        for (int i = 0; i < rivals.length; i++) {
            int self = i;
            rivals[i] = oneofs.getOrDefault(fields.get(i).oneof(), List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .filter(member -> member != self)
                    .toArray();
        }
        return rivals;
    }

    /** Whether null is a value of the field of this index. */
    boolean takesNull(int index) {
        for (int each : takingNull) {
            if (each == index) {
                return true;
            }
        }
        return false;
    }

    /** The indexes of the other members of a field's oneof. */
    int[] rivals(int index) {
        return rivals[index];
    }

    /** The name of a field's oneof. */
    String oneof(int index) {
        return fields.get(index).oneof();
    }

    /** The number of bytes of the name of this index with the quote and colon behind it if they are at {@code p}, else 0. */
    int at(byte[] b, int p, int index) {
        if (index >= quoted.length) {
            return 0;
        }
        byte[] name = quoted[index];
        int n = name.length;
        if (Math.max(n, Long.BYTES) > b.length - p) {
            return n <= b.length - p && Arrays.equals(name, 0, n, b, p, p + n) ? n : 0;
        } else if (((long) Views.LE_LONG.get(b, p) & masks[index]) != heads[index]) {
            return 0;
        } else if (n <= Long.BYTES) {
            return n;
        } else if (n <= 2 * Long.BYTES) {
            return (long) Views.LE_LONG.get(b, p + n - Long.BYTES) == tails[index] ? n : 0;
        }
        return Arrays.equals(name, Long.BYTES, n, b, p + Long.BYTES, p + n) ? n : 0;
    }

    /** The name in the IDL of an index. */
    String name(int index) {
        return fields.get(index).name();
    }

    /** The index of a name, or -1. */
    int find(byte[] b, int from, int n) {
        int i = table.find(b, from, n);
        return i < fields.size() ? i : i - fields.size();
    }
}

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
import java.util.stream.IntStream;

/**
 * The names of a message's fields as JSON has them, by index: fields by ascending number. Made once for each type by generated code; immutable but for
 * what it learns of the order in which others write the fields.
 */
public final class JsonNames {
    private final List<FieldSchema> fields;
    /** Each name in JSON with the quote and colon behind it. */
    private final byte[][] quoted;
    /** For each the first eight bytes of these, the bits of them that are there, and the same of the next eight. */
    private final long[] words;

    private final int[] sizes;
    /** For each index, and for the end, what came in its place when it first did not come itself: a hint. */
    private final int[] likely;
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
        this.words = new long[4 * n];
        this.likely = IntStream.rangeClosed(0, n).toArray();
        this.sizes = new int[n];
        for (int i = 0; i < n; i++) {
            sizes[i] = quoted[i].length;
            byte[] head = Arrays.copyOf(quoted[i], 2 * Long.BYTES);
            byte[] mask = new byte[2 * Long.BYTES];
            Arrays.fill(mask, 0, Math.min(mask.length, sizes[i]), (byte) -1);
            for (int half = 0; half < 2; half++) {
                words[4 * i + 2 * half] = (long) Views.LE_LONG.get(head, half * Long.BYTES);
                words[4 * i + 2 * half + 1] = (long) Views.LE_LONG.get(mask, half * Long.BYTES);
            }
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

    /** The index to try first where another is next by number. */
    int likely(int next) {
        return next < likely.length ? likely[next] : next;
    }

    /** Notes what came where another index is next by number: once, so that threads seldom write, and a late write does no harm. */
    void learn(int next, int found) {
        if (next < likely.length && likely[next] == next) {
            likely[next] = found;
        }
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
        long[] w = words;
        int i = index << 2;
        if (i >= w.length || b.length - p < 2 * Long.BYTES) {
            return index < quoted.length ? slowAt(b, p, quoted[index]) : 0;
        }
        long x = (long) Views.LE_LONG.get(b, p);
        long y = (long) Views.LE_LONG.get(b, p + Long.BYTES);
        if (((x & w[i + 1]) ^ w[i] | (y & w[i + 3]) ^ w[i + 2]) != 0) {
            return 0;
        }
        int n = sizes[index];
        return n <= 2 * Long.BYTES ? n : slowAt(b, p, quoted[index]);
    }

    private static int slowAt(byte[] b, int p, byte[] name) {
        int n = name.length;
        return n <= b.length - p && Arrays.equals(name, 0, n, b, p, p + n) ? n : 0;
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

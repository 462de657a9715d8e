package dev.fastcodec.json;

import dev.fastcodec.internal.NameTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names of a message's fields as JSON has them, by index. Made once for each type by generated code; immutable. */
public final class JsonNames {
    private final NameTable table;
    /** Each name with the quote behind it. */
    private final byte[][] quoted;

    private JsonNames(List<String> names) {
        this.table = new NameTable(
                names.stream().map(n -> n.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new));
        this.quoted = new byte[names.size()][];
        for (int i = 0; i < quoted.length; i++) {
            byte[] name = table.name(i);
            quoted[i] = Arrays.copyOf(name, name.length + 1);
            quoted[i][name.length] = '"';
        }
    }

    /** Names separated by spaces, in as many strings as it takes. */
    public static JsonNames of(String... names) {
        List<String> all = new ArrayList<>();
        for (String chunk : names) {
            if (!chunk.isEmpty()) {
                all.addAll(Arrays.asList(chunk.split(" ")));
            }
        }
        return new JsonNames(all);
    }

    /** The number of bytes of the name of this index and the quote behind it if they are at {@code p}, else 0. */
    int at(byte[] b, int p, int index) {
        if (index >= quoted.length) {
            return 0;
        }
        byte[] name = quoted[index];
        int n = name.length;
        return n <= b.length - p && Arrays.equals(name, 0, n, b, p, p + n) ? n : 0;
    }

    /** The name of an index. */
    String name(int index) {
        return new String(table.name(index), StandardCharsets.UTF_8);
    }

    /** The index of a name, or -1. */
    int find(byte[] b, int from, int n) {
        return table.find(b, from, n);
    }
}

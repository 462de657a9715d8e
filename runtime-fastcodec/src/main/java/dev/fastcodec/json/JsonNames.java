package dev.fastcodec.json;

import dev.fastcodec.internal.NameTable;
import dev.fastcodec.schema.FieldSchema;
import dev.fastcodec.schema.MessageSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The names of a message's fields as JSON has them, by index: fields by ascending number. Made once for each type by generated code; immutable.
 */
public final class JsonNames {
    private final List<FieldSchema> fields;
    /** Each name in JSON with the quote behind it. */
    private final byte[][] quoted;
    /** All names in JSON, then those of the IDL, which may be others. */
    private final NameTable table;

    private JsonNames(List<FieldSchema> fields) {
        this.fields = fields;
        int n = fields.size();
        this.quoted = new byte[n][];
        byte[][] names = new byte[2 * n][];
        for (int i = 0; i < n; i++) {
            byte[] name = fields.get(i).jsonName().getBytes(StandardCharsets.UTF_8);
            names[i] = name;
            names[n + i] = fields.get(i).name().getBytes(StandardCharsets.UTF_8);
            quoted[i] = Arrays.copyOf(name, name.length + 1);
            quoted[i][name.length] = '"';
        }
        this.table = new NameTable(names);
    }

    /** The names of a type's fields. */
    public static JsonNames of(MessageSchema schema) {
        List<FieldSchema> fields = new ArrayList<>(schema.fields());
        fields.sort(Comparator.comparingInt(FieldSchema::number));
        return new JsonNames(fields);
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

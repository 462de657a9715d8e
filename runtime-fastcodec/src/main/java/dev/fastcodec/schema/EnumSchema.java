package dev.fastcodec.schema;

import dev.fastcodec.internal.NameTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * An enum. There is one object for each type, which is the same wherever a field refers to it. Whatever is asked besides {@link #name()} reads the table
 * of its file, once.
 */
public final class EnumSchema implements FieldType {
    /** Stands for a number that is not there: it is no number of 32 bits. */
    public static final long NONE = Long.MIN_VALUE;

    private final SchemaTable table;
    private final String path;
    private Names names; // as body
    private Body body; // set more than once when threads race, each time to what is equal

    /**
     * A value; two of an enum may share a number.
     *
     * @param options options or annotations
     */
    public record Value(String name, int number, Options options) {}

    /** The names as UTF-8, for formats of text. */
    private static final class Names {
        private final NameTable table;
        /** The number of each. */
        private final int[] numberOf;
        /** The numbers in ascending order, each once, and the indexes of their first values. */
        private final int[] numbers;

        private final int[] firsts;

        /** The names of these in quotes. */
        private final byte[][] quoted;

        /** Whether the numbers are 0, 1, 2, … */
        private final boolean dense;

        Names(List<Value> values) {
            this.numberOf = values.stream().mapToInt(Value::number).toArray();
            this.table = new NameTable(values.stream()
                    .map(v -> v.name().getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new));
            this.numbers = Arrays.stream(numberOf).sorted().distinct().toArray();
            this.firsts = new int[numbers.length];
            for (int i = numberOf.length - 1; i >= 0; i--) {
                firsts[Arrays.binarySearch(numbers, numberOf[i])] = i;
            }
            this.dense = numbers.length > 0 && numbers[0] == 0 && numbers[numbers.length - 1] == numbers.length - 1;
            this.quoted = Arrays.stream(firsts)
                    .mapToObj(i -> ('"' + values.get(i).name() + '"').getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
        }
    }

    /** What the table says. */
    record Body(List<Value> values, boolean closed, Options options) {
        Body {
            values = List.copyOf(values);
        }
    }

    EnumSchema(SchemaTable table, String path) {
        this.table = table;
        this.path = path;
    }

    /** Its simple name in the IDL. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Protobuf: its name with package and parents; Thrift: the simple name. */
    public String fullName() {
        return file().fullName(path);
    }

    /** The values in the order of the IDL. */
    public List<Value> values() {
        return body().values;
    }

    /** The first value of this number, or null. */
    public Value value(int number) {
        for (Value value : values()) {
            if (value.number() == number) {
                return value;
            }
        }
        return null;
    }

    /** The value of this name, or null. */
    public Value value(String name) {
        for (Value value : values()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    /** The name of a number's first value as UTF-8, not to be changed; null if there is none. For codecs. */
    public byte[] name(int number) {
        Names n = names();
        int i = index(n, number);
        return i < 0 ? null : n.table.name(n.firsts[i]);
    }

    /** The name of a number's first value in quotes as UTF-8, not to be changed; null if there is none. For codecs. */
    public byte[] quotedName(int number) {
        Names n = names();
        int i = index(n, number);
        return i < 0 ? null : n.quoted[i];
    }

    private static int index(Names n, int number) {
        if (n.dense) {
            return number >= 0 && number < n.numbers.length ? number : -1;
        }
        return Arrays.binarySearch(n.numbers, number);
    }

    /**
     * The number of the value that has a name. For codecs.
     *
     * @param b UTF-8, {@code n} bytes of it from {@code from} on
     * @return {@link #NONE} when there is no such value
     */
    public long number(byte[] b, int from, int n) {
        Names all = names();
        int i = all.table.find(b, from, n);
        return i < 0 ? NONE : all.numberOf[i];
    }

    private Names names() {
        Names n = names;
        if (n == null) {
            names = n = new Names(values());
        }
        return n;
    }

    /** Whether a number without a value counts as an unknown field when it is read: proto2's enums. */
    public boolean isClosed() {
        return body().closed;
    }

    /** Options or annotations. */
    public Options options() {
        return body().options;
    }

    /** The file that declares it. */
    public FileSchema file() {
        return table.file();
    }

    private Body body() {
        Body b = body;
        if (b == null) {
            body = b = table.enumBody(path);
        }
        return b;
    }

    /** Its name and those of the messages that it is nested in. */
    @Override
    public String toString() {
        return path;
    }
}

package dev.fastcodec.schema;

import java.util.List;

/**
 * An enum. There is one object for each type, which is the same wherever a field refers to it. Whatever is asked besides {@link #name()} reads the table
 * of its file, once.
 */
public final class EnumSchema implements FieldType {
    private final SchemaTable table;
    private final String path;
    private Body body; // set more than once when threads race, each time to what is equal

    /**
     * A value; two of an enum may share a number.
     *
     * @param options options or annotations
     */
    public record Value(String name, int number, Options options) {}

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

package dev.fastcodec.idl.schema;

import java.util.List;

/** A typed value: of a default, a constant, an option. */
public sealed interface Value {
    /** A bool. */
    record Bool(boolean value) implements Value {}

    /** An integer of any width; unsigned 64-bit ones are the signed bits. */
    record Int(long value) implements Value {}

    /** A float or double. */
    record Float(double value) implements Value {}

    /** A string, also a uuid in its text form. */
    record Text(String value) implements Value {}

    /** Bytes; not to be changed. */
    record Bytes(byte[] value) implements Value {}

    /** An enum's value. */
    record EnumValue(EnumType type, EnumType.Value value) implements Value {}

    /** Elements of a list or set. */
    record ListOf(List<Value> elements) implements Value {
        /** Copies the list. */
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    /** Entries of a map in source order. */
    record MapOf(List<Entry> entries) implements Value {
        /** Copies the list. */
        public MapOf {
            entries = List.copyOf(entries);
        }
    }

    /** One entry of a map. */
    record Entry(Value key, Value value) {}

    /** A struct with the fields that are given, in source order. */
    record Struct(StructType type, List<FieldValue> fields) implements Value {
        /** Copies the list. */
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A {@code google.protobuf.Any} written with what it holds.
     *
     * @param type the Any
     * @param url the name of what it holds, with the domain before it
     */
    record Any(StructType type, String url, Struct message) implements Value {}

    /** One field of a struct. */
    record FieldValue(Field field, Value value) {}

    /** An option's value that nothing has interpreted, as it was written. */
    record Raw(String text) implements Value {}
}

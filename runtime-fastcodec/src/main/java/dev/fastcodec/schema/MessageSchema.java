package dev.fastcodec.schema;

import dev.fastcodec.MessageType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A message of Protobuf, or a struct, union or exception of Thrift. There is one object for each type, which is the same wherever another type refers
 * to it. Whatever is asked besides {@link #name()} reads the table of its file, once.
 */
public final class MessageSchema implements FieldType {
    private final SchemaTable table;
    private final String path;
    private Body body; // set more than once when threads race, each time to what is equal
    private MessageType<?> type; // as body

    /** Which of the four. */
    public enum Kind {
        /** Protobuf's message. */
        MESSAGE,
        /** Thrift's struct. */
        STRUCT,
        /** Thrift's union: exactly one field is set. */
        UNION,
        /** Thrift's exception. */
        EXCEPTION
    }

    /**
     * A oneof of Protobuf; its members are the fields that name it.
     *
     * @param options its options
     */
    public record Oneof(String name, Options options) {}

    /** What the table says. */
    static final class Body {
        private final Kind kind;
        private final List<FieldSchema> fields;
        private final List<Oneof> oneofs;
        private final Options options;
        private final Map<Integer, FieldSchema> byNumber = new HashMap<>();
        private final Map<String, FieldSchema> byName = new HashMap<>();

        Body(Kind kind, List<FieldSchema> fields, List<Oneof> oneofs, Options options) {
            this.kind = kind;
            this.fields = List.copyOf(fields);
            this.oneofs = List.copyOf(oneofs);
            this.options = options;
            for (FieldSchema field : fields) {
                byNumber.put(field.number(), field);
                byName.put(field.name(), field);
            }
        }
    }

    MessageSchema(SchemaTable table, String path) {
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

    /** Message, struct, union or exception. */
    public Kind kind() {
        return body().kind;
    }

    /** The fields in the order of the IDL. */
    public List<FieldSchema> fields() {
        return body().fields;
    }

    /** The field of this number or id, or null. */
    public FieldSchema field(int number) {
        return body().byNumber.get(number);
    }

    /** The field of this name, or null. */
    public FieldSchema field(String name) {
        return body().byName.get(name);
    }

    /** The oneofs in the order of the IDL; those that stand for proto3's {@code optional} are not among them. */
    public List<Oneof> oneofs() {
        return body().oneofs;
    }

    /** Options or annotations. */
    public Options options() {
        return body().options;
    }

    /** The file that declares it. */
    public FileSchema file() {
        return table.file();
    }

    /** Its bean and codecs; null when it has no Protobuf codec. */
    public MessageType<?> type() {
        MessageType<?> t = type;
        if (t == null) {
            type = t = table.type(this);
        }
        return t;
    }

    private Body body() {
        Body b = body;
        if (b == null) {
            body = b = table.body(path);
        }
        return b;
    }

    /** Its name and those of the messages that it is nested in. */
    @Override
    public String toString() {
        return path;
    }
}

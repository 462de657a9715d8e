package dev.fastcodec.schema;

/** A field, a member of a union or oneof, an argument of a function, or an exception that it throws. */
public final class FieldSchema {
    private final int number;
    private final String name;
    private final FieldType type;
    private final Presence presence;
    private final String jsonName;
    private final String oneof;
    private final String defaultText;
    private final Options options;

    /** When a field is written. */
    public enum Presence {
        /** Written when set; absence can be seen: Thrift's optional, Protobuf's optional, sub-messages, members of unions and oneofs. */
        EXPLICIT,
        /** Written when it differs from its default: proto3's plain fields; also lists and maps of Protobuf. */
        IMPLICIT,
        /** Thrift's default requiredness: numbers are always written, everything else when set. */
        ALWAYS,
        /** Must be set, on writing and on reading. */
        REQUIRED
    }

    /** What a line of a table says besides number, name and type. */
    record Details(Presence presence, String jsonName, String oneof, String defaultText) {}

    FieldSchema(int number, String name, FieldType type, Details details, Options options) {
        this.number = number;
        this.name = name;
        this.type = type;
        this.presence = details.presence;
        this.jsonName = details.jsonName;
        this.oneof = details.oneof;
        this.defaultText = details.defaultText;
        this.options = options;
    }

    /** Protobuf's field number, Thrift's id. */
    public int number() {
        return number;
    }

    /** Its name in the IDL. */
    public String name() {
        return name;
    }

    /** Its type; a repeated field's is a list. */
    public FieldType type() {
        return type;
    }

    /** When it is written. */
    public Presence presence() {
        return presence;
    }

    /** Protobuf's name in JSON; for Thrift the name. */
    public String jsonName() {
        return jsonName;
    }

    /** The name of the oneof that it is a member of, or null; null also for the members of a Thrift union. */
    public String oneof() {
        return oneof;
    }

    /** Whether the IDL declares a default. */
    public boolean hasDefault() {
        return defaultText != null;
    }

    /**
     * The default that the IDL declares, or null. Made anew by each call, and immutable: a Boolean; a Byte, Short, Integer or Long, which has the bits of
     * an unsigned number; a Float or Double; a String; a read-only {@link java.nio.ByteBuffer}; a UUID; an {@link EnumSchema.Value}; a List, Set or Map
     * of these; for a struct a Map by the names of its fields.
     */
    public Object defaultValue() {
        return defaultText == null ? null : new Cursor(defaultText).value(type);
    }

    /** Options or annotations. */
    public Options options() {
        return options;
    }

    /** Its number and name. */
    @Override
    public String toString() {
        return number + ": " + name;
    }
}

package dev.fastcodec.idl.link;

/** What an option of Protobuf can be set on. */
enum OptionTarget {
    FILE("a file", "FileOptions"),
    MESSAGE("a message", "MessageOptions"),
    FIELD("a field", "FieldOptions"),
    ONEOF("a oneof", "OneofOptions"),
    ENUM("an enum", "EnumOptions"),
    ENUM_VALUE("an enum value", "EnumValueOptions"),
    SERVICE("a service", "ServiceOptions"),
    METHOD("an rpc", "MethodOptions"),
    EXTENSION_RANGE("an extension range", "ExtensionRangeOptions");

    private final String label;
    private final String message;

    OptionTarget(String label, String message) {
        this.label = label;
        this.message = message;
    }

    /** The message of descriptor.proto that holds its options. */
    String message() {
        return message;
    }

    /** Its name among the targets that an option can be for (descriptor.proto, FieldOptions.OptionTargetType). */
    String type() {
        return "TARGET_TYPE_" + (this == ENUM_VALUE ? "ENUM_ENTRY" : name());
    }

    /** As a reader calls it, with its article. */
    String label() {
        return label;
    }
}

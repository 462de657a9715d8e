package dev.fastcodec.idl.link;

/** What an option of Protobuf can be set on. */
enum OptionTarget {
    FILE("a file"),
    MESSAGE("a message"),
    FIELD("a field"),
    ONEOF("a oneof"),
    ENUM("an enum"),
    ENUM_VALUE("an enum value"),
    SERVICE("a service"),
    METHOD("an rpc"),
    EXTENSION_RANGE("an extension range");

    private final String label;

    OptionTarget(String label) {
        this.label = label;
    }

    /** As a reader calls it, with its article. */
    String label() {
        return label;
    }
}

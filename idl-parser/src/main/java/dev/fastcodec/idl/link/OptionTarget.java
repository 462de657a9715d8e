package dev.fastcodec.idl.link;

/** What an option of Protobuf can be set on. */
enum OptionTarget {
    FILE("file"),
    MESSAGE("message"),
    FIELD("field"),
    ONEOF("oneof"),
    ENUM("enum"),
    ENUM_VALUE("enum value"),
    SERVICE("service"),
    METHOD("method"),
    EXTENSION_RANGE("extension range");

    private final String label;

    OptionTarget(String label) {
        this.label = label;
    }

    /** As a reader calls it. */
    String label() {
        return label;
    }
}

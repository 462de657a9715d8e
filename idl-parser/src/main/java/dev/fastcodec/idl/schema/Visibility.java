package dev.fastcodec.idl.schema;

/** What is written before a message or enum of Protobuf about who may use it (edition 2024). */
public enum Visibility {
    /** Nothing: the edition and the file's features decide. */
    UNSET,
    /** {@code local}: only its own file. */
    LOCAL,
    /** {@code export}: every file. */
    EXPORT
}

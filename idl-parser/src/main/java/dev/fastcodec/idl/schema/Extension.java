package dev.fastcodec.idl.schema;

/** An extension: a field that a file or message adds to another message. */
public record Extension(StructType extendee, String fullName, Field field) {}

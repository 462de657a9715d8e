package dev.fastcodec.schema;

/** The type of a field, argument or result; typedefs are followed. */
public sealed interface FieldType
        permits Scalar, MessageSchema, EnumSchema, FieldType.ListOf, FieldType.SetOf, FieldType.MapOf {

    /** A list; a repeated field of Protobuf is one. */
    record ListOf(FieldType element) implements FieldType {}

    /** A set, Thrift only. */
    record SetOf(FieldType element) implements FieldType {}

    /** A map. */
    record MapOf(FieldType key, FieldType value) implements FieldType {}
}

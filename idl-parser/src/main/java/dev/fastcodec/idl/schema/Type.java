package dev.fastcodec.idl.schema;

/** The type of a field, constant, argument or result. */
public sealed interface Type permits ScalarType, EnumType, StructType, Type.ListOf, Type.SetOf, Type.MapOf {
    /** A list; a repeated field of Protobuf is one. */
    record ListOf(Type element) implements Type {}

    /** A set, Thrift only. */
    record SetOf(Type element) implements Type {}

    /** A map; Protobuf's keys are integers, bool or string. */
    record MapOf(Type key, Type value) implements Type {}
}

package dev.fastcodec.codegen.plan;

import dev.fastcodec.idl.schema.ScalarType;

/** The type of a value, with Java names in place of schema types. */
public sealed interface ValuePlan {
    /** A built-in type; also names the operation of the wire formats. */
    record Scalar(ScalarType type) implements ValuePlan {
        /** Whether Java has it as a primitive. */
        public boolean isPrimitive() {
            return type != ScalarType.STRING && type != ScalarType.BYTES && type != ScalarType.UUID;
        }
    }

    /**
     * An enum, kept as its number.
     *
     * @param schema the constant of its class that holds its schema
     * @param isNull whether in JSON it is null
     */
    record Enumeration(JavaName name, String schema, boolean isNull) implements ValuePlan {}

    /**
     * A message or struct.
     *
     * @param name its class
     * @param codecs what the nested codec classes of that class are called
     * @param mayLack whether it or a message below it may lack a field that Protobuf requires
     * @param takesNull whether JSON's null is a value of it
     */
    record Struct(JavaName name, CodecNames codecs, boolean mayLack, boolean takesNull) implements ValuePlan {}

    /** A list or repeated field. */
    record ListOf(ValuePlan element) implements ValuePlan {}

    /** A set. */
    record SetOf(ValuePlan element) implements ValuePlan {}

    /** A map. */
    record MapOf(ValuePlan key, ValuePlan value) implements ValuePlan {}

    /** Whether JSON's null is a value of it, as opposed to its absence. */
    default boolean takesNull() {
        return this instanceof Enumeration e && e.isNull || this instanceof Struct s && s.takesNull;
    }

    /** Whether the value is a list, set or map. */
    default boolean isContainer() {
        return this instanceof ListOf || this instanceof SetOf || this instanceof MapOf;
    }

    /** Whether a value that Java knows can be changed: it is or holds a bean or bytes, or a buffer, which has a position. */
    default boolean isChangeable() {
        if (this instanceof ListOf list) {
            return list.element().isChangeable();
        } else if (this instanceof SetOf set) {
            return set.element().isChangeable();
        } else if (this instanceof MapOf map) {
            return map.key().isChangeable() || map.value().isChangeable();
        }
        return this instanceof Struct || is(ScalarType.BYTES);
    }

    /** Whether this is the scalar type. */
    default boolean is(ScalarType type) {
        return this instanceof Scalar s && s.type() == type;
    }

    /** Whether Java keeps it as a primitive: a number, bool, or the number of an enum. */
    default boolean isPrimitive() {
        return this instanceof Scalar s && s.isPrimitive() || this instanceof Enumeration;
    }
}

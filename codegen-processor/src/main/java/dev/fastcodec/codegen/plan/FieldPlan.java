package dev.fastcodec.codegen.plan;

import org.jspecify.annotations.Nullable;

/**
 * A field of a bean.
 *
 * @param name as in the IDL
 * @param jsonName the name that JSON has for it
 * @param number field number or id
 * @param value its type
 * @param variable the Java field; for a member of a oneof, the Java field of the oneof's slot
 * @param parameter what setters call their parameter
 * @param property what follows {@code get}, {@code set}, {@code has}: {@code ShipTo}
 * @param numberMethod for an enum of a bean, the method that gives its number, else empty
 * @param when when it is written
 * @param bit index of its presence bit, or -1; of a list, set or map it says that even an empty one is written
 * @param asciiBit index of the bit that says that a string is known to be ASCII, or -1
 * @param nullable whether the getter returns null when absent
 * @param required whether decoding and encoding refuse its absence
 * @param initial the value that a new object has, or null for the type's own
 * @param fallback what the getter returns when absent in place of null, or null
 * @param packed whether a list of numbers is one record in Protobuf
 * @param delimited whether a message stands between a start and an end tag in Protobuf, as a group
 * @param utf8 whether a string must be valid UTF-8
 * @param closed whether a number that its enum does not know is an unknown field of Protobuf
 * @param oneof index of its oneof in {@link StructPlan#oneofs}, or -1
 * @param doc Javadoc text, plain
 * @param redacted whether {@code toString} hides it
 */
public record FieldPlan(
        String name,
        String jsonName,
        int number,
        ValuePlan value,
        String variable,
        String parameter,
        String property,
        String numberMethod,
        When when,
        int bit,
        int asciiBit,
        boolean nullable,
        boolean required,
        @Nullable LiteralPlan initial,
        @Nullable LiteralPlan fallback,
        boolean packed,
        boolean delimited,
        boolean utf8,
        boolean closed,
        int oneof,
        String doc,
        boolean deprecated,
        boolean redacted) {
    /** When a field is written. */
    public enum When {
        /** Always. */
        ALWAYS,
        /** When its bit is set. */
        BIT,
        /** When its reference is not null. */
        NOT_NULL,
        /** When it is not zero or empty. */
        NOT_DEFAULT,
        /** When it is a list, set or map and not empty, or its bit is set. */
        NOT_EMPTY_OR_BIT,
        /** When it is what its oneof holds. */
        CASE
    }

    /** Whether the bean has {@code hasX}. */
    public boolean hasPresence() {
        return switch (when) {
            case BIT, NOT_NULL, NOT_EMPTY_OR_BIT, CASE -> true;
            case ALWAYS, NOT_DEFAULT -> false;
        };
    }

    /** Presence bit as a mask within its word. */
    public int mask() {
        return 1 << bit;
    }

    /**
     * Whether Thrift's decoding refuses its absence. Like Apache's Java, which asks only whether the object holds a value,
     * it takes a reference that has a default for granted.
     */
    public boolean requiredOnRead() {
        return required && (initial == null || value instanceof ValuePlan.Scalar s && s.isPrimitive());
    }

    /** Whether it is a member of a oneof or union. */
    public boolean inOneof() {
        return oneof >= 0;
    }
}

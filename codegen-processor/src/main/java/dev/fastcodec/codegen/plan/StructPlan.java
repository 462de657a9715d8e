package dev.fastcodec.codegen.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bean, or what travels when a function is called.
 *
 * @param kind what it is to those who use it
 * @param schema where its schema comes from
 * @param fields in source order
 * @param bits the words of presence bits as they are in a new object
 * @param asciiBits how many known-ASCII bits there are
 * @param keepsUnknown whether it keeps unknown fields
 * @param extensions extensions that are declared in it, of itself and other messages
 * @param ranges what extensions of itself there may be, or null when none
 * @param mayLack whether it or a message below it may lack a field that Protobuf requires
 * @param text what Protobuf's text format needs
 * @param jsonForm the class of the runtime that writes and reads its JSON, which is not an object with its fields; empty for none
 * @param codecs its codecs, one for each format
 * @param nested types nested in it
 * @param typeName the name in error paths and {@code toString}
 * @param initialisers whether Java field initialisers set the values of a new object; when there are too many for one
 *     constructor, or some are no expressions, {@code clear} of a bean does it instead
 * @param usesDeprecated whether it refers to a deprecated type, which it does without a warning
 */
public record StructPlan(
        JavaName name,
        Kind kind,
        String source,
        String typeName,
        SchemaPlan.Ref schema,
        List<FieldPlan> fields,
        List<OneofPlan> oneofs,
        List<Integer> bits,
        int asciiBits,
        boolean keepsUnknown,
        List<ExtensionPlan> extensions,
        @Nullable ExtensionRanges ranges,
        boolean mayLack,
        boolean initialisers,
        TextPlan text,
        String jsonForm,
        List<CodecPlan> codecs,
        List<TypePlan> nested,
        String doc,
        boolean deprecated,
        boolean usesDeprecated)
        implements TypePlan {
    /** What a class is to those who use it. */
    public enum Kind {
        /** A message that people use. */
        BEAN,
        /** A message that people throw. */
        EXCEPTION,
        /** What a call of a function sends. As with its result, generated code alone touches it: fields and codecs, no message. */
        ARGUMENTS,
        /** What a call of a function gives. */
        RESULT;

        /** Whether it travels when a function is called. */
        boolean ofCall() {
            return this == ARGUMENTS || this == RESULT;
        }
    }

    /** Copies the lists. */
    public StructPlan {
        fields = List.copyOf(fields);
        oneofs = List.copyOf(oneofs);
        extensions = List.copyOf(extensions);
        bits = List.copyOf(bits);
        codecs = List.copyOf(codecs);
        nested = List.copyOf(nested);
    }

    /** Whether it is a Java exception. */
    public boolean exception() {
        return kind == Kind.EXCEPTION;
    }

    /** Whether it is what travels when a function is called. */
    public boolean ofCall() {
        return kind.ofCall();
    }

    /** Whether it is an exception that has no field {@code string message}, so that its text is its message. */
    public boolean textIsMessage() {
        return exception() && fields.stream().noneMatch(f -> f.property().equals("Message"));
    }

    /** The oneof of a member. */
    public OneofPlan oneofOf(FieldPlan member) {
        return oneofs.get(member.oneof());
    }
}

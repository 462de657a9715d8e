package dev.fastcodec.codegen.plan;

import org.jspecify.annotations.Nullable;

/**
 * The constant of an extension.
 *
 * @param constant what it is called
 * @param extendee the bean that it extends
 * @param name its full Protobuf name
 * @param type constant of the runtime's {@code Extension.Type}: how it stands on the wire
 * @param value its type
 * @param packed whether its numbers are one record
 * @param initial its declared default, or null
 * @param usesDeprecated whether it refers to a deprecated type, which it does without a warning
 */
public record ExtensionPlan(
        String constant,
        JavaName extendee,
        String name,
        int number,
        String type,
        ValuePlan value,
        boolean packed,
        @Nullable LiteralPlan initial,
        String doc,
        boolean deprecated,
        boolean usesDeprecated) {}

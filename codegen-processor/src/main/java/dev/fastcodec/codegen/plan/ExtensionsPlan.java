package dev.fastcodec.codegen.plan;

import java.util.List;

/**
 * The class of the extensions of a Protobuf file.
 *
 * @param extensions those that stand in no message; they are constants of this class
 * @param nested those that stand in messages, by their constants there
 * @param usesDeprecated whether one of the nested is deprecated
 */
public record ExtensionsPlan(
        JavaName name, String source, List<ExtensionPlan> extensions, List<Nested> nested, boolean usesDeprecated)
        implements TypePlan {
    /** An extension's constant in a bean. */
    public record Nested(JavaName bean, String constant) {}

    /** Copies the lists. */
    public ExtensionsPlan {
        extensions = List.copyOf(extensions);
        nested = List.copyOf(nested);
    }
}

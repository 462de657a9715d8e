package dev.fastcodec.codegen.plan;

import java.util.List;

/**
 * The constants of a Thrift file, as one class.
 *
 * @param helper what private methods of the class are called, before an underscore and a number
 * @param crowded whether there are so many that each must take as little of the initialiser as can be
 * @param usesDeprecated whether it refers to something deprecated, which it does without a warning
 */
public record ConstantsPlan(
        JavaName name, String source, List<Constant> constants, String helper, boolean crowded, boolean usesDeprecated)
        implements TypePlan {
    /**
     * A constant.
     *
     * @param changeable whether it holds what Java cannot protect from change, a bean or bytes, and so is made anew by
     *     a method for whoever asks; any other is a field
     */
    public record Constant(
            String name, ValuePlan type, LiteralPlan value, boolean changeable, String doc, boolean deprecated) {}

    /** Copies the list. */
    public ConstantsPlan {
        constants = List.copyOf(constants);
    }
}

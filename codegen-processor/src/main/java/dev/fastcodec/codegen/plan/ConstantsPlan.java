package dev.fastcodec.codegen.plan;

import java.util.List;

/** The constants of a Thrift file, as one class. */
public record ConstantsPlan(JavaName name, String source, List<Constant> constants) implements TypePlan {
    /** A constant. */
    public record Constant(String name, ValuePlan type, LiteralPlan value, String doc, boolean deprecated) {}

    /** Copies the list. */
    public ConstantsPlan {
        constants = List.copyOf(constants);
    }
}

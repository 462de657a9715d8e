package dev.fastcodec.codegen.plan;

import java.util.List;

/**
 * An enum.
 *
 * @param constants in source order
 * @param schema where its schema comes from
 * @param unrecognized the constant that stands for every other number
 * @param lookup the private field that finds constants by number
 * @param numberVariable the private field that holds a constant's number
 * @param all the field of each part that has its constants in a list
 * @param parts when a Java enum cannot hold so many constants, how many of them each part of the class has; else 0
 */
public record EnumPlan(
        JavaName name,
        String source,
        List<Constant> constants,
        SchemaPlan.Ref schema,
        String unrecognized,
        String lookup,
        String numberVariable,
        String all,
        int parts,
        String doc,
        boolean deprecated)
        implements TypePlan {
    /** A constant. */
    public record Constant(String name, int number, String doc, boolean deprecated) {}

    /** Copies the list. */
    public EnumPlan {
        constants = List.copyOf(constants);
    }
}

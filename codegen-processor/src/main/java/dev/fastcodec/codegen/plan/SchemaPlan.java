package dev.fastcodec.codegen.plan;

import java.util.List;

/**
 * The table of an IDL file, which {@code SCHEMA} of its types reads at run time.
 *
 * @param pieces the text in the notation of the runtime's {@code SchemaTable}; a piece that does not end its last line
 *     goes on in the next
 * @param imports where the types of other files are, in the order in which the text counts them
 * @param usesDeprecated whether one of these is deprecated
 */
public record SchemaPlan(
        JavaName name, String source, List<String> pieces, List<Import> imports, boolean usesDeprecated)
        implements TypePlan {
    /** A type's {@code SCHEMA} in its class. */
    public record Import(JavaName type, String constant) {}

    /**
     * Where the schema of a type comes from.
     *
     * @param table the class of the table
     * @param path the type's name in it
     * @param constant the constant of the type's class that holds it
     */
    public record Ref(JavaName table, String path, String constant) {}

    /** Copies the lists. */
    public SchemaPlan {
        pieces = List.copyOf(pieces);
        imports = List.copyOf(imports);
    }
}

package dev.fastcodec.codegen.plan;

import dev.fastcodec.codegen.Options.WireFormat;
import java.util.List;

/**
 * A codec of a bean.
 *
 * @param format which wire format
 * @param notation what that means for the bean
 * @param constant the constant that holds it: {@code PROTO}
 * @param className its nested class: {@code Proto}
 * @param namesClass the class nested in it that holds the names of the fields, for a format that reads names
 * @param writeChunks all fields by ascending number, cut so that a method that writes one chunk stays small
 * @param readGroups the same for reading
 */
public record CodecPlan(
        WireFormat format,
        Notation notation,
        String constant,
        String className,
        String namesClass,
        List<List<FieldPlan>> writeChunks,
        List<List<FieldPlan>> readGroups) {
    /** Copies the lists. */
    public CodecPlan {
        writeChunks = List.copyOf(writeChunks);
        readGroups = List.copyOf(readGroups);
    }
}

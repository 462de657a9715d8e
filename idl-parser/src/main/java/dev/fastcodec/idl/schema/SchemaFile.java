package dev.fastcodec.idl.schema;

import dev.fastcodec.idl.source.Comments;
import java.util.List;

/**
 * A linked file. Lists hold its top-level declarations in source order; nested types are in their parents.
 *
 * @param info path, language, names, options
 * @param comments what stands before the syntax or the first header
 * @param imports the files it imports, in order
 * @param structs messages, structs, unions, exceptions
 * @param sourceInfo where all this stands, of Protobuf only
 * @param requested whether the user asked for this file, not only an import
 */
public record SchemaFile(
        FileInfo info,
        Comments comments,
        List<Import> imports,
        List<StructType> structs,
        List<EnumType> enums,
        List<Typedef> typedefs,
        List<Constant> constants,
        List<Service> services,
        List<Extension> extensions,
        SourceInfo sourceInfo,
        boolean requested) {
    /** Copies the lists. */
    public SchemaFile {
        imports = List.copyOf(imports);
        structs = List.copyOf(structs);
        enums = List.copyOf(enums);
        typedefs = List.copyOf(typedefs);
        constants = List.copyOf(constants);
        services = List.copyOf(services);
        extensions = List.copyOf(extensions);
    }

    /**
     * An import.
     *
     * @param path the imported file's path
     * @param isPublic Protobuf's {@code import public}
     * @param weak Protobuf's {@code import weak}
     * @param option Protobuf's {@code import option}: only options may use what the file declares
     */
    public record Import(String path, boolean isPublic, boolean weak, boolean option) {
        /** An import that is none of options only. */
        public Import(String path, boolean isPublic, boolean weak) {
            this(path, isPublic, weak, false);
        }
    }
}

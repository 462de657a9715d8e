package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.codegen.bootstrap.FileDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FileDescriptorSet;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.source.SourcePath;
import java.util.List;

/** Descriptors of the Protobuf files of a schema, as protoc makes them. */
public final class Descriptors {
    /** The import path of the file that declares descriptors and options. */
    public static final String LANGUAGE = "google/protobuf/descriptor.proto";

    private Descriptors() {}

    /** The schema of {@code descriptor.proto} as Fastcodec carries it. */
    public static Schema language() {
        Diagnostics diagnostics = new Diagnostics();
        try (SourcePath path = SourcePath.of(List.of())) {
            return Idl.loadProtobuf(List.of(LANGUAGE), path, true, diagnostics);
        }
    }

    /** The schema itself when it has {@code descriptor.proto}, and so perhaps extensions of options; else the one of ours. */
    public static Schema languageOf(Schema schema) {
        return schema.file(LANGUAGE).isPresent() ? schema : language();
    }

    /**
     * What a descriptor holds besides the declarations.
     *
     * @param sourceInfo places and comments ({@code --include_source_info})
     * @param retainOptions options of source retention, too, and every option as it is written; without it options are
     *     merged and sorted ({@code --retain_options})
     */
    public record Details(boolean sourceInfo, boolean retainOptions) {
        /** What protoc writes when nothing is asked for. */
        public static final Details PLAIN = new Details(false, false);
    }

    /**
     * The descriptor of a file, to be written. Places and merged options are in it as bytes, the unknown fields of their beans;
     * who wants to look at them reads what was written.
     */
    public static FileDescriptorProto of(SchemaFile file, Details details) {
        return new FileDescriptors(file, details).file();
    }

    /**
     * The descriptors of the requested files, each after what it imports.
     *
     * @param imports whether those that are imported are in it, too ({@code --include_imports})
     */
    public static FileDescriptorSet set(Schema schema, boolean imports, Details details) {
        FileDescriptorSet set = new FileDescriptorSet();
        for (SchemaFile file : order(schema, imports)) {
            set.getFile().add(of(file, details));
        }
        return set;
    }

    /** The descriptors of one file of the schema and of all that it imports, each after what it imports. */
    public static FileDescriptorSet set(Schema schema, SchemaFile file, Details details) {
        FileDescriptorSet set = new FileDescriptorSet();
        new DescriptorOrder(schema, true).upTo(file).forEach(f -> set.getFile().add(of(f, details)));
        return set;
    }

    /** The files of a set in protoc's order: each after those that it imports, starting from the requested ones in theirs. */
    public static List<SchemaFile> order(Schema schema, boolean imports) {
        return new DescriptorOrder(schema, imports).files();
    }
}

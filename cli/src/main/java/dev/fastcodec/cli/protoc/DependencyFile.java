package dev.fastcodec.cli.protoc;

import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.idl.schema.SchemaFile;
import java.util.List;

/** {@code --dependency_out}: a rule of make from what was written to the files that were read. */
final class DependencyFile {
    private DependencyFile() {}

    /**
     * The rule; nothing when nothing was written. Well-known types that no folder has come with Fastcodec and do not change:
     * they are left out.
     *
     * @param outputs names as given
     */
    static String of(List<String> outputs, ProtoFiles files) {
        if (outputs.isEmpty()) {
            return "";
        }
        List<String> inputs = Descriptors.order(files.schema(), true).stream()
                .map(SchemaFile::info)
                .flatMap(info -> files.tree().diskName(info.path()).stream())
                .toList();
        return String.join(" \\\n", outputs) + ": " + String.join("\\\n ", inputs);
    }
}

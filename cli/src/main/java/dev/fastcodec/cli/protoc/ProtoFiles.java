package dev.fastcodec.cli.protoc;

import dev.fastcodec.DecodeException;
import dev.fastcodec.cli.protoc.Invocation.Sources;
import dev.fastcodec.codegen.bootstrap.FileDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FileDescriptorSet;
import dev.fastcodec.codegen.image.DescriptorSource;
import dev.fastcodec.codegen.image.Image;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The files of a command line, linked.
 *
 * @param schema what they mean; the inputs are requested
 * @param descriptors their descriptors
 * @param tree where they are on disk
 * @param diagnostics what was found in them
 */
record ProtoFiles(Schema schema, DescriptorSource descriptors, SourceTree tree, Diagnostics diagnostics) {
    /**
     * Reads and links files. A file on disk counts before one of a descriptor set.
     *
     * @param anyEdition {@code --experimental_editions}
     * @throws UsageError when an input is not there, or a descriptor set is none
     */
    static ProtoFiles load(Sources sources, boolean anyEdition, Console console) {
        Image image = image(sources.descriptorSets(), console);
        SourceTree tree = new SourceTree(sources.path(), console);
        List<String> names = inputs(sources, image, tree, console);
        List<Root> roots = new ArrayList<>(tree.roots());
        if (!sources.descriptorSets().isEmpty()) {
            roots.add(image.root());
        }
        Diagnostics diagnostics = new Diagnostics();
        try (SourcePath path = SourcePath.of(roots)) {
            Schema schema = Idl.loadProtobuf(names, path, anyEdition, diagnostics);
            Set<Problem> told = EnumSet.copyOf(Problem.warnings());
            told.remove(Problem.INVALID_UTF8);
            if (sources.path().isEmpty()) {
                // A descriptor set may be made by a program, which cannot help it.
                told.remove(Problem.IMPORT_UNUSED);
            }
            diagnostics.keepWarnings(told);
            Image rest = image.without(name -> tree.diskName(name).isPresent());
            return new ProtoFiles(schema, new DescriptorSource(schema, rest), tree, diagnostics);
        }
    }

    private static List<String> inputs(Sources sources, Image image, SourceTree tree, Console console) {
        if (sources.path().isEmpty()) {
            for (String input : sources.inputs()) {
                if (image.file(input).isEmpty()) {
                    throw new UsageError(
                            "Could not find file in descriptor database: " + input + ": No such file or directory");
                }
            }
            // To encode and decode, the types of all files may be named.
            return sources.inputs().isEmpty() ? image.names() : sources.inputs();
        }
        if (sources.inputs().isEmpty()) {
            return image.names();
        }
        return new InputNames(tree, name -> image.file(name).isPresent() || isWellKnown(name), console)
                .virtual(sources.inputs());
    }

    private static boolean isWellKnown(String name) {
        try {
            return Roots.wellKnown().read(name).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static Image image(List<String> names, Console console) {
        if (names.isEmpty()) {
            return Image.none();
        }
        List<FileDescriptorProto> files = new ArrayList<>();
        for (String name : names) {
            try {
                byte[] bytes = Files.readAllBytes(console.file(name));
                files.addAll(FileDescriptorSet.PROTO.decode(bytes).getFile());
            } catch (IOException | InvalidPathException e) {
                throw new UsageError(name + ": No such file or directory");
            } catch (DecodeException e) {
                throw new UsageError(name + ": Unable to parse.");
            }
        }
        try {
            return Image.of(files);
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.join(", ", names) + ": " + e.getMessage());
        }
    }
}

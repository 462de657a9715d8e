package dev.fastcodec.idl;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case of the linker's table: a file, or a folder of files of which {@code main.*}, or those that its {@code args.txt} names
 * line by line, are asked for. Beside it are {@code <case>.errors.txt} with the reports and, unless one is an error,
 * {@code <case>.schema.txt}.
 *
 * @param path of the file or folder
 */
public record LinkCase(Path path) {
    /** The cases in a folder of resources that are files of this ending or folders. */
    public static Stream<LinkCase> in(String folder, String ending) {
        return Golden.list(folder).stream()
                .filter(p -> Files.isDirectory(p) || p.toString().endsWith(ending))
                .map(LinkCase::new);
    }

    /** Loads the case and compares. */
    public void check() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Path root = Files.isDirectory(path) ? path : path.getParent();
        Schema schema;
        try (SourcePath sourcePath = SourcePath.ofFolders(root)) {
            schema = Idl.load(requested(), sourcePath, diagnostics);
        }
        Golden.check(golden(".errors.txt"), new Renderer(Renderer.Format.TEXT).render(diagnostics));
        Golden.check(golden(".schema.txt"), diagnostics.hasErrors() ? "" : SchemaText.of(schema));
    }

    private List<String> requested() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path.getFileName().toString());
        }
        Path arguments = path.resolve("args.txt");
        if (Files.exists(arguments)) {
            return Files.readAllLines(arguments, StandardCharsets.UTF_8);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(p -> p.getFileName().toString())
                    .filter(n -> n.startsWith("main."))
                    .sorted()
                    .toList();
        }
    }

    private Path golden(String ending) {
        String name = path.getFileName().toString();
        int dot = name.indexOf('.');
        return path.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ending);
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}

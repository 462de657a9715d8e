package dev.fastcodec.cli;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.output.Request;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every command that reads IDL takes: files, where their imports are, and how errors are told. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Inputs {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-I", "--import-path"},
            paramLabel = "DIR|JAR",
            description =
                    "Where imports are looked up; the first that has a file wins. The current folder when not given.")
    private List<Path> importPath = new ArrayList<>();

    @Option(
            names = "--error-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How errors are told: text, json or github.")
    private Renderer.Format errorFormat;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "IDL files, .proto and .thrift.")
    private List<String> files;

    /** The request that the arguments make. */
    Request request(Options options) {
        List<Root> roots = new ArrayList<>();
        for (Path place : importPath.isEmpty() ? List.of(Path.of("")) : importPath) {
            boolean folder = Files.isDirectory(place);
            if (!folder && !Files.isRegularFile(place)) {
                throw new ParameterException(command.commandLine(), "no such folder or jar: " + place);
            }
            roots.add(folder ? Roots.folder(place) : Roots.jar(place));
        }
        return new Request(files, roots, options);
    }

    /** Tells all that was found, to standard error. */
    void tell(Diagnostics diagnostics, Request request) {
        try (SourcePath path = SourcePath.of(request.roots())) {
            boolean colours = Ansi.AUTO.enabled();
            Renderer renderer = new Renderer(errorFormat, colours, importName -> fileName(path, importName));
            command.commandLine().getErr().print(renderer.render(diagnostics));
            command.commandLine().getErr().flush();
        }
    }

    private static String fileName(SourcePath path, String importPath) {
        try {
            Optional<Path> file = path.file(importPath);
            return file.map(Path::toString).orElse(importPath);
        } catch (IOException e) {
            return importPath;
        }
    }
}

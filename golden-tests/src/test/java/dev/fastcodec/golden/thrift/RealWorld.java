package dev.fastcodec.golden.thrift;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Jars of real projects, which the build copies to {@code target/real-world}, and the IDL in them. */
public final class RealWorld {
    private static final Path FOLDER = Path.of("target", "real-world");

    private RealWorld() {}

    /** A jar. */
    public static Path jar(String name) {
        Path jar = FOLDER.resolve(name);
        if (!Files.exists(jar)) {
            throw new AssertionError(jar.toAbsolutePath() + " is missing; mvn generate-test-resources copies it");
        }
        return jar;
    }

    /** The import paths of all Thrift files in jars. */
    static List<String> files(List<String> jars) {
        List<String> files = new ArrayList<>();
        for (String jar : jars) {
            try (ZipFile zip = new ZipFile(jar(jar).toFile())) {
                zip.stream()
                        .map(ZipEntry::getName)
                        .filter(n -> n.endsWith(".thrift"))
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** Generates and compiles IDL files out of jars. */
    static Compiled compile(List<String> jars, List<String> files, Options options) {
        List<Root> roots = jars.stream().map(j -> Roots.jar(jar(j))).toList();
        try (SourcePath path = SourcePath.of(roots)) {
            return Compiled.of(files, path, options);
        }
    }
}

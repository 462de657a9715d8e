package dev.fastcodec.golden.thrift;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Jars of real projects, which the build copies to {@code target/real-world}, and the IDL in them. */
public final class RealWorld {
    private static final Path FOLDER = Path.of("target", "real-world");

    private static final Pattern SERVICE = Pattern.compile("(?ms)^service .*?^}");

    private RealWorld() {}

    /** A jar. */
    public static Path jar(String name) {
        Path jar = FOLDER.resolve(name);
        if (!Files.exists(jar)) {
            throw new AssertionError(jar.toAbsolutePath() + " is missing; mvn generate-test-resources copies it");
        }
        return jar;
    }

    /** Generates and compiles IDL files out of jars. */
    public static Compiled compile(List<String> jars, List<String> files) {
        return compileFrom(roots(jars), files);
    }

    /** As {@link #compile}, without the services, in which IoTDB leaves out the ids of arguments. */
    public static Compiled compileStructs(List<String> jars, List<String> files) {
        Map<String, String> texts = new HashMap<>();
        try (SourcePath path = SourcePath.of(roots(jars))) {
            for (String file : files) {
                byte[] bytes = path.find(file).orElseThrow().bytes();
                texts.put(
                        file,
                        SERVICE.matcher(new String(bytes, StandardCharsets.UTF_8))
                                .replaceAll(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compileFrom(List.of(Roots.memory(texts)), files);
    }

    private static List<Root> roots(List<String> jars) {
        return jars.stream().map(j -> Roots.jar(jar(j))).toList();
    }

    private static Compiled compileFrom(List<Root> roots, List<String> files) {
        try (SourcePath path = SourcePath.of(roots)) {
            return Compiled.of(files, path, Options.DEFAULT);
        }
    }
}

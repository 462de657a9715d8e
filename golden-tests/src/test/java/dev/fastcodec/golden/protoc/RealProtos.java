package dev.fastcodec.golden.protoc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The .proto files of published jars and the golden cases, as a folder that can be compiled in one call. */
final class RealProtos {
    private static final List<String> WITNESSES =
            List.of("com.google.protobuf.Any", "com.google.rpc.Status", "io.opentelemetry.proto.trace.v1.Span");

    private static final Path JARS = Path.of("target/real-protos");

    private static final Path CASES = Path.of("src/test/resources/proto");

    private RealProtos() {}

    /** Unpacks all into a folder; returns their import paths, sorted. */
    static List<String> unpack(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (String witness : WITNESSES) {
            names.addAll(unpack(jarOf(witness), folder));
        }
        try (var files = Files.walk(CASES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".proto")).toList()) {
                // They import each other by their names within the case, which no other case has.
                String name =
                        CASES.relativize(file).toString().replace('\\', '/').replaceFirst("^[^/]*/", "");
                write(folder, name, Files.readAllBytes(file));
                names.add(name);
            }
        }
        return names.stream().sorted().distinct().toList();
    }

    /** Unpacks the well-known types into a folder, unless it is there. */
    static Path wellKnown(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            unpack(jarOf(WITNESSES.get(0)), folder);
        }
        return folder;
    }

    /**
     * Unpacks the .proto files of a jar that Maven copied; returns their import paths, sorted.
     *
     * @param name of the jar, without version
     */
    static List<String> unpackJar(String name, Path folder) throws IOException {
        return unpack(JARS.resolve(name + ".jar"), folder).stream().sorted().toList();
    }

    private static List<String> unpack(Path jarFile, Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(jarFile.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".proto")) {
                    write(folder, entry.getName(), jar.getInputStream(entry).readAllBytes());
                    names.add(entry.getName());
                }
            }
        }
        return names;
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static Path jarOf(String type) {
        try {
            return Path.of(Class.forName(type)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}

package dev.fastcodec.golden.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.Any;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Programs of others that ours are compared with. Maven puts them here; it has them for some platforms only. */
public final class Tools {
    private static final List<String> WELL_KNOWN = List.of(
            "any",
            "api",
            "duration",
            "empty",
            "field_mask",
            "source_context",
            "struct",
            "timestamp",
            "type",
            "wrappers",
            "descriptor");

    private Tools() {}

    /** Google's protoc; without it the test that asks is skipped. */
    public static Path protoc() {
        return tool("protoc");
    }

    /** The same, with the well-known types beside it, where protoc itself finds them. */
    public static Path protocWithWellKnownTypes() throws IOException {
        Path protoc = protoc();
        Path include = protoc.resolveSibling("include");
        if (!Files.exists(include.resolve("google/protobuf/descriptor.proto"))) {
            for (String name : WELL_KNOWN) {
                String file = "google/protobuf/" + name + ".proto";
                try (InputStream in = Any.class.getClassLoader().getResourceAsStream(file)) {
                    Path copy = include.resolve(file);
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Objects.requireNonNull(in, file).readAllBytes());
                }
            }
        }
        return protoc;
    }

    /** The plugin of grpc-java. */
    public static Path protocGenGrpcJava() {
        return tool("protoc-gen-grpc-java");
    }

    private static Path tool(String name) {
        Path file = Path.of("target", "tools", name + ".exe").toAbsolutePath();
        assumeTrue(Files.isRegularFile(file), () -> name + " is not there for this platform");
        File executable = file.toFile();
        assumeTrue(executable.canExecute() || executable.setExecutable(true), () -> file + " cannot be executed");
        return file;
    }
}

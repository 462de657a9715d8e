package dev.fastcodec.golden.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs of others that ours are compared with. Maven puts them here; it has them for some platforms only. */
public final class Tools {
    private Tools() {}

    /** Google's protoc; without it the test that asks is skipped. */
    public static Path protoc() {
        return tool("protoc");
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

package dev.fastcodec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.cli.protoc.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fastcodec protoc} does on its own; where it does as protoc, golden-tests compare them. */
class ProtocCommandTest {
    @TempDir
    Path work;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeIdl() throws IOException {
        Files.writeString(work.resolve("a.proto"), "syntax = \"proto3\";\npackage a;\nmessage A { int32 x = 1; }\n");
    }

    private int run(OutputStream to, String... args) {
        Console console = new Console(
                new ByteArrayInputStream(new byte[] {8, 7}), to, new PrintWriter(err, true), work, Map.of("PATH", ""));
        return Main.run(console, args);
    }

    private int run(String... args) {
        return run(out, args);
    }

    @Test
    void saysThatBuiltInGeneratorsNeedAPlugin() {
        assertEquals(1, run("protoc", "--java_out=.", "a.proto"));
        assertTrue(err.toString().startsWith("--java_out: the generators that are built into protoc"), err::toString);
        assertTrue(err.toString().contains("--plugin=protoc-gen-java=PATH"), err::toString);
    }

    @Test
    void generatesJavaWithinTheProcess() throws IOException {
        assertEquals(0, run("protoc", "--fastcodec_out=unknownFields=drop:.", "a.proto"), err::toString);
        assertTrue(Files.readString(work.resolve("a/A.java")).contains("class A"));
    }

    @Test
    void refusesWrongOptionsOfTheGenerator() {
        assertEquals(1, run("protoc", "--fastcodec_out=nix=1:.", "a.proto"));
        assertEquals("--fastcodec_out: unknown option \"nix\"", err.toString().strip());
        assertFalse(Files.exists(work.resolve("a")));
    }

    @Test
    void decodesFromStandardInput() {
        assertEquals(0, run("protoc", "--decode=a.A", "a.proto"), err::toString);
        assertEquals("x: 7\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void leavesFilesAsTheyAreWhenOneCannotBeWritten() throws IOException {
        Files.writeString(work.resolve("o.pb"), "old");
        assertEquals(1, run("protoc", "-oo.pb", "--dependency_out=missing/d", "a.proto"));
        assertEquals("missing/d: No such file or directory", err.toString().strip());
        assertEquals("old", Files.readString(work.resolve("o.pb")));
        try (var files = Files.list(work)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void writesThroughLinks() throws IOException {
        Files.createSymbolicLink(work.resolve("link.pb"), Files.writeString(work.resolve("real.pb"), "old"));
        assertEquals(0, run("protoc", "-olink.pb", "a.proto"), err::toString);
        assertTrue(Files.isSymbolicLink(work.resolve("link.pb")));
        assertTrue(Files.size(work.resolve("real.pb")) > 10);
    }

    @Test
    void tellsWhenStandardOutputIsClosed() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("closed");
            }
        };
        assertEquals(1, run(closed, "protoc", "--version"));
        assertTrue(err.toString().contains("closed"), err::toString);
    }

    @Test
    void isListedAmongTheCommands() {
        assertEquals(0, run("--help"));
        String help = out.toString(StandardCharsets.UTF_8);
        assertTrue(help.contains("protoc ") && help.contains("protoc-gen-fastcodec"), help);
    }

    @Test
    void mustBeTheFirstArgument() {
        StringWriter said = new StringWriter();
        assertEquals(2, Main.run(new PrintWriter(said), new PrintWriter(said), "protoc", "a.proto"));
        assertTrue(said.toString().contains("protoc must be the first argument"), said::toString);
    }

    @Test
    void pluginsTakeNoArguments() {
        assertEquals(1, run("protoc-gen-fastcodec", "--what"));
        assertEquals(0, run("protoc-gen-fastcodec", "--version"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("protoc-gen-fastcodec "));
    }
}

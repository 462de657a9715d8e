package dev.fastcodec.golden.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, the command line gives a report or a right result, never a fault or half an output. */
class BadInputTest {
    private static final int DEEP = 10_000;
    private static final int LONG_LINE = 50_000_000;

    @TempDir
    Path temp;

    /** Name of a file, what it holds, and a part of what is told. */
    record Refused(String name, byte[] content, String told) {
        Refused(String name, String content, String told) {
            this(name, content.getBytes(StandardCharsets.UTF_8), told);
        }

        @Override
        public String toString() {
            return name + ": " + told;
        }
    }

    static Stream<Refused> refused() {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        String proto3 = "syntax = \"proto3\";\n";
        return Stream.of(
                new Refused("noise.proto", noise, "noise.proto:"),
                new Refused("noise.thrift", noise, "noise.thrift:"),
                new Refused("utf8.proto", latin1(proto3 + "message A { string \u00ff = 1; }"), "unexpected character"),
                new Refused("utf8.thrift", latin1("struct A { 1: string \u00ff }"), "not valid UTF-8"),
                new Refused("deep.proto", proto3 + "message M {".repeat(DEEP) + "}".repeat(DEEP), "nested deeper"),
                new Refused(
                        "option.proto",
                        proto3 + "option (x) = " + "{a:".repeat(DEEP) + "1" + "}".repeat(DEEP) + ";",
                        "nested deeper"),
                new Refused(
                        "type.thrift",
                        "struct A { 1: " + "list<".repeat(DEEP) + "i32" + ">".repeat(DEEP) + " a }",
                        "nested deeper"),
                new Refused(
                        "value.thrift", "const list<i32> A = " + "[".repeat(DEEP) + "]".repeat(DEEP), "nested deeper"),
                new Refused("line.proto", proto3 + "option java_package = \"" + "x".repeat(LONG_LINE), "line.proto:2:"),
                new Refused("line.thrift", "const string A = \"" + "x".repeat(LONG_LINE), "line.thrift:1:"),
                new Refused("cut.proto", proto3 + "message A { int32 a", "cut.proto:2:"),
                new Refused("cut.thrift", "struct A { 1: i32", "cut.thrift:1:"),
                new Refused("text.txt", "message A {}", "text.txt"));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private record Run(int exit, String told) {}

    private Run run(String name) {
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told);
        String file = temp.resolve(name).toString();
        String out = temp.resolve("out").toString();
        int exit = Main.run(writer, writer, "generate", "-I", temp.toString(), "-o", out, file);
        return new Run(exit, told.toString());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithAReport(Refused bad) throws IOException {
        Files.write(temp.resolve(bad.name()), bad.content());
        Run run = run(bad.name());
        String start = run.told().substring(0, Math.min(1000, run.told().length()));
        assertEquals(1, run.exit(), start);
        assertTrue(start.contains(": error: ") || start.startsWith("error: "), start);
        assertTrue(start.contains(bad.told()), start);
        assertFalse(Files.exists(temp.resolve("out")));
    }

    @Test
    void refusesAFolder() throws IOException {
        Files.createDirectory(temp.resolve("folder.proto"));
        assertEquals(1, run("folder.proto").exit());
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertEquals(1, run("nowhere.thrift").exit());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsOddButRightFiles(Refused odd) throws IOException {
        Files.write(temp.resolve(odd.name()), odd.content());
        Run run = run(odd.name());
        assertEquals(0, run.exit(), run::told);
        assertEquals(!odd.told().isEmpty(), Files.exists(temp.resolve("out").resolve(odd.told() + ".java")), run::told);
    }

    static Stream<Refused> accepted() {
        String proto = "\ufeffsyntax = \"proto3\";\r\nmessage A {\r\n  string a = 1;\r\n}\r\n";
        return Stream.of(
                new Refused("empty.proto", "", ""),
                new Refused("empty.thrift", "", ""),
                new Refused("latin1.proto", latin1("syntax = \"proto3\"; // caf\u00e9\nmessage A {}"), "A"),
                new Refused("latin1.thrift", latin1("/* caf\u00e9 */ struct A {}"), "A"),
                new Refused("windows.proto", proto, "A"),
                new Refused("windows.thrift", "\ufeffstruct A {\r\n  1: string a\r\n}\r\n", "A"),
                new Refused("long.proto", "syntax = \"proto3\"; message A {} //" + "x".repeat(LONG_LINE), "A"),
                new Refused("long.thrift", "struct A {} //" + "x".repeat(LONG_LINE), "A"));
    }
}

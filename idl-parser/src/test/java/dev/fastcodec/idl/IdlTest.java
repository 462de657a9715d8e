package dev.fastcodec.idl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.schema.FileInfo;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IdlTest {
    private final Map<String, String> files = new HashMap<>();
    private final Diagnostics diagnostics = new Diagnostics();

    private Schema load(String... requested) {
        try (SourcePath path = SourcePath.of(List.of(Roots.memory(files)))) {
            return Idl.load(List.of(requested), path, diagnostics);
        }
    }

    private static List<String> paths(List<SchemaFile> files) {
        return files.stream().map(f -> f.info().path()).toList();
    }

    private static String repeat(int times, IntFunction<String> line) {
        return IntStream.range(0, times).mapToObj(line).collect(Collectors.joining("\n"));
    }

    @Test
    void mixesLanguages() {
        files.put("a.proto", "syntax = \"proto3\"; import \"b.proto\"; message A { B b = 1; }");
        files.put("b.proto", "syntax = \"proto3\"; message B {}");
        files.put("c.thrift", "include \"d.thrift\"\nstruct C { 1: d.D d }");
        files.put("d.thrift", "struct D {}");
        Schema schema = load("c.thrift", "a.proto");
        assertFalse(diagnostics.hasErrors());
        assertEquals(List.of("d.thrift", "c.thrift", "b.proto", "a.proto"), paths(schema.files()));
        assertEquals(List.of("c.thrift", "a.proto"), paths(schema.requested()));
        assertEquals(
                FileInfo.Language.THRIFT,
                schema.file("d.thrift").orElseThrow().info().language());
    }

    @Test
    void loadsNothing() {
        assertEquals(List.of(), load().files());
        assertFalse(diagnostics.hasErrors());
    }

    @Test
    void returnsWhatCouldBeLinked() {
        files.put("a.proto", "syntax = \"proto3\"; message A { Missing x = 1; int32 y = 2; }");
        Schema schema = load("a.proto", "none.proto");
        assertTrue(diagnostics.hasErrors());
        assertEquals(1, schema.files().get(0).structs().get(0).fields().size());
    }

    @Test
    void linksWellKnownTypes() {
        load(
                "google/protobuf/descriptor.proto",
                "google/protobuf/api.proto",
                "google/protobuf/struct.proto",
                "google/protobuf/wrappers.proto");
        assertEquals("", new Renderer(Renderer.Format.TEXT).render(diagnostics));
    }

    @Test
    void linksManyDeclarationsInLinearTime() {
        int n = 20_000;
        files.put(
                "a.proto",
                "syntax = \"proto2\";\nmessage A {\n"
                        + repeat(n, i -> "optional E f" + i + " = " + (i + 20_000) + " [default = V" + i + "];")
                        + repeat(n, i -> "extensions " + (2 * i + 100_000) + ";")
                        + "}\nenum E {\n"
                        + repeat(n, i -> "V" + i + " = " + i + ";")
                        + "}\nextend A {\n"
                        + repeat(n, i -> "optional int32 x" + i + " = " + (2 * i + 100_000) + ";")
                        + "}");
        assertTimeout(Duration.ofSeconds(30), () -> load("a.proto"));
        assertFalse(diagnostics.hasErrors());
    }

    @Test
    void reportsManyErrorsInLinearTime() {
        int n = 5_000;
        files.put(
                "a.proto",
                "syntax = \"proto2\";\nmessage A {\n"
                        + repeat(n, i -> "optional Undefined" + i + " f" + i + " = 1;")
                        + repeat(n, i -> "optional int32 f" + i + " = 7 [default = x];")
                        + repeat(n, i -> "reserved 5; reserved \"f1\";")
                        + "}\nenum E {\n"
                        + repeat(n, i -> "V" + i + " = 1;")
                        + "}\n"
                        + repeat(n, i -> "message M" + i + " {}"));
        String text = assertTimeout(Duration.ofSeconds(30), () -> {
            load("a.proto");
            return new Renderer(Renderer.Format.TEXT).render(diagnostics);
        });
        assertTrue(text.contains("Undefined4999 is not defined"));
    }
}

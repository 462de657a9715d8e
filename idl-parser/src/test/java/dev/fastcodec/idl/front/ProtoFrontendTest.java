package dev.fastcodec.idl.front;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.idl.AstPrinter;
import dev.fastcodec.idl.Golden;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProtoFrontendTest {
    static Stream<Path> cases() {
        return Golden.list("front/proto").stream().filter(f -> f.toString().endsWith(".proto"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parsesAsExpected(Path file) throws IOException {
        String name = file.getFileName().toString();
        Source source = new Source(name, Files.readString(file, StandardCharsets.UTF_8));
        Diagnostics diagnostics = new Diagnostics();
        IdlFile parsed = new ProtoFrontend().parse(source, diagnostics);
        String stem = name.substring(0, name.length() - ".proto".length());
        Golden.check(file.resolveSibling(stem + ".ast.txt"), AstPrinter.print(parsed));
        Golden.check(file.resolveSibling(stem + ".errors.txt"), new Renderer(Renderer.Format.TEXT).render(diagnostics));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"any", "api", "descriptor", "duration", "field_mask", "struct", "timestamp", "type", "wrappers"})
    void parsesWellKnownTypesWithoutReport(String name) throws IOException {
        String path = "google/protobuf/" + name + ".proto";
        byte[] bytes = Roots.wellKnown().read(path).orElseThrow();
        Diagnostics diagnostics = new Diagnostics();
        new ProtoFrontend().parse(new Source(path, new String(bytes, StandardCharsets.UTF_8)), diagnostics);
        assertEquals("", new Renderer(Renderer.Format.TEXT).render(diagnostics));
    }
}

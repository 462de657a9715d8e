package dev.fastcodec.idl.front;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.idl.Golden;
import dev.fastcodec.idl.ThriftAstPrinter;
import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ThriftFrontendTest {
    static Stream<Path> cases() {
        return Golden.list("front/thrift").stream().filter(f -> f.toString().endsWith(".thrift"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parsesAsExpected(Path file) throws IOException {
        String name = file.getFileName().toString();
        Diagnostics diagnostics = new Diagnostics();
        IdlFile parsed = parse(name, Files.readString(file, StandardCharsets.UTF_8), diagnostics);
        String stem = name.substring(0, name.length() - ".thrift".length());
        Golden.check(file.resolveSibling(stem + ".ast.txt"), ThriftAstPrinter.print(parsed));
        Golden.check(file.resolveSibling(stem + ".errors.txt"), new Renderer(Renderer.Format.TEXT).render(diagnostics));
    }

    @Test
    void readsCarriageReturnsAsLineEnds() {
        String text = "# c\r\n// d\rstruct A {\r\n  1: i32 a // e\r  2: i32 b\r\n}\r";
        assertEquals(print(text.replaceAll("\r\n|\r", "\n")), print(text));
    }

    @Test
    void skipsByteOrderMark() {
        Decl first = parse("a.thrift", "\uFEFFstruct A {}", new Diagnostics())
                .decls()
                .get(0);
        assertEquals(1, first.span().start());
    }

    @Test
    void placesAfterSupplementaryCharactersAreExact() {
        Decl.Const second =
                (Decl.Const) parse("a.thrift", "const string A = '😀' const string B = '中'", new Diagnostics())
                        .decls()
                        .get(1);
        assertEquals("'中'", second.value().span().text());
        assertEquals(39, second.value().span().column());
    }

    private static String print(String text) {
        Diagnostics diagnostics = new Diagnostics();
        String ast = ThriftAstPrinter.print(parse("a.thrift", text, diagnostics));
        assertEquals("", new Renderer(Renderer.Format.TEXT).render(diagnostics));
        return ast;
    }

    private static IdlFile parse(String name, String text, Diagnostics diagnostics) {
        return new ThriftFrontend().parse(new Source(name, text), diagnostics);
    }
}

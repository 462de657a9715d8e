package dev.fastcodec.idl.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.idl.Golden;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ImportLoaderTest {
    private final Map<String, byte[]> files = new HashMap<>();
    private final Diagnostics diagnostics = new Diagnostics();

    private void file(String name, String... lines) {
        files.put(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private List<ParsedFile> load(String... requested) {
        return load(
                new Root() {
                    @Override
                    public Optional<byte[]> read(String importPath) {
                        return Optional.ofNullable(files.get(importPath));
                    }

                    @Override
                    public String describe() {
                        return "memory";
                    }
                },
                requested);
    }

    private List<ParsedFile> load(Root root, String... requested) {
        LineFrontend a = new LineFrontend(".a", IdlFile.Language.PROTO);
        LineFrontend b = new LineFrontend(".b", IdlFile.Language.THRIFT);
        return ImportLoader.load(
                List.of(a, b), List.of(a, b), List.of(requested), SourcePath.of(List.of(root)), diagnostics);
    }

    private void check(String golden) {
        Golden.check(
                Golden.RESOURCES.resolve("link/load/" + golden + ".errors.txt"),
                new Renderer(Renderer.Format.TEXT).render(diagnostics));
    }

    private static List<String> paths(List<ParsedFile> files) {
        return files.stream().map(ParsedFile::path).toList();
    }

    @Test
    void putsFilesAfterTheirImports() {
        file("x.a", "z.a", "y.a");
        file("y.a", "z.a");
        file("z.a");
        file("w.a");
        List<ParsedFile> loaded = load("x.a", "w.a", "z.a");
        assertEquals(List.of("z.a", "y.a", "x.a", "w.a"), paths(loaded));
        assertEquals(
                List.of(true, false, true, true),
                loaded.stream().map(ParsedFile::requested).toList());
    }

    @Test
    void triesCandidatesInOrder() {
        file("d/x.a", "y.a");
        file("d/y.a");
        assertEquals(List.of("d/y.a", "d/x.a"), paths(load("d/x.a")));
    }

    @Test
    void walksLongChainsWithoutRecursion() {
        for (int i = 0; i < 20_000; i++) {
            file(i + ".a", (i + 1) + ".a");
        }
        file("20000.a");
        assertEquals(20_001, load("0.a").size());
    }

    @Test
    void reportsCycles() {
        file("x.a", "y.a");
        file("y.a", "", "z.a");
        file("z.a", "y.a");
        List<ParsedFile> loaded = load("x.a");
        assertEquals(List.of("z.a", "y.a", "x.a"), paths(loaded));
        check("cycle");
    }

    @Test
    void reportsFileThatImportsItself() {
        file("x.a", "x.a");
        load("x.a");
        check("self");
    }

    @Test
    void reportsMissingFiles() {
        file("x.a", "y.a");
        load("x.a", "none.a");
        check("missing");
    }

    @Test
    void reportsUnknownKindOfFile() {
        file("x.c");
        load("x.c");
        check("kind");
    }

    @Test
    void reportsImportOfOtherLanguage() {
        file("x.a", "y.b");
        file("y.b");
        load("x.a");
        check("language");
    }

    @Test
    void reportsInvalidUtf8AtItsPlace() {
        files.put("x.a", "\n\u4e2d\u00e9\u00ff".getBytes(StandardCharsets.ISO_8859_1));
        files.put("y.a", new byte[] {'a', '\n', (byte) 0xE4, (byte) 0xB8, (byte) 0xAD, 'b', (byte) 0xC3});
        load("x.a", "y.a");
        check("utf8");
    }

    @Test
    void takesReplacementCharacterThatIsWritten() {
        file("x.a", "\ufffd.a");
        file("\ufffd.a");
        assertEquals(2, load("x.a").size());
    }

    @Test
    void reportsNulCharacters() {
        file("x.a", "y.a", "\0");
        load("x.a");
        check("nul");
    }

    @Test
    void ignoresByteOrderMark() {
        file("x.a", "\ufeffy.a");
        file("y.a");
        assertEquals(List.of("y.a", "x.a"), paths(load("x.a")));
    }

    @Test
    void readsEmptyFile() {
        file("x.a", "");
        assertEquals(List.of("x.a"), paths(load("x.a")));
        assertFalse(diagnostics.hasErrors());
    }

    @Test
    void reportsFileThatCannotBeRead() {
        load(failing(new IOException("disk on fire")), "x.a");
        check("unreadable");
    }

    @Test
    void reportsFileThatDoesNotFitMemory() {
        load(failing(null), "x.a");
        check("large");
    }

    private static Root failing(@Nullable IOException e) {
        return new Root() {
            @Override
            public Optional<byte[]> read(String importPath) throws IOException {
                if (e == null) {
                    throw new OutOfMemoryError();
                }
                throw e;
            }

            @Override
            public String describe() {
                return "failing";
            }
        };
    }

    @Test
    void marksFilesThatLackSomething() {
        file("x.a", "y.a");
        file("y.a", "z.a");
        file("z.a", "!");
        file("w.a");
        List<ParsedFile> loaded = load("x.a", "w.a");
        assertEquals(
                List.of(false, false, false, true),
                loaded.stream().map(ParsedFile::complete).toList());
        assertTrue(diagnostics.hasErrors());
    }

    @Test
    void readsEachFileOnce() {
        file("x.a", "y.a", "y.a");
        file("y.a");
        List<ParsedFile> loaded = load("x.a", "y.a");
        assertEquals(List.of("y.a", "x.a"), paths(loaded));
        assertEquals(2, loaded.get(1).imports().size());
    }
}

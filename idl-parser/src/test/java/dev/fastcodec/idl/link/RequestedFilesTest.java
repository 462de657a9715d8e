package dev.fastcodec.idl.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fastcodec.idl.Golden;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequestedFilesTest {
    @TempDir
    Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name : List.of("one/x/a.proto", "two/x/a.proto", "two/b.proto", "out/c.proto", "out/c.thrift")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
    }

    private RequestedFiles.Mapped map(String... files) {
        SourcePath path = SourcePath.ofFolders(folder.resolve("one"), folder.resolve("two"));
        return RequestedFiles.map(Arrays.asList(files), path, diagnostics);
    }

    private String onDisk(String name) {
        return folder.resolve(name).toString();
    }

    private void check(String golden) {
        String text = new Renderer(Renderer.Format.TEXT).render(diagnostics).replace(folder.toString(), "DIR");
        Golden.check(Golden.RESOURCES.resolve("link/request/" + golden + ".errors.txt"), text);
    }

    @Test
    void mapsFilesToTheirPathBelowTheFirstRoot() {
        assertEquals(
                List.of("x/a.proto", "b.proto"),
                map(onDisk("one/x/a.proto"), onDisk("two/b.proto")).importPaths());
    }

    @Test
    void takesImportPaths() {
        assertEquals(List.of("x/a.proto"), map("x/a.proto").importPaths());
    }

    @Test
    void takesWellKnownTypes() {
        assertEquals(
                List.of("google/protobuf/any.proto"),
                map("google/protobuf/any.proto").importPaths());
    }

    @Test
    void takesEachFileOnce() {
        assertEquals(
                List.of("b.proto"),
                map("b.proto", onDisk("two/b.proto"), onDisk("two/x/../b.proto"))
                        .importPaths());
    }

    @Test
    void refusesShadowedFile() {
        assertEquals(List.of(), map(onDisk("two/x/a.proto")).importPaths());
        check("shadowed");
    }

    @Test
    void refusesFileUnderNoRoot() {
        assertEquals(List.of(), map(onDisk("out/c.proto")).importPaths());
        check("no-root");
    }

    @Test
    void makesFolderOfThriftFileARoot() throws IOException {
        RequestedFiles.Mapped mapped = map(onDisk("out/c.thrift"));
        assertEquals(List.of("c.thrift"), mapped.importPaths());
        assertEquals(
                folder.resolve("out").toString(),
                mapped.path().find("c.thrift").orElseThrow().place());
        assertFalse(diagnostics.hasErrors());
    }

    @Test
    void refusesMissingFile() {
        assertEquals(List.of(), map("none.proto").importPaths());
        check("missing");
    }

    @Test
    void refusesFolder() {
        assertEquals(List.of(), map(onDisk("two/x")).importPaths());
        check("folder");
    }

    @Test
    void refusesNameThatNoFileCanHave() {
        assertEquals(List.of(), map("a\0.proto").importPaths());
        check("bad-name");
    }
}

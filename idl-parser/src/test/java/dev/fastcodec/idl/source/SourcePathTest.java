package dev.fastcodec.idl.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcePathTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return jar;
    }

    private static String text(Optional<FoundFile> file) {
        return new String(file.orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void takesTheFirstRootThatHasAFile() throws IOException {
        file("one/a.proto", "1");
        file("two/a.proto", "2");
        file("two/b.proto", "2");
        try (SourcePath path = SourcePath.ofFolders(folder.resolve("one"), folder.resolve("two"))) {
            assertEquals("1", text(path.find("a.proto")));
            assertEquals("2", text(path.find("b.proto")));
            assertEquals(
                    folder.resolve("two").toString(),
                    path.find("b.proto").orElseThrow().place());
        }
    }

    @Test
    void findsNothingInMissingRoots() throws IOException {
        List<Root> roots = List.of(Roots.folder(folder.resolve("no")), Roots.jar(folder.resolve("no.jar")));
        try (SourcePath path = SourcePath.of(roots)) {
            assertEquals(Optional.empty(), path.find("a.proto"));
        }
    }

    @Test
    void readsInsideJars() throws IOException {
        Path jar = jar("a.jar", Map.of("x/a.proto", "in jar"));
        try (SourcePath path = SourcePath.of(List.of(Roots.jar(jar)))) {
            assertEquals("in jar", text(path.find("x/a.proto")));
            assertEquals(Optional.empty(), path.find("x/"));
            assertEquals(Optional.empty(), path.file("x/a.proto"));
        }
    }

    @Test
    void opensClosedJarAgain() throws IOException {
        Path jar = jar("a.jar", Map.of("a.proto", "1"));
        SourcePath path = SourcePath.of(List.of(Roots.jar(jar)));
        assertEquals("1", text(path.find("a.proto")));
        path.close();
        assertEquals("1", text(path.find("a.proto")));
        path.close();
    }

    @Test
    void refusesBrokenJar() throws IOException {
        Path jar = file("a.jar", "no zip");
        try (SourcePath path = SourcePath.of(List.of(Roots.jar(jar)))) {
            assertThrows(IOException.class, () -> path.find("a.proto"));
        }
    }

    @Test
    void readsFromMemory() throws IOException {
        try (SourcePath path = SourcePath.of(List.of(Roots.memory(Map.of("a.proto", "\u4e2d"))))) {
            assertArrayEquals(
                    "\u4e2d".getBytes(StandardCharsets.UTF_8),
                    path.find("a.proto").orElseThrow().bytes());
        }
    }

    @Test
    void refusesFolderAsFile() throws IOException {
        Files.createDirectories(folder.resolve("a.proto"));
        try (SourcePath path = SourcePath.ofFolders(folder)) {
            assertThrows(FileSystemException.class, () -> path.find("a.proto"));
        }
    }

    @Test
    void ignoresNamesThatNoFileCanHave() throws IOException {
        try (SourcePath path = SourcePath.ofFolders(folder)) {
            assertEquals(Optional.empty(), path.find("a\0.proto"));
        }
    }

    @Test
    void hasTheWellKnownTypesLast() throws IOException {
        try (SourcePath path = SourcePath.ofFolders()) {
            for (String name : List.of(
                    "any",
                    "api",
                    "descriptor",
                    "duration",
                    "empty",
                    "field_mask",
                    "source_context",
                    "struct",
                    "timestamp",
                    "type",
                    "wrappers")) {
                assertTrue(text(path.find("google/protobuf/" + name + ".proto")).contains("package google.protobuf;"));
            }
            assertEquals(Optional.empty(), path.find("google/protobuf/none.proto"));
        }
    }

    @Test
    void prefersOwnCopyOfWellKnownType() throws IOException {
        file("google/protobuf/any.proto", "mine");
        try (SourcePath path = SourcePath.ofFolders(folder)) {
            assertEquals("mine", text(path.find("google/protobuf/any.proto")));
        }
    }

    @Test
    void tellsTheFileOnDisk() throws IOException {
        Path file = file("x/a.proto", "");
        try (SourcePath path = SourcePath.ofFolders(folder)) {
            assertEquals(Optional.of(file), path.file("x/a.proto"));
        }
    }

    @Test
    void describesItsRootsInOrder() {
        try (SourcePath path = SourcePath.of(List.of(Roots.folder(Path.of("")), Roots.jar(Path.of("lib", "a.jar"))))) {
            assertEquals("., " + Path.of("lib", "a.jar") + ", the well-known types", path.describe());
        }
    }

    @Test
    void knowsFilesByThePathBelowTheRoot() {
        Root root = Roots.folder(folder);
        assertEquals(
                Optional.of("x/a.proto"), root.importPath(folder.resolve("x").resolve("a.proto")));
        assertEquals(
                Optional.of("a.proto"),
                root.importPath(folder.resolve("x").resolve("..").resolve("a.proto")));
        assertEquals(Optional.empty(), root.importPath(folder.resolveSibling("a.proto")));
    }
}

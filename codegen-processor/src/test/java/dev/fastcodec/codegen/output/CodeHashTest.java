package dev.fastcodec.codegen.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.idl.Idl;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generator that was built again with other code is another one, whatever its version. */
class CodeHashTest {
    @TempDir
    Path folder;

    @Test
    void foldersDifferByNamesAndContent() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/a"));
        Path one = Files.writeString(classes.resolve("One.class"), "one");
        String before = CodeHash.of(folder);
        Files.setLastModifiedTime(one, FileTime.fromMillis(1_000_000_000_000L));
        assertEquals(before, CodeHash.of(folder));
        Files.writeString(one, "One");
        String changed = CodeHash.of(folder);
        assertNotEquals(before, changed);
        Files.move(one, classes.resolve("Two.class"));
        assertNotEquals(changed, CodeHash.of(folder));
    }

    @Test
    void jarsDifferByNamesAndContent() throws IOException {
        String before = CodeHash.of(jar("a.jar", 1_000_000_000_000L, "A", "a", "B", "b"));
        assertEquals(before, CodeHash.of(jar("b.jar", 1_500_000_000_000L, "B", "b", "A", "a")));
        assertNotEquals(before, CodeHash.of(jar("c.jar", 1_000_000_000_000L, "A", "a", "B", "c")));
        assertNotEquals(before, CodeHash.of(jar("d.jar", 1_000_000_000_000L, "A", "a", "C", "b")));
    }

    private Path jar(String name, long time, String... entries) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < entries.length; i += 2) {
                ZipEntry entry = new ZipEntry(entries[i]);
                entry.setTime(time);
                out.putNextEntry(entry);
                out.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }

    /** The code that makes the schema is as much of it as that which makes the text. */
    @Test
    void buildsAreToldApartByAllCode() throws IOException, URISyntaxException {
        assertEquals("1.0", Version.build("1.0"), "there is one build of a release");
        for (Class<?> part : List.of(Version.class, Idl.class)) {
            Path code = Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI());
            assertTrue(Version.build("1.0-SNAPSHOT").contains(CodeHash.of(code)), code::toString);
        }
    }
}

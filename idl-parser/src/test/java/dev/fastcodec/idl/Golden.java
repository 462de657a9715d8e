package dev.fastcodec.idl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Compares with files of expected text under {@code src/test/resources}; {@code -Dgolden.update=true} rewrites them. */
public final class Golden {
    /** Where all cases and goldens are. */
    public static final Path RESOURCES = Path.of("src/test/resources");

    private Golden() {}

    /** Compares a text with a golden; empty text means that there must be no golden. */
    public static void check(Path golden, String actual) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                update(golden, actual);
            } else if (actual.isEmpty()) {
                assertFalse(Files.exists(golden), () -> "nothing to compare with " + golden);
            } else {
                String expected = Files.exists(golden) ? Files.readString(golden, StandardCharsets.UTF_8) : "";
                assertEquals(expected, actual, () -> golden + ", rewritten by -Dgolden.update=true");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void update(Path golden, String actual) throws IOException {
        if (actual.isEmpty()) {
            Files.deleteIfExists(golden);
        } else {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual, StandardCharsets.UTF_8);
        }
    }

    /** The files and folders in a folder of resources, sorted by name. */
    public static List<Path> list(String folder) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.fastcodec.golden.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of expected text; {@code -Dgolden.update=true} writes what is there in place of comparing. */
public final class Golden {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private Golden() {}

    /** Compares a text with the golden file. */
    public static void check(Path golden, String actual) throws IOException {
        if (UPDATE) {
            Files.createDirectories(golden.toAbsolutePath().getParent());
            Files.writeString(golden, actual);
        }
        String expected = Files.exists(golden) ? Files.readString(golden) : "";
        assertEquals(expected, actual, "differs from " + golden + ", which -Dgolden.update=true rewrites");
    }

    /** Deletes a golden file that nothing is compared with any more, or fails because it is there. */
    public static void checkNone(Path golden) throws IOException {
        if (UPDATE) {
            Files.deleteIfExists(golden);
        }
        assertEquals(false, Files.exists(golden), golden + " is not generated any more");
    }
}

package dev.fastcodec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher runs once to fill its archive of classes. */
class WarmUpTest {
    private static final String IDL = "src/main/warmup";

    @TempDir
    Path folder;

    @Test
    void compilesItsFilesInAllWays() throws IOException {
        List<String> failed = WarmUp.run(folder, List.of(IDL));
        assertEquals(List.of("protoc no-such-file.proto"), failed);
        assertTrue(Files.size(folder.resolve("set.pb")) > 10_000);
    }
}

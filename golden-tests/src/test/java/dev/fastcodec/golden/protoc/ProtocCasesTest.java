package dev.fastcodec.golden.protoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fastcodec.golden.support.Golden;
import dev.fastcodec.golden.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case does what its golden says, and what protoc does. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the plugins of the cases are scripts")
class ProtocCasesTest {
    private static final Path CASES = Path.of("src/test/resources/protoc");

    @TempDir
    Path work;

    @TempDir
    Path outside;

    static List<ProtocCase> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            List<ProtocCase> cases = folders.filter(Files::isDirectory)
                    .sorted()
                    .map(ProtocCase::new)
                    .toList();
            assertFalse(cases.isEmpty());
            return cases;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesWhatIsExpected(ProtocCase theCase) throws IOException {
        Golden.check(theCase.expected(), theCase.ours(work).text());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesWhatProtocDoes(ProtocCase theCase) throws Exception {
        Path protoc = Tools.protocWithWellKnownTypes();
        Ran ours = theCase.ours(Files.createDirectory(outside.resolve("work")));
        Ran theirs = theCase.theirs(protoc, work, outside);
        assertEquals(theCase.compared(theirs).text(), theCase.compared(ours).text());
    }
}

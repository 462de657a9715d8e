package dev.fastcodec.idl.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.idl.Golden;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.diag.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the list of checks is broken by its probe, and that is reported under its name. */
final class ThriftChecksTest {
    private static final Path FOLDER = Golden.RESOURCES.resolve("probes");

    /** A row of the list. */
    record Rule(String rule, boolean refused, String probe, Problem problem) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static List<Rule> rules() throws IOException {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("checks.md"), StandardCharsets.UTF_8)) {
            return lines.filter(l -> l.startsWith("| ") && !l.startsWith("| rule "))
                    .map(l -> Arrays.stream(l.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList())
                    .map(c -> new Rule(c.get(0), c.get(1).equals("refuse"), c.get(2), Problem.valueOf(c.get(3))))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isChecked(Rule rule) {
        Probe probe = ProbeFile.all(FOLDER).stream()
                .flatMap(f -> f.probes().stream())
                .filter(p -> p.name().equals(rule.probe()))
                .findFirst()
                .orElseThrow();
        Ours ours = Ours.of(probe);
        assertTrue(ours.problems().contains(rule.problem()), ours.reports());
        assertEquals(rule.refused(), rule.problem().severity() == Severity.ERROR);
    }
}

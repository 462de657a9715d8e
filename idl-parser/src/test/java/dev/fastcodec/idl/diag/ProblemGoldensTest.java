package dev.fastcodec.idl.diag;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.idl.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ProblemGoldensTest {
    /** Reported by other modules, whose tests show them. */
    private static final Set<Problem> ELSEWHERE = EnumSet.of(
            Problem.OUTPUT_UNWRITABLE, Problem.WARNINGS_FATAL, Problem.BASE_WITHOUT_CLASS, Problem.BASE_NEEDS_SERVICES);

    private static final List<String> LINES = lines();

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Golden.RESOURCES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".errors.txt")).toList()) {
                lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return lines;
    }

    @ParameterizedTest
    @EnumSource
    void hasGolden(Problem problem) {
        Pattern pattern = pattern(problem);
        assertTrue(
                ELSEWHERE.contains(problem)
                        || LINES.stream().anyMatch(l -> pattern.matcher(l).matches()),
                () -> "no *.errors.txt has " + problem);
    }

    private static Pattern pattern(Problem problem) {
        String text = Stream.of(problem.template().split("%[0-9]*[sdX]", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        String label = problem.severity() == Severity.WARNING ? Pattern.quote(" [" + problem.label() + "]") : "";
        return Pattern.compile("(.* )?" + problem.severity().label() + ": " + text + label);
    }
}

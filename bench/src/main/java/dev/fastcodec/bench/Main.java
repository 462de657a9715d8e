package dev.fastcodec.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/** Measures this project beside its peers, prints a table, and writes it with a picture and JMH's JSON. */
public final class Main {
    private Main() {}

    /**
     * Runs.
     *
     * @param args the folder for results, then optionally {@code --quick} or {@code --cpu}, then optionally a regular expression: only cases in whose
     *     names it is found are measured
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        if (rest.isEmpty()) {
            out.println("usage: Main RESULTS [--quick | --cpu] [REGEX]");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(rest.remove()));
        String mode = rest.isEmpty() || !rest.peek().startsWith("--") ? "" : rest.remove();
        Pattern only = Pattern.compile(rest.isEmpty() ? "" : rest.remove());
        for (Shape shape : Shape.values()) {
            Agreement.check(shape, 0);
        }
        String jdk = "jdk-" + Runtime.version().feature();
        switch (mode) {
            case "--cpu" -> {
                Map<Case, Score> scores = CpuTime.of(chosen(Case.forCpuTime(), only), out);
                write(
                        out,
                        folder,
                        "cpu-" + jdk,
                        "ns of one thread's processor time",
                        "half of the middle half's range",
                        scores);
            }
            case "--quick" -> {
                List<Case> essential =
                        Case.all().stream().filter(Case::essential).toList();
                time(out, folder, "quick-" + jdk, Measurement.QUICK, chosen(essential, only));
            }
            default -> time(out, folder, jdk, Measurement.FULL, chosen(Case.all(), only));
        }
    }

    private static List<Case> chosen(List<Case> cases, Pattern only) {
        return cases.stream().filter(c -> only.matcher(c.toString()).find()).toList();
    }

    private static void time(PrintStream out, Path folder, String name, Measurement measurement, List<Case> cases)
            throws Exception {
        Map<Case, RunResult> results = measurement.of(cases, out);
        writeJson(folder.resolve(name + ".json"), results);
        Map<Case, Score> scores = new LinkedHashMap<>();
        results.forEach((each, result) -> scores.put(each, Score.of(result)));
        write(out, folder, name, "ns", "half of the 99.9 % interval", scores);
    }

    private static void write(
            PrintStream out, Path folder, String name, String unit, String error, Map<Case, Score> scores)
            throws IOException {
        List<Comparison> comparisons = Comparison.of(scores);
        String table =
                Table.of("%s; %s per message: median, and %s".formatted(environment(), unit, error), comparisons);
        Files.writeString(folder.resolve(name + ".txt"), table);
        Files.writeString(folder.resolve(name + ".svg"), Picture.of(environment(), comparisons));
        out.print("\n" + table + "\nWritten: " + folder.resolve(name) + ".*\n");
    }

    private static String environment() {
        return "JDK %s on %s, %d processors"
                .formatted(
                        Runtime.version(),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors());
    }

    private static void writeJson(Path file, Map<Case, RunResult> results) throws IOException {
        try (PrintStream json = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, json).writeOut(results.values());
        }
    }
}

package dev.fastcodec.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/** Measures this project beside its peers, prints a table, and writes it with a picture and JMH's JSON. */
public final class Main {
    private Main() {}

    /**
     * Runs.
     *
     * @param args the folder for results, then optionally {@code --quick}
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean quick = args.length == 2 && args[1].equals("--quick");
        if (args.length == 0 || args.length > (quick ? 2 : 1)) {
            out.println("usage: Main RESULTS [--quick]");
            System.exit(2);
        }
        for (Shape shape : Shape.values()) {
            Agreement.check(shape, 0);
        }
        List<Case> cases =
                Case.all().stream().filter(c -> !quick || c.essential()).toList();
        Map<Case, RunResult> results = (quick ? Measurement.QUICK : Measurement.FULL).of(cases, out);
        List<Comparison> comparisons = Comparison.of(results);
        String table = Table.of(environment(), comparisons);
        out.print("\n" + table);
        Path folder = Files.createDirectories(Path.of(args[0]));
        String name = (quick ? "quick-" : "") + "jdk-" + Runtime.version().feature();
        Files.writeString(folder.resolve(name + ".txt"), table);
        Files.writeString(folder.resolve(name + ".svg"), Picture.of(environment(), comparisons));
        writeJson(folder.resolve(name + ".json"), results);
        out.println("\nWritten: " + folder.resolve(name) + ".txt, .svg, .json");
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

package dev.fastcodec.bench;

import dev.fastcodec.cli.Main;
import dev.fastcodec.cli.protoc.Console;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures {@code fastcodec protoc} beside protoc: all files of a folder in one call, with imports, places and comments. The two
 * take turns, so that both meet the same load of the machine, and their descriptor sets must be equal.
 */
public final class ProtocBench {
    private static final List<String> WELL_KNOWN = List.of(
            "any",
            "api",
            "descriptor",
            "duration",
            "empty",
            "field_mask",
            "java_features",
            "source_context",
            "struct",
            "timestamp",
            "type",
            "wrappers");
    private static final int WARMING = 12;

    private final String protoc;
    private final String launcher;
    private final Path work;
    private final int rounds;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private ProtocBench(String protoc, String launcher, Path work, int rounds) {
        this.protoc = protoc;
        this.launcher = launcher;
        this.work = work;
        this.rounds = rounds;
    }

    /**
     * Runs.
     *
     * @param args protoc, the launcher, the number of rounds, then folders of {@code .proto} files
     */
    public static void main(String[] args) throws Exception {
        if (args.length < 4) {
            System.err.println("usage: ProtocBench PROTOC LAUNCHER ROUNDS FOLDER...");
            System.exit(2);
        }
        Path work = Files.createTempDirectory("fastcodec-bench");
        try {
            ProtocBench bench = new ProtocBench(args[0], args[1], work, Integer.parseInt(args[2]));
            bench.run(Stream.of(args).skip(3).map(Path::of).toList());
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run(List<Path> folders) throws IOException, InterruptedException {
        Path wellKnown = wellKnown();
        out.println("JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
                + " processors; medians of " + rounds + " rounds in turns, [least to most]");
        out.println("| files | | protoc | fastcodec | ratio |");
        out.println("|---|---|---|---|---|");
        Path one = Files.createDirectories(work.resolve("one"));
        Files.writeString(
                one.resolve("one.proto"),
                "syntax = \"proto3\";\nimport \"google/protobuf/timestamp.proto\";\n"
                        + "message One { google.protobuf.Timestamp at = 1; }\n");
        cold("one small file", one, wellKnown, List.of("one.proto"));
        for (Path folder : folders) {
            List<String> names = names(folder);
            long bytes = 0;
            for (String name : names) {
                bytes += Files.size(folder.resolve(name));
            }
            String label =
                    String.format(Locale.ROOT, "%s: %d, %.1f MB", folder.getFileName(), names.size(), bytes / 1e6);
            List<String> compiled = cold(label, folder, wellKnown, names);
            warm(label, compiled);
        }
    }

    /** protoc's own copies lie in no archive of it. */
    private Path wellKnown() throws IOException {
        Path folder = work.resolve("include");
        Root root = Roots.wellKnown();
        for (String name : WELL_KNOWN) {
            String path = "google/protobuf/" + name + ".proto";
            Optional<byte[]> text = root.read(path);
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, text.orElseThrow());
        }
        return folder;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".proto"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Processes that start, compile and end; returns the arguments. */
    private List<String> cold(String label, Path folder, Path wellKnown, List<String> names)
            throws IOException, InterruptedException {
        Path list = work.resolve("names");
        Files.write(list, names);
        List<String> arguments =
                List.of("-I" + folder, "-I" + wellKnown, "--include_imports", "--include_source_info", "@" + list);
        Samples theirs = new Samples();
        Samples ours = new Samples();
        Path theirSet = work.resolve("theirs");
        Path ourSet = work.resolve("ours");
        List<String> theirCommand = command(List.of(protoc), arguments, theirSet);
        List<String> ourCommand = command(List.of(launcher, "protoc"), arguments, ourSet);
        for (int round = 0; round < rounds; round++) {
            theirs.seconds.add(CompilerRun.seconds(theirCommand));
            ours.seconds.add(CompilerRun.seconds(ourCommand));
            theirs.add(CompilerRun.use(theirCommand));
            ours.add(CompilerRun.use(ourCommand));
        }
        same(theirSet, ourSet);
        row(label, "cold, wall s", theirs.seconds, ours.seconds);
        row(label, "cold, processor s", theirs.processor, ours.processor);
        row(label, "cold, peak MB", theirs.megabytes, ours.megabytes);
        return arguments;
    }

    /** Calls in this process, which has made many before. */
    private void warm(String label, List<String> arguments) throws IOException, InterruptedException {
        Path set = work.resolve("warm");
        List<Double> theirs = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int round = -WARMING; round < rounds; round++) {
            double took = call(command(List.of("protoc"), arguments, set));
            if (round >= 0) {
                ours.add(took);
                theirs.add(CompilerRun.seconds(command(List.of(protoc), arguments, work.resolve("theirs"))));
            }
        }
        same(work.resolve("theirs"), set);
        row(label, "warm, wall s", theirs, ours);
    }

    private static double call(List<String> words) {
        StringWriter said = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new PrintWriter(said),
                Path.of(""),
                Map.of());
        long start = System.nanoTime();
        int exit = Main.run(console, words.toArray(String[]::new));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException("fastcodec failed: " + said);
        }
        return seconds;
    }

    private static List<String> command(List<String> program, List<String> arguments, Path set) {
        List<String> words = new ArrayList<>(program);
        words.add("-o" + set);
        words.addAll(arguments);
        return words;
    }

    private static void same(Path theirs, Path ours) throws IOException {
        if (Files.mismatch(theirs, ours) >= 0) {
            throw new IllegalStateException("the descriptor sets differ");
        }
    }

    private void row(String label, String what, List<Double> theirs, List<Double> ours) {
        double ratio = median(ours) / median(theirs);
        out.printf(Locale.ROOT, "| %s | %s | %s | %s | %s |%n", label, what, text(theirs), text(ours), number(ratio));
    }

    private static String text(List<Double> samples) {
        double least = samples.stream().mapToDouble(d -> d).min().orElse(Double.NaN);
        double most = samples.stream().mapToDouble(d -> d).max().orElse(Double.NaN);
        return number(median(samples)) + " [" + number(least) + " to " + number(most) + "]";
    }

    /** A dash for what was too short to be seen. */
    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
    }

    private static double median(List<Double> samples) {
        double[] sorted = samples.stream().mapToDouble(d -> d).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static final class Samples {
        final List<Double> seconds = new ArrayList<>();
        final List<Double> processor = new ArrayList<>();
        final List<Double> megabytes = new ArrayList<>();

        void add(CompilerRun.Use use) {
            processor.add(use.processor());
            megabytes.add(use.megabytes());
        }
    }
}

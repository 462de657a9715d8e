package dev.fastcodec.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures with the processor's time of one thread, which others on the same machine take nothing of. Those who are compared have a JVM each and take
 * turns of 40 ms, so that a processor that is slow for a while is so for all of them. Time of the compiler's and the collector's threads does not count.
 */
final class CpuTime {
    private static final int ROUNDS = 25;

    private CpuTime() {}

    /** Measures the cases and tells of each as it is done. The results are in the order of the cases. */
    static Map<Case, Score> of(List<Case> cases, PrintStream progress) throws IOException {
        Map<List<Object>, List<Case>> groups = new LinkedHashMap<>();
        for (Case each : cases) {
            List<Object> key = List.of(
                    each.operation(),
                    each.shape(),
                    each.messages(),
                    each.contender().wire());
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(each);
        }
        Map<Case, Score> results = new LinkedHashMap<>();
        for (List<Case> group : groups.values()) {
            measure(group).forEach((each, score) -> {
                results.put(each, score);
                progress.printf("%3d of %d  %-60s %10.1f ns%n", results.size(), cases.size(), each, score.median());
            });
        }
        return results;
    }

    private static Map<Case, Score> measure(Collection<Case> group) throws IOException {
        Map<Case, Child> children = new LinkedHashMap<>();
        try {
            for (Case each : group) {
                children.put(each, new Child(each));
            }
            Map<Case, List<Double>> times = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                children.forEach((each, child) ->
                        times.computeIfAbsent(each, c -> new ArrayList<>()).add(child.round()));
            }
            Map<Case, Score> scores = new LinkedHashMap<>();
            times.forEach((each, all) -> scores.put(each, Score.ofRounds(all)));
            return scores;
        } finally {
            children.values().forEach(Child::close);
        }
    }

    /** A {@link Worker} in a JVM of its own, warmed up. */
    private static final class Child implements AutoCloseable {
        private final Process process;
        private final BufferedReader answers;

        Child(Case work) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(Measurement.flags());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
            command.addAll(work.arguments());
            process = new ProcessBuilder(command).start();
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            answer();
        }

        double round() {
            try {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
                return answer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private double answer() throws IOException {
            String line = answers.readLine();
            if (line == null) {
                throw new IOException(new String(process.getErrorStream().readAllBytes(), Charset.defaultCharset()));
            }
            return Double.parseDouble(line);
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}

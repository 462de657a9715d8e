package dev.fastcodec.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How long to measure. All cases are measured in rounds, so that a shared machine that is slow for a minute is not slow for
 * one contender only.
 *
 * @param rounds how often each case is measured, each time in a new JVM
 * @param warmUp milliseconds that do not count; in less than a second C2 is not done with the larger methods
 * @param iterations how many times half a second counts in each JVM
 */
record Measurement(int rounds, int warmUp, int iterations) {
    /** To be believed; half an hour. */
    static final Measurement FULL = new Measurement(3, 2000, 4);

    /** For a first impression; four minutes. */
    static final Measurement QUICK = new Measurement(1, 1500, 3);

    /** Measures the cases and tells of each as it is done. The results are in the order of the cases. */
    Map<Case, RunResult> of(List<Case> cases, PrintStream progress) throws RunnerException {
        Map<Case, RunResult> results = new LinkedHashMap<>();
        int done = 0;
        for (int round = 0; round < rounds; round++) {
            for (Case each : cases) {
                RunResult result = new Runner(options(each)).runSingle();
                results.merge(each, result, Measurement::together);
                progress.printf(
                        "%3d of %d  %-15s %-8s %5d  %-18s %10.1f ns%n",
                        ++done,
                        rounds * cases.size(),
                        each.operation().method(),
                        each.shape(),
                        each.messages(),
                        each.contender(),
                        Score.of(result).median());
            }
        }
        return results;
    }

    private static RunResult together(RunResult a, RunResult b) {
        List<BenchmarkResult> all = new ArrayList<>(a.getBenchmarkResults());
        all.addAll(b.getBenchmarkResults());
        return new RunResult(a.getParams(), all);
    }

    /** What each JVM that measures is started with. */
    static List<String> flags() {
        List<String> flags =
                new ArrayList<>(List.of("-Xms1g", "-Xmx1g", "-Xmn64m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch"));
        if (Runtime.version().feature() >= 23) {
            // JMH and the peers use it; without this the JVM warns about it again and again.
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return flags;
    }

    private Options options(Case each) {
        return new OptionsBuilder()
                .include("^%s\\.%s$"
                        .formatted(CodecBench.class.getName(), each.operation().method()))
                .param("shape", each.shape().name())
                .param("contender", each.contender().name())
                .param("messages", Integer.toString(each.messages()))
                .forks(1)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(warmUp))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(500))
                .jvmArgs(flags().toArray(String[]::new))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }
}

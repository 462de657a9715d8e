package dev.fastcodec.bench.rpc;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Echoes of 1 KiB on loopback, 100 calls at a time, by ours and by other libraries. Each has a server and a client in processes of their own; those who are
 * compared take turns. Not JMH, because what counts are the calls of many threads, how long the slowest take, and the time of all processors.
 */
public final class RpcBench {
    /** How many calls there are at a time. */
    static final int CALLS = 100;

    private static final int WARM_UP = 4;

    private final PrintStream out;
    private final int seconds;
    private final int rounds;

    private RpcBench(PrintStream out, int seconds, int rounds) {
        this.out = out;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    /** @param args seconds of a round, rounds of each that count, what must be found in a group's title, and the program of Kitex when there is one */
    public static void main(String[] args) throws IOException {
        RpcBench bench = new RpcBench(System.out, Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        Pattern only = Pattern.compile(args[2]);
        @Nullable String kitex = args.length > 3 ? args[3] : null;
        bench.out.printf(
                Locale.ROOT,
                "JDK %s, %d processors; echo of 1 KiB, %d at a time; %d rounds of %d s; medians (lowest to highest)%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                CALLS,
                bench.rounds,
                bench.seconds);
        for (Group group : Group.all(kitex)) {
            if (only.matcher(group.title()).find()) {
                bench.run(group);
            }
        }
    }

    private void run(Group group) throws IOException {
        List<Pairing> all = new ArrayList<>();
        try {
            for (Contender each : group.ours()) {
                all.add(new Pairing(each));
            }
            for (Contender each : group.peers()) {
                all.add(new Pairing(each));
            }
            for (int i = -WARM_UP; i < rounds; i++) {
                for (Pairing each : all) {
                    each.run(seconds, i >= 0);
                }
            }
        } finally {
            all.forEach(Pairing::close);
        }
        report(group, all);
    }

    private void report(Group group, List<Pairing> all) {
        out.printf(
                Locale.ROOT,
                "%n%s%n  %-20s %26s %22s %22s %40s%n",
                group.title(),
                "",
                "calls/s",
                "p50 us",
                "p99 us",
                "CPU us/call (server + client)");
        for (Pairing each : all) {
            out.printf(
                    Locale.ROOT,
                    "  %-20s %26s %22s %22s %40s%n",
                    each.name(),
                    spread("%.0f", each.each(Pairing.Round::throughput)),
                    spread("%.0f", each.each(Pairing.Round::p50)),
                    spread("%.0f", each.each(Pairing.Round::p99)),
                    spread("%.1f", each.each(Pairing.Round::cpu))
                            + " (%.1f + %.1f)"
                                    .formatted(
                                            median(each.each(Pairing.Round::server)),
                                            median(each.each(Pairing.Round::client))));
        }
        int ours = group.ours().size();
        for (Pairing mine : all.subList(0, ours)) {
            for (Pairing theirs : all.subList(ours, all.size())) {
                out.printf(
                        Locale.ROOT,
                        "  %s / %s: calls/s %s, p50 %s, p99 %s, CPU %s%n",
                        mine.name(),
                        theirs.name(),
                        ratio(mine, theirs, Pairing.Round::throughput),
                        ratio(mine, theirs, Pairing.Round::p50),
                        ratio(mine, theirs, Pairing.Round::p99),
                        ratio(mine, theirs, Pairing.Round::cpu));
            }
        }
        out.flush();
    }

    /** Of the ratios of rounds that were neighbours. */
    private static String ratio(Pairing ours, Pairing theirs, ToDoubleFunction<Pairing.Round> number) {
        double[] ratios = ours.each(number);
        double[] divisors = theirs.each(number);
        Arrays.setAll(ratios, i -> ratios[i] / divisors[i]);
        return spread("%.2f", ratios);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String spread(String format, double[] values) {
        String all = format + " (" + format + " to " + format + ")";
        return String.format(
                Locale.ROOT,
                all,
                median(values),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
    }
}

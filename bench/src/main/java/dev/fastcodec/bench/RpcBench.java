package dev.fastcodec.bench;

import com.sun.management.OperatingSystemMXBean;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Echoes of 1 KiB over grpc-java on loopback, 100 calls at a time on one connection, with our stubs and handlers and with those of
 * protoc-gen-grpc-java, taking turns in one process. Arguments: seconds of a round, and rounds of each. Not JMH, because what counts are the calls of
 * many threads, how long the slowest take, and the time of all processors, that of the server included.
 */
public final class RpcBench {
    private static final int CALLS = 100;
    private static final String TEXT = "0123456789abcdef".repeat(64);
    private static final int WARM_UP = 3;

    private RpcBench() {}

    /** One round of a contender: calls per second, microseconds. */
    private record Round(double throughput, double p99, double cpu) {}

    /** How calls are made. */
    private enum Way {
        /** A hundred threads, each of which waits for its call. */
        WAITING,
        /** A hundred calls, each of which begins the next when it ends. */
        ASYNC
    }

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        PrintStream out = System.out;
        out.printf(Locale.ROOT, "JDK %s, %d rounds of %d s each%n", Runtime.version(), rounds, seconds);
        for (Way way : Way.values()) {
            Map<EchoCalls, List<Round>> measured = new EnumMap<>(EchoCalls.class);
            for (int i = -WARM_UP; i < rounds; i++) {
                for (EchoCalls contender : EchoCalls.values()) {
                    Round round = run(contender, way, seconds);
                    if (i >= 0) {
                        measured.computeIfAbsent(contender, c -> new ArrayList<>())
                                .add(round);
                    }
                }
            }
            report(out, way, measured);
        }
    }

    private static void report(PrintStream out, Way way, Map<EchoCalls, List<Round>> measured) {
        out.printf(Locale.ROOT, "%s, medians of the rounds%n", way.name().toLowerCase(Locale.ROOT));
        measured.forEach((contender, rounds) -> out.printf(
                Locale.ROOT,
                "  %-10s %8.0f calls/s  p99 %6.0f us  CPU %6.1f us/call%n",
                contender.name().toLowerCase(Locale.ROOT),
                median(rounds, Round::throughput),
                median(rounds, Round::p99),
                median(rounds, Round::cpu)));
        List<Round> ours = measured.getOrDefault(EchoCalls.FASTCODEC, List.of());
        List<Round> theirs = measured.getOrDefault(EchoCalls.GRPC_JAVA, List.of());
        out.printf(
                Locale.ROOT,
                "  ours / theirs: calls/s %s, p99 %s, CPU %s%n",
                ratio(ours, theirs, Round::throughput),
                ratio(ours, theirs, Round::p99),
                ratio(ours, theirs, Round::cpu));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The median of the ratios of rounds that were neighbours, and the lowest and highest of them. */
    private static String ratio(List<Round> ours, List<Round> theirs, ToDoubleFunction<Round> value) {
        double[] ratios = new double[ours.size()];
        Arrays.setAll(ratios, i -> value.applyAsDouble(ours.get(i)) / value.applyAsDouble(theirs.get(i)));
        Arrays.sort(ratios);
        return String.format(
                Locale.ROOT, "%.2f (%.2f to %.2f)", ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
    }

    private static Round run(EchoCalls contender, Way way, int seconds) throws IOException, InterruptedException {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addServices(contender.services())
                .build()
                .start();
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        server.getListenSockets().get(0))
                .usePlaintext()
                .build();
        try {
            return measure(contender.client(channel), way, TimeUnit.SECONDS.toNanos(seconds));
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
            channel.awaitTermination(1, TimeUnit.MINUTES);
            server.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private static Round measure(EchoCalls.Client client, Way way, long nanos) throws InterruptedException {
        check(client.call(TEXT));
        Latencies latencies = new Latencies();
        CountDownLatch ended = new CountDownLatch(CALLS);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            if (way == Way.WAITING) {
                new Thread(() -> wait(client, latencies, start + nanos, ended)).start();
            } else {
                next(client, latencies, start + nanos, ended);
            }
        }
        ended.await();
        long time = System.nanoTime() - start;
        long used = system.getProcessCpuTime() - cpu;
        double calls = latencies.count();
        return new Round(calls / time * 1e9, latencies.percentile(99), used / calls / 1e3);
    }

    private static void wait(EchoCalls.Client client, Latencies latencies, long end, CountDownLatch ended) {
        for (long now = System.nanoTime(); now < end; ) {
            check(client.call(TEXT));
            long then = System.nanoTime();
            latencies.add(then - now);
            now = then;
        }
        ended.countDown();
    }

    private static void next(EchoCalls.Client client, Latencies latencies, long end, CountDownLatch ended) {
        long start = System.nanoTime();
        if (start >= end) {
            ended.countDown();
            return;
        }
        client.start(TEXT, (text, failure) -> {
            if (failure != null || text == null) {
                throw new AssertionError(failure);
            }
            check(text);
            latencies.add(System.nanoTime() - start);
            next(client, latencies, end, ended);
        });
    }

    private static void check(String text) {
        if (!text.equals(TEXT)) {
            throw new AssertionError("another text came back");
        }
    }
}

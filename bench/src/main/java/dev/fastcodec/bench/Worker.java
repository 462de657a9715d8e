package dev.fastcodec.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A JVM that measures one case for {@link CpuTime}: for each line it is sent it does its work for a while, and answers with nanoseconds per message. */
public final class Worker {
    private static final long WARM_UP = Duration.ofMillis(1500).toNanos();
    private static final long ROUND = Duration.ofMillis(40).toNanos();
    private static final int FEW = 64;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final CodecBench bench = new CodecBench();
    private final Subject.Step<CodecBench, Object> work;
    /** Keeps the compiler from leaving the work out. */
    private Object kept = this;

    private Worker(Operation operation, Shape shape, int messages, Contender contender) throws Exception {
        bench.shape = shape;
        bench.contender = contender;
        bench.messages = messages;
        bench.makeMessages();
        work = switch (operation) {
            case BUILD_AND_ENCODE -> CodecBench::buildAndEncode;
            case ENCODE_AGAIN -> CodecBench::encodeAgain;
            case DECODE -> CodecBench::decode;
            case DECODE_SORTED -> CodecBench::decodeSorted;
        };
    }

    /**
     * Runs until its input ends.
     *
     * @param args operation, shape, number of messages, contender
     */
    public static void main(String[] args) throws Exception {
        Worker worker = new Worker(
                Operation.valueOf(args[0]),
                Shape.valueOf(args[1]),
                Integer.parseInt(args[2]),
                Contender.valueOf(args[3]));
        worker.answer(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII)),
                new PrintStream(System.out, true, StandardCharsets.US_ASCII));
    }

    private void answer(BufferedReader in, PrintStream out) throws Exception {
        long start = threads.getCurrentThreadCpuTime();
        int count = FEW;
        double each = nanos(count);
        while (threads.getCurrentThreadCpuTime() - start < WARM_UP) {
            each = nanos(count);
            count = Math.max(FEW, (int) (ROUND / each));
        }
        out.println(each);
        while (in.readLine() != null) {
            out.println(nanos(count));
        }
        if (kept == this) {
            throw new IllegalStateException("nothing was made");
        }
    }

    private double nanos(int count) throws Exception {
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < count; i++) {
            kept = work.apply(bench);
        }
        return (double) (threads.getCurrentThreadCpuTime() - start) / count;
    }
}

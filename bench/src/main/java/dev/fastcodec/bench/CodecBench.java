package dev.fastcodec.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Encodes and decodes with one library at a time. Each combination of parameters needs a JVM of its own, so that every call
 * through {@link Subject} has one target.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBench {
    /** What the messages are. */
    @Param
    public Shape shape = Shape.MEDIA;

    /** Who is measured. */
    @Param
    public Contender contender = Contender.FASTCODEC_PROTO;

    /** How many different messages are taken in turn, a power of two. One alone flatters the branch predictor. */
    @Param({"1", "1024"})
    public int messages = 1;

    private Subject<Object, Object> subject = contender.on(shape);
    private Object[] data = {};
    private Object[] built = {};
    private byte[][] bytes = {};
    private byte[][] sorted = {};
    private int next;

    /** Makes the messages. */
    @Setup
    public void makeMessages() throws Exception {
        subject = contender.on(shape);
        data = new Object[messages];
        built = new Object[messages];
        for (int i = 0; i < messages; i++) {
            data[i] = shape.data(i);
            built[i] = subject.build().apply(data[i]);
        }
        bytes = written(contender.writer());
        sorted = contender.writer() == Contender.FASTCODEC_JSON ? written(Contender.FASTJSON2) : bytes;
    }

    private byte[][] written(Contender writer) throws Exception {
        Subject<Object, Object> author = writer.on(shape);
        byte[][] written = new byte[messages][];
        for (int i = 0; i < messages; i++) {
            written[i] = author.encode().apply(author.build().apply(data[i]));
        }
        return written;
    }

    /** Makes a fresh message and encodes it. */
    @Benchmark
    public byte[] buildAndEncode() throws Exception {
        return subject.encode().apply(subject.build().apply(data[turn()]));
    }

    /** Encodes a message that was encoded before, so that whatever it caches is there. */
    @Benchmark
    public byte[] encodeAgain() throws Exception {
        return subject.encode().apply(built[turn()]);
    }

    /** Decodes a message that ours wrote, whoever decodes it. */
    @Benchmark
    public Object decode() throws Exception {
        return subject.decode().apply(bytes[turn()]);
    }

    /** Decodes JSON as fastjson2 writes it, which no contender but that one expects. */
    @Benchmark
    public Object decodeSorted() throws Exception {
        return subject.decode().apply(sorted[turn()]);
    }

    private int turn() {
        return next++ & messages - 1;
    }
}

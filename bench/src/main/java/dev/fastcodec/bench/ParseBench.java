package dev.fastcodec.bench;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.front.ProtoFrontend;
import dev.fastcodec.idl.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Measures how fast .proto text becomes declarations, on one thread: the first pass over all files in a fresh JVM is cold,
 * the median of later ones is warm. Arguments: jars and folders that hold .proto files. Not JMH, because that cannot
 * measure the first pass, which is what a build pays.
 */
public final class ParseBench {
    private static final int WARM_UP = 20;
    private static final int MEASURED = 21;

    private ParseBench() {}

    /** Reads the files of all arguments and prints megabytes of UTF-8 per second. */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        List<Source> sources = new ArrayList<>();
        long bytes = 0;
        for (String arg : args) {
            bytes += add(Path.of(arg), sources);
        }
        out.printf(Locale.ROOT, "%d files, %.2f MB%n", sources.size(), bytes / 1e6);
        Diagnostics diagnostics = new Diagnostics();
        report(out, "cold", bytes, List.of(parse(sources, diagnostics)));
        out.print(new Renderer(Renderer.Format.TEXT).render(diagnostics));
        for (int i = 0; i < WARM_UP; i++) {
            parse(sources, new Diagnostics());
        }
        List<Pass> passes = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            passes.add(parse(sources, new Diagnostics()));
        }
        report(out, "warm", bytes, passes);
    }

    /**
     * A pass over all sources.
     *
     * @param elapsed nanoseconds
     * @param cpu nanoseconds that the thread ran, which on a busy machine is less
     */
    private record Pass(long elapsed, long cpu) {}

    private static void report(PrintStream out, String name, long bytes, List<Pass> passes) {
        double elapsed = median(passes, Pass::elapsed);
        double cpu = median(passes, Pass::cpu);
        out.printf(
                Locale.ROOT, "%s %.1f MB/s, %.1f per second of CPU%n", name, bytes * 1e3 / elapsed, bytes * 1e3 / cpu);
    }

    private static long median(List<Pass> passes, ToLongFunction<Pass> time) {
        long[] sorted = passes.stream().mapToLong(time).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Pass parse(List<Source> sources, Diagnostics diagnostics) {
        ProtoFrontend frontend = new ProtoFrontend();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long cpuStart = threads.getCurrentThreadCpuTime();
        for (Source source : sources) {
            frontend.parse(source, diagnostics);
        }
        long cpu = threads.getCurrentThreadCpuTime() - cpuStart;
        return new Pass(System.nanoTime() - start, cpu);
    }

    private static long add(Path place, List<Source> sources) throws IOException {
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                return files.filter(f -> f.toString().endsWith(".proto"))
                        .sorted()
                        .mapToLong(f -> add(f.toString(), read(f), sources))
                        .sum();
            }
        }
        long bytes = 0;
        try (ZipFile jar = new ZipFile(place.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".proto")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        bytes += add(entry.getName(), in.readAllBytes(), sources);
                    }
                }
            }
        }
        return bytes;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long add(String name, byte[] bytes, List<Source> sources) {
        sources.add(new Source(name, new String(bytes, StandardCharsets.UTF_8)));
        return bytes.length;
    }
}

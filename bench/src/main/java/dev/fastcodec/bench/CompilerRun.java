package dev.fastcodec.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs of a program: for their time, and apart from that for what they use, as looking at a process takes a processor from it.
 */
final class CompilerRun {
    /** Ticks of {@code /proc/PID/stat} in a second, the same on every common Linux. */
    private static final double TICKS = 100;

    private static final int LOOK_EVERY_MILLIS = 3;
    private static final int USER_TIME = 11;

    private CompilerRun() {}

    /**
     * What a run used. It is read from Linux's {@code /proc} while the program runs, and so lacks up to three milliseconds at the
     * end; elsewhere it is NaN.
     *
     * @param processor seconds of processor time, of the system's too
     * @param megabytes the most memory that was resident, 2^20 bytes each
     */
    record Use(double processor, double megabytes) {}

    /**
     * Seconds from the start of a command to its end.
     *
     * @throws IllegalStateException when it does not end with 0
     */
    static double seconds(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(command);
        process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        requireSuccess(process, command);
        return seconds;
    }

    /**
     * What a command uses.
     *
     * @throws IllegalStateException when it does not end with 0
     */
    static Use use(List<String> command) throws IOException, InterruptedException {
        Process process = start(command);
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        double processor = Double.NaN;
        double megabytes = Double.NaN;
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            processor = latest(processor, processorSeconds(proc));
            megabytes = latest(megabytes, peakMegabytes(proc));
        }
        requireSuccess(process, command);
        return new Use(processor, megabytes);
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static void requireSuccess(Process process, List<String> command) {
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command.get(0) + " ended with " + process.exitValue());
        }
    }

    private static double latest(double before, double now) {
        return Double.isNaN(now) ? before : now;
    }

    /** The name of the program, in parentheses before the numbers, may hold blanks. */
    private static double processorSeconds(Path proc) {
        try {
            String stat = Files.readString(proc.resolve("stat"));
            String[] numbers = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(numbers[USER_TIME]) + Long.parseLong(numbers[USER_TIME + 1])) / TICKS;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static double peakMegabytes(Path proc) {
        try {
            for (String line : Files.readAllLines(proc.resolve("status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
                }
            }
        } catch (IOException e) {
            // It has just ended.
        }
        return Double.NaN;
    }
}

package dev.fastcodec.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program. What it took is read from Linux's {@code /proc} while it runs, and so lacks up to three milliseconds at
 * the end; elsewhere processor time and memory are NaN.
 *
 * @param seconds from start to end
 * @param processor seconds of processor time, of the system's too
 * @param megabytes the most memory that was resident, 2^20 bytes each
 */
record CompilerRun(double seconds, double processor, double megabytes) {
    /** Ticks of {@code /proc/PID/stat} in a second, the same on every common Linux. */
    private static final double TICKS = 100;

    private static final int LOOK_EVERY_MILLIS = 3;
    private static final int USER_TIME = 11;

    /**
     * Runs a command.
     *
     * @throws IllegalStateException when it does not end with 0
     */
    static CompilerRun of(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        double processor = Double.NaN;
        double megabytes = Double.NaN;
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            processor = latest(processor, processorSeconds(proc));
            megabytes = latest(megabytes, peakMegabytes(proc));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command.get(0) + " ended with " + process.exitValue());
        }
        return new CompilerRun(seconds, processor, megabytes);
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

package dev.fastcodec.bench.rpc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A process of one side: what it is told and says, and how long it has used processors. */
final class Side implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;

    Side(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** What it says next. */
    String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("ended early: " + process.info().commandLine().orElse("a process"));
        }
        return line;
    }

    /** Tells it something. */
    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    /** The time of all its threads on all processors; Linux counts it in hundredths of a second. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
    }
}

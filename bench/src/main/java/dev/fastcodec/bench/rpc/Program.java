package dev.fastcodec.bench.rpc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A server or a client in a process of its own, which ends when its input does. A server prints its port. A client calls for so many seconds as a line of
 * its input says, and prints calls, nanoseconds, and the microseconds that 50 and 99 of a hundred calls did not exceed. Kitex's program does the same.
 */
public final class Program {
    private Program() {}

    /** @param args {@code server LIBRARY}, or {@code client LIBRARY PORT LINK WAY} */
    public static void main(String[] args) throws Exception {
        Engine engine = Library.valueOf(args[1]).engine();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        if (args[0].equals("server")) {
            System.out.println(engine.serve());
            while (in.readLine() != null) {
                // nothing else is said to a server
            }
        } else {
            Engine.Client client = engine.connect(Integer.parseInt(args[2]), Link.valueOf(args[3]));
            Load load = new Load(client, Load.Way.valueOf(args[4]));
            System.out.println("connected");
            answer(in, load);
        }
        System.exit(0);
    }

    private static void answer(BufferedReader in, Load load) throws IOException, InterruptedException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Latencies latencies = new Latencies();
            long nanos = load.run(latencies, TimeUnit.SECONDS.toNanos(Integer.parseInt(line)));
            System.out.printf(
                    Locale.ROOT,
                    "%d %d %d %d%n",
                    latencies.count(),
                    nanos,
                    latencies.percentile(50),
                    latencies.percentile(99));
        }
    }
}

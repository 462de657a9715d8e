package dev.fastcodec.bench.rpc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A contender's two processes and what was measured of them. */
final class Pairing implements AutoCloseable {
    private final Contender contender;
    private final Side server;
    private final Side client;
    private final List<Round> rounds = new ArrayList<>();

    /**
     * What one round showed.
     *
     * @param throughput calls per second
     * @param p50 microseconds
     * @param p99 microseconds
     * @param server microseconds of processor time for a call
     * @param client the same of the other side
     */
    record Round(double throughput, double p50, double p99, double server, double client) {
        double cpu() {
            return server + client;
        }
    }

    Pairing(Contender contender) throws IOException {
        this.contender = contender;
        server = new Side(contender.server());
        try {
            client = new Side(contender.client().at(server.answer()));
            client.answer();
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    String name() {
        return contender.name();
    }

    /** Runs a round, which counts when told so. */
    void run(int seconds, boolean counts) throws IOException {
        double before = micros(server);
        double clientBefore = micros(client);
        client.tell(Integer.toString(seconds));
        String[] numbers = client.answer().split(" ");
        double calls = Double.parseDouble(numbers[0]);
        if (counts) {
            rounds.add(new Round(
                    calls / Double.parseDouble(numbers[1]) * 1e9,
                    Double.parseDouble(numbers[2]),
                    Double.parseDouble(numbers[3]),
                    (micros(server) - before) / calls,
                    (micros(client) - clientBefore) / calls));
        }
    }

    private static double micros(Side side) {
        return side.cpu().toNanos() / 1e3;
    }

    /** One number of all rounds, in their order. */
    double[] each(ToDoubleFunction<Round> number) {
        return rounds.stream().mapToDouble(number).toArray();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}

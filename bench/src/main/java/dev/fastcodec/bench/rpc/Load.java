package dev.fastcodec.bench.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A hundred calls at a time, each of 1 KiB of text that must come back. */
final class Load {
    private static final String TEXT = "0123456789abcdef".repeat(64);

    private final Way way;
    private final List<Caller> callers = new ArrayList<>();

    /** How calls are made. */
    enum Way {
        /** A hundred threads, each of which waits for its call. */
        WAITING,
        /** A hundred calls, each of which begins the next when it ends. */
        CALLBACKS
    }

    Load(Engine.Client client, Way way) throws Exception {
        this.way = way;
        for (int i = 0; i < RpcBench.CALLS; i++) {
            callers.add(client.caller());
        }
    }

    /**
     * Calls for so long.
     *
     * @return the nanoseconds until the last call ended
     */
    long run(Latencies latencies, long nanos) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(callers.size());
        long start = System.nanoTime();
        for (Caller caller : callers) {
            Chain chain = new Chain(caller, latencies, start + nanos, ended);
            if (way == Way.WAITING) {
                new Thread(chain::waiting).start();
            } else {
                chain.next();
            }
        }
        ended.await();
        return System.nanoTime() - start;
    }

    /** One call after the other. */
    private record Chain(Caller caller, Latencies latencies, long end, CountDownLatch ended) {
        void waiting() {
            try {
                for (long now = System.nanoTime(); now < end; ) {
                    check(caller.call(TEXT));
                    long then = System.nanoTime();
                    latencies.add(then - now);
                    now = then;
                }
                ended.countDown();
            } catch (Exception e) {
                stop(e);
            }
        }

        void next() {
            long start = System.nanoTime();
            if (start >= end) {
                ended.countDown();
                return;
            }
            try {
                caller.start(TEXT, (text, failure) -> {
                    if (failure != null || text == null) {
                        stop(failure);
                        return;
                    }
                    check(text);
                    latencies.add(System.nanoTime() - start);
                    next();
                });
            } catch (Exception e) {
                stop(e);
            }
        }

        private static void check(String text) {
            if (!text.equals(TEXT)) {
                stop(new AssertionError("another text came back"));
            }
        }

        private static void stop(Throwable why) {
            why.printStackTrace();
            System.exit(1);
        }
    }
}

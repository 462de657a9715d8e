package dev.fastcodec.grpc;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of calls that hold one each, unless the user has threads for them: as many as there are such calls, kept for a minute. */
final class Threads {
    private Threads() {}

    /** Made when first asked for. */
    static Executor shared() {
        return Pool.POOL;
    }

    private static final class Pool {
        private static final AtomicInteger COUNT = new AtomicInteger();
        private static final Executor POOL = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fastcodec-grpc-" + COUNT.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}

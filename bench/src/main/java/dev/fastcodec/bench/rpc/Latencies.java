package dev.fastcodec.bench.rpc;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** How long calls took, to the microsecond; what took a second or more counts as that. */
final class Latencies {
    private static final int NANOS = 1000;
    private static final int MOST = 1_000_000;

    private final AtomicIntegerArray counts = new AtomicIntegerArray(MOST + 1);

    void add(long nanos) {
        counts.incrementAndGet((int) Math.min(nanos / NANOS, MOST));
    }

    /** @return how many there are */
    long count() {
        long sum = 0;
        for (int i = 0; i <= MOST; i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /** @return microseconds that so many in a hundred did not exceed */
    int percentile(double percent) {
        long rest = (long) Math.ceil(count() * percent / 100);
        for (int i = 0; i <= MOST; i++) {
            rest -= counts.get(i);
            if (rest <= 0) {
                return i;
            }
        }
        return MOST;
    }
}

package dev.fastcodec.support;

import java.lang.management.ManagementFactory;

/** How many bytes the current thread allocates. */
public final class Allocation {
    private Allocation() {}

    /** Bytes allocated by work, which runs once before so that classes are loaded. */
    public static long of(Runnable work) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        work.run();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        work.run();
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}

package dev.fastcodec.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Arrays to write messages into before their size is known, lent and given back. A few slots that threads take from by their id, rather than a
 * thread-local: that would hold on to class loaders, and virtual threads are too many to have an array each.
 */
public final class Scratch {
    private static final int SLOTS = 16;
    /** Slots lie this far apart, so that threads do not share a cache line. */
    private static final int STRIDE = 32;

    private static final int FIRST_SIZE = 4096;
    private static final int LARGEST_KEPT = 1 << 20;
    /** The longest array that there can be. */
    static final int LARGEST = Integer.MAX_VALUE - 8;

    private static final AtomicReferenceArray<byte[]> POOL = new AtomicReferenceArray<>(SLOTS * STRIDE);

    private Scratch() {}

    /** An array of some size with any content. */
    public static byte[] take() {
        byte[] b = POOL.getAndSet(slot(), null);
        return b == null ? new byte[FIRST_SIZE] : b;
    }

    /** Gives an array back that nobody uses any more; keeps none that is large. */
    public static void give(byte[] b) {
        if (b.length <= LARGEST_KEPT) {
            POOL.lazySet(slot(), b);
        }
    }

    /**
     * The size of a larger array: at least twice as large, and large enough.
     *
     * @return -1 when no array is large enough
     */
    public static int larger(int size, long need) {
        return need > LARGEST ? -1 : (int) Math.min(Math.max(need, 2L * size), LARGEST);
    }

    private static int slot() {
        return (int) Thread.currentThread().getId() % SLOTS * STRIDE;
    }
}

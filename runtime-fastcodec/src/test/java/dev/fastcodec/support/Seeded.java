package dev.fastcodec.support;

import java.util.Random;

/** Random numbers that can be had again: the seed is in the failure's message, and is taken from {@code -Dseed}. */
public final class Seeded {
    private Seeded() {}

    /** What is done with random numbers. */
    public interface Work {
        /** Does it. */
        void accept(Random random);
    }

    /** Does work so many times, each with its own seed. */
    public static void repeat(int times, Work work) {
        Long given = Long.getLong("seed");
        long first = given == null ? new Random().nextLong() : given;
        for (int i = 0; i < (given == null ? times : 1); i++) {
            try {
                work.accept(new Random(first + i));
            } catch (Throwable e) {
                throw new AssertionError("failed with -Dseed=" + (first + i), e);
            }
        }
    }
}

package dev.fastcodec.golden.support;

import java.util.SplittableRandom;

/**
 * The seed and the size of random tests: {@code -Dgolden.seed=N} repeats a run, {@code -Dgolden.values=N} makes it longer.
 * Every failure tells the seed.
 */
public final class Seed {
    private static final long DEFAULT = 20261123;

    private Seed() {}

    /** The seed of this run. */
    public static long value() {
        return Long.getLong("golden.seed", DEFAULT);
    }

    /** How many values a test tries, where {@code usual} is its share of a default run. */
    public static int values(int usual) {
        return Integer.getInteger("golden.values", usual);
    }

    /** A source of random numbers of its own for the test of this name. */
    public static SplittableRandom random(String test) {
        return new SplittableRandom(value() * 31 + test.hashCode());
    }

    /** What a failure's message begins with. */
    public static String describe() {
        return "-Dgolden.seed=" + value() + ": ";
    }
}

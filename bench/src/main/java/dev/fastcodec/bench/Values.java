package dev.fastcodec.bench;

import java.util.SplittableRandom;

/** Values drawn from a seed. */
final class Values {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz-_/.ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final SplittableRandom random;

    Values(int seed) {
        random = new SplittableRandom(seed);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number of any size, no size likelier than another; not negative. */
    int anyInt() {
        return random.nextInt() >>> (1 + below(31));
    }

    /** A number of any size, no size likelier than another; not negative. */
    long anyLong() {
        return random.nextLong() >>> (1 + below(63));
    }

    /** A number with digits in every place. */
    double anyDouble() {
        return random.nextDouble() * 1e6;
    }

    /** Text of ASCII characters. */
    String ascii(int length) {
        return text(length, LETTERS);
    }

    /** Text of characters that UTF-8 writes in three bytes. */
    String chinese(int length) {
        return text(length, "东南西北春夏秋冬山水");
    }

    private String text(int length, String alphabet) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(below(alphabet.length())));
        }
        return text.toString();
    }

    /** Bytes of every value. */
    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}

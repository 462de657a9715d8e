package dev.fastcodec.json;

import dev.fastcodec.internal.Utf8;
import dev.fastcodec.internal.Views;

/** Numbers as decimal digits, eight at a time. */
final class JsonDigits {
    /** Two digits for each number below 100, the first in the lower byte. */
    private static final short[] PAIRS = new short[100];

    /** The least numbers of one more digit than their index, but for 0. */
    private static final int[] POWERS = {
        0, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private static final int EIGHT = 100_000_000;
    private static final long EACH = 0x0101010101010101L;
    /** Below this {@link Double#toString(double)} writes whole numbers without an exponent. */
    static final double PLAIN = 1e7;

    static {
        for (int i = 0; i < PAIRS.length; i++) {
            PAIRS[i] = (short) ('0' + i / 10 | '0' + i % 10 << Byte.SIZE);
        }
    }

    private JsonDigits() {}

    static int write(byte[] b, int p, int x) {
        if (x < 0) {
            b[p++] = '-';
            if (x == Integer.MIN_VALUE) {
                return positive(b, p, -(long) x);
            }
            x = -x;
        }
        return x < EIGHT ? few(b, p, x) : lower(b, few(b, p, x / EIGHT), x % EIGHT);
    }

    static int write(byte[] b, int p, long x) {
        if (x < 0) {
            b[p++] = '-';
            if (x == Long.MIN_VALUE) {
                return lower(b, positive(b, p, -(x / EIGHT)), (int) -(x % EIGHT));
            }
            x = -x;
        }
        return positive(b, p, x);
    }

    private static int positive(byte[] b, int p, long x) {
        if (x < EIGHT) {
            return few(b, p, (int) x);
        }
        long upper = x / EIGHT;
        return lower(b, positive(b, p, upper), (int) (x - upper * EIGHT));
    }

    /** A number of up to eight digits. */
    private static int few(byte[] b, int p, int x) {
        if (x < 10) {
            b[p] = (byte) ('0' + x);
            return p + 1;
        } else if (x < 100) {
            Views.LE_SHORT.set(b, p, PAIRS[x]);
            return p + 2;
        }
        int n = size(x);
        long digits = eight(x) >>> (Long.BYTES - n << 3);
        if (b.length - p >= Long.BYTES) {
            // what is behind the digits is overwritten later
            Views.LE_LONG.set(b, p, digits);
        } else {
            for (int i = 0; i < n; i++) {
                b[p + i] = (byte) (digits >>> (i << 3));
            }
        }
        return p + n;
    }

    /** Writes all eight digits of a number. */
    private static int lower(byte[] b, int p, int x) {
        Views.LE_LONG.set(b, p, eight(x));
        return p + Long.BYTES;
    }

    /** The eight digits of a number, the first in the lowest byte: halves, quarters and eighths are split at once, division being multiplication. */
    private static long eight(int x) {
        long half = x / 10_000;
        long halves = half | x - half * 10_000 << 32;
        long quarter = halves * 5243 >>> 19 & 0x7f0000007fL;
        long quarters = quarter | halves - quarter * 100 << 16;
        long eighth = quarters * 103 >>> 10 & 0x000f000f000f000fL;
        return '0' * EACH | eighth | quarters - eighth * 10 << 8;
    }

    private static int size(int x) {
        int n = (Integer.SIZE - Integer.numberOfLeadingZeros(x | 1)) * 1233 >>> 12;
        return x < POWERS[n] ? n : n + 1;
    }

    static int write(byte[] b, int p, double x) {
        int whole = (int) x;
        if (whole == x && Math.abs(x) < PLAIN && (whole != 0 || 1 / x > 0)) {
            p = write(b, p, whole);
            b[p] = '.';
            b[p + 1] = '0';
            return p + 2;
        }
        String text = Double.toString(x);
        int n = text.length();
        if (Double.isFinite(x)) {
            Utf8.ascii(b, p, text, n);
            return p + n;
        }
        b[p] = '"';
        Utf8.ascii(b, p + 1, text, n);
        b[p + 1 + n] = '"';
        return p + 2 + n;
    }
}

package dev.fastcodec.json;

import dev.fastcodec.internal.Utf8;
import dev.fastcodec.internal.Views;

/** Numbers as decimal digits, two at a time. */
final class JsonDigits {
    /** Two digits for each number below 100, the first in the lower byte. */
    private static final short[] PAIRS = new short[100];

    /** The least numbers of one more digit than their index, but for 0. */
    private static final int[] POWERS = {
        0, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private static final int BILLION = 1_000_000_000;
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
                return pair(b, positive(b, p, -(x / 100)), -(x % 100));
            }
            x = -x;
        }
        return positive(b, p, x);
    }

    static int write(byte[] b, int p, long x) {
        if ((int) x == x) {
            return write(b, p, (int) x);
        }
        long upper = x / BILLION;
        int lower = (int) (x - upper * BILLION);
        p = write(b, p, upper);
        return nine(b, p, Math.abs(lower));
    }

    /** All nine digits of a number below a billion. */
    private static int nine(byte[] b, int p, int x) {
        int upper = x / 10;
        b[p + 8] = (byte) ('0' + x - upper * 10);
        for (int q = p + 6; q >= p; q -= 2) {
            int rest = upper / 100;
            pair(b, q, upper - rest * 100);
            upper = rest;
        }
        return p + 9;
    }

    private static int pair(byte[] b, int p, int x) {
        Views.LE_SHORT.set(b, p, PAIRS[x]);
        return p + 2;
    }

    private static int positive(byte[] b, int p, int x) {
        int n = size(x);
        int q = p + n;
        while (x >= 100) {
            int rest = x / 100;
            q -= 2;
            pair(b, q, x - rest * 100);
            x = rest;
        }
        if (x >= 10) {
            pair(b, p, x);
        } else {
            b[p] = (byte) ('0' + x);
        }
        return p + n;
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

package dev.fastcodec.json;

import dev.fastcodec.internal.Utf8;
import dev.fastcodec.internal.Views;

/** Numbers as decimal digits, three at a time. */
final class JsonDigits {
    /** Three digits for each number below 1000, the first in the lowest byte, and in the highest how many zeros they begin with, 2 at the most. */
    private static final int[] TRIPLES = new int[1000];

    private static final int THOUSAND = 1000;
    private static final int MILLION = 1_000_000;
    private static final int BILLION = 1_000_000_000;

    /** Below this {@link Double#toString(double)} writes whole numbers without an exponent. */
    static final double PLAIN = 1e7;

    static {
        for (int i = 0; i < TRIPLES.length; i++) {
            int zeros = i < 10 ? 2 : i < 100 ? 1 : 0;
            TRIPLES[i] = '0' + i / 100 | '0' + i / 10 % 10 << 8 | '0' + i % 10 << 16 | zeros << 24;
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
        return positive(b, p, x);
    }

    static int write(byte[] b, int p, long x) {
        if (x < 0) {
            b[p++] = '-';
            if (x == Long.MIN_VALUE) {
                return nine(b, positive(b, p, -(x / BILLION)), (int) -(x % BILLION));
            }
            x = -x;
        }
        return positive(b, p, x);
    }

    private static int positive(byte[] b, int p, long x) {
        if (x < BILLION) {
            return positive(b, p, (int) x);
        }
        long upper = x / BILLION;
        return nine(b, positive(b, p, upper), (int) (x - upper * BILLION));
    }

    private static int positive(byte[] b, int p, int x) {
        if (x < THOUSAND) {
            return first(b, p, x);
        } else if (x < MILLION) {
            int upper = x / THOUSAND;
            return three(b, first(b, p, upper), x - upper * THOUSAND);
        }
        int upper = x / MILLION;
        p = upper < THOUSAND ? first(b, p, upper) : three(b, first(b, p, upper / THOUSAND), upper % THOUSAND);
        return six(b, p, x - upper * MILLION);
    }

    /** A number below 1000. */
    private static int first(byte[] b, int p, int x) {
        int digits = TRIPLES[x];
        int zeros = digits >>> 24;
        return put(b, p, digits >>> (zeros << 3), 3 - zeros);
    }

    /** All three digits of a number. */
    private static int three(byte[] b, int p, int x) {
        return put(b, p, TRIPLES[x], 3);
    }

    private static int put(byte[] b, int p, int digits, int n) {
        if (b.length - p >= Integer.BYTES) {
            // what is behind the digits is overwritten later
            Views.LE_INT.set(b, p, digits);
        } else {
            for (int i = 0; i < n; i++) {
                b[p + i] = (byte) (digits >>> (i << 3));
            }
        }
        return p + n;
    }

    private static int six(byte[] b, int p, int x) {
        int upper = x / THOUSAND;
        return three(b, three(b, p, upper), x - upper * THOUSAND);
    }

    /** All nine digits of a number. */
    static int nine(byte[] b, int p, int x) {
        int upper = x / MILLION;
        return six(b, three(b, p, upper), x - upper * MILLION);
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

package dev.fastcodec.json;

import dev.fastcodec.DecodeException.Kind;

/** What the JSON of {@code Timestamp} and {@code Duration} has in common: digits and fractions of a second, out of the last token. */
final class SecondsForm {
    static final int NANOS = 1_000_000_000;
    private static final int NANO_DIGITS = 9;

    private SecondsForm() {}

    /** Writes so many digits, with zeros in front. */
    static int digits(byte[] b, int p, int x, int n) {
        for (int i = n - 1; i >= 0; i--) {
            b[p + i] = (byte) ('0' + x % 10);
            x /= 10;
        }
        return p + n;
    }

    /** Writes nanoseconds as a fraction of 0, 3, 6 or 9 digits. */
    static int fraction(byte[] b, int p, int nanos) {
        if (nanos == 0) {
            return p;
        }
        b[p++] = '.';
        if (nanos % 1_000_000 == 0) {
            return digits(b, p, nanos / 1_000_000, 3);
        } else if (nanos % 1000 == 0) {
            return digits(b, p, nanos / 1000, 6);
        }
        return digits(b, p, nanos, NANO_DIGITS);
    }

    /** The number that so many digits at {@code p} of the token make, -1 when they are not there. */
    static int number(ProtoJsonReader r, int p, int n) {
        int end = r.from + r.length;
        int x = 0;
        for (int i = p; i < p + n; i++) {
            int digit = i < end ? r.t[i] - '0' : -1;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            x = x * 10 + digit;
        }
        return x;
    }

    /** How many digits stand at {@code p} of the token. */
    static int count(ProtoJsonReader r, int p) {
        int q = p;
        for (int end = r.from + r.length; q < end && r.t[q] >= '0' && r.t[q] <= '9'; q++) {}
        return q - p;
    }

    /**
     * Reads a fraction of 1 to 9 digits behind a point at {@code p} of the token, if there is one, into {@code r.n} as nanoseconds.
     *
     * @param at where the token is in the text
     * @return the position behind it
     */
    static int readFraction(ProtoJsonReader r, int p, int at) {
        r.n = 0;
        if (p >= r.from + r.length || r.t[p] != '.') {
            return p;
        }
        int n = count(r, p + 1);
        if (n == 0 || n > NANO_DIGITS) {
            throw r.fail(Kind.INVALID_DATA, at, "fraction of a second of 1 to 9 digits expected");
        }
        int nanos = number(r, p + 1, n);
        for (int i = n; i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        r.n = nanos;
        return p + 1 + n;
    }
}

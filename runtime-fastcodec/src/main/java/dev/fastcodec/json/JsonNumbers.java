package dev.fastcodec.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The grammar of JSON's numbers, and numbers out of unusual spellings. What is not in here is fast. */
final class JsonNumbers {
    /** Longer numbers are refused: to make a number of many digits takes quadratic time. */
    static final int LONGEST = 1000;

    /** Integers of so many digits fit into a long, if they do. */
    private static final int MOST_DIGITS = 20;

    private static final long EXACT = 1L << 53;
    /** Another digit still fits. */
    private static final long MOST_MANTISSA = Long.MAX_VALUE / 10 - 1;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private JsonNumbers() {}

    /** Where a number ends that begins at {@code p}, -1 when there is none. */
    static int end(byte[] b, int p) {
        int q = b[p] == '-' ? p + 1 : p;
        int digits = q;
        q = digits(b, q);
        if (q == digits || b[digits] == '0' && q > digits + 1) {
            return -1;
        }
        if (b[q] == '.') {
            digits = q + 1;
            q = digits(b, digits);
            if (q == digits) {
                return -1;
            }
        }
        if ((b[q] | 0x20) == 'e') {
            q++;
            digits = b[q] == '+' || b[q] == '-' ? q + 1 : q;
            q = digits(b, digits);
            if (q == digits) {
                return -1;
            }
        }
        return q;
    }

    private static int digits(byte[] b, int p) {
        while (b[p] >= '0' && b[p] <= '9') {
            p++;
        }
        return p;
    }

    /**
     * An integer that is written as a number of any kind: {@code 1e3}, {@code 5.0}, or with many digits.
     *
     * @throws ArithmeticException when it is no integer of 64 bits
     */
    static long integer(byte[] b, int p, int end) {
        return decimal(b, p, end).longValueExact();
    }

    /**
     * As {@link #integer}, for an unsigned integer, as its bits.
     *
     * @throws ArithmeticException when it is no unsigned integer of 64 bits
     */
    static long unsigned(byte[] b, int p, int end) {
        BigInteger number = decimal(b, p, end).toBigIntegerExact();
        if (number.signum() < 0 || number.bitLength() > Long.SIZE) {
            throw new ArithmeticException("negative or too large");
        }
        return number.longValue();
    }

    private static BigDecimal decimal(byte[] b, int p, int end) {
        BigDecimal number;
        try {
            number = new BigDecimal(text(b, p, end));
        } catch (NumberFormatException e) {
            // an exponent of more than 32 bits
            throw new ArithmeticException(e.getMessage());
        }
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long digits = (long) number.precision() - number.scale();
        if (digits > MOST_DIGITS || digits <= 0) {
            // or the number would be written out
            throw new ArithmeticException("too large or too small");
        }
        return number;
    }

    /** A number of double precision, rounded correctly; infinite when it is too large. */
    static double real(byte[] b, int p, int end) {
        int q = b[p] == '-' ? p + 1 : p;
        long m = 0;
        int exponent = 0;
        boolean point = false;
        for (; q < end && (b[q] | 0x20) != 'e'; q++) {
            if (b[q] == '.') {
                point = true;
            } else {
                m = m * 10 + b[q] - '0';
                exponent -= point ? 1 : 0;
                if (m > MOST_MANTISSA) {
                    return Double.parseDouble(text(b, p, end));
                }
            }
        }
        if (q < end) {
            boolean minus = b[++q] == '-';
            q += b[q] == '-' || b[q] == '+' ? 1 : 0;
            int written = 0;
            for (; q < end && written < LONGEST; q++) {
                written = written * 10 + b[q] - '0';
            }
            exponent += minus ? -written : written;
        }
        double value = real(m, exponent);
        if (Double.isNaN(value)) {
            return Double.parseDouble(text(b, p, end));
        }
        return b[p] == '-' ? -value : value;
    }

    /** {@code m} times 10 to the power of {@code exponent}, rounded correctly; NaN when that takes another algorithm. {@code m} is not negative. */
    static double real(long m, int exponent) {
        if (m > EXACT || exponent < -POWERS.length + 1 || exponent > POWERS.length - 1) {
            return m == 0 ? 0 : Decimals.value(m, exponent);
        }
        // both are exact, so that only the result is rounded
        return exponent < 0 ? m / POWERS[-exponent] : m * POWERS[exponent];
    }

    private static String text(byte[] b, int p, int end) {
        return new String(b, p, end - p, StandardCharsets.ISO_8859_1);
    }
}

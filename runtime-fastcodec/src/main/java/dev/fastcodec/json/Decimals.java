package dev.fastcodec.json;

import java.math.BigInteger;

/**
 * Decimal numbers to doubles without detours: Daniel Lemire's algorithm ("Number Parsing at a Gigabyte per Second", 2021) multiplies by the upper 128
 * bits of a power of five, and knows when that is not enough.
 */
final class Decimals {
    private static final int LEAST = -342;
    private static final int MOST = 308;
    private static final int WIDTH = 128;
    private static final int MANTISSA = 52;
    private static final int BIAS = 1023;
    private static final int INFINITE = 0x7ff;
    /** Down to this power, 128 bits hold the inverse of a power of five closely enough to need no more. */
    private static final int CLOSE = -27;

    /** The upper halves of the powers of five, each shifted so that its highest bit is set. */
    private static final long[] HIGH = new long[MOST - LEAST + 1];
    /** The lower halves. */
    private static final long[] LOW = new long[MOST - LEAST + 1];

    static {
        BigInteger five = BigInteger.ONE;
        for (int q = 0; q <= MOST; q++, five = five.multiply(BigInteger.valueOf(5))) {
            put(q, five.shiftLeft(WIDTH).shiftRight(five.bitLength()));
        }
        five = BigInteger.ONE;
        for (int q = -1; q >= LEAST; q--) {
            five = five.multiply(BigInteger.valueOf(5));
            int z = five.bitLength();
            int bits = q >= CLOSE ? z + WIDTH - 1 : 2 * z + WIDTH;
            BigInteger inverse = BigInteger.ONE.shiftLeft(bits).divide(five).add(BigInteger.ONE);
            put(q, inverse.shiftRight(Math.max(0, inverse.bitLength() - WIDTH)));
        }
    }

    private Decimals() {}

    private static void put(int q, BigInteger power) {
        HIGH[q - LEAST] = power.shiftRight(Long.SIZE).longValue();
        LOW[q - LEAST] = power.longValue();
    }

    /** {@code w} times 10 to the power of {@code q}, correctly rounded; NaN when that takes another algorithm. {@code w} is positive. */
    static double value(long w, int q) {
        if (q < LEAST || q > MOST) {
            return Double.NaN;
        }
        int zeros = Long.numberOfLeadingZeros(w);
        w <<= zeros;
        int i = q - LEAST;
        long high = multiplyHigh(w, HIGH[i]);
        long low = w * HIGH[i];
        if ((high & 0x1ff) == 0x1ff) {
            long more = multiplyHigh(w, LOW[i]);
            low += more;
            high += Long.compareUnsigned(low, more) < 0 ? 1 : 0;
        }
        if (low == -1 && (q < CLOSE || q > 55)) {
            return Double.NaN;
        }
        int upper = (int) (high >>> 63);
        int shift = upper + Long.SIZE - MANTISSA - 3;
        long m = high >>> shift;
        // the logarithm of ten to the base of two is 217706 / 65536
        int power = (217706 * q >> 16) + 63 + upper - zeros + BIAS;
        if (power <= 0) {
            return Double.NaN;
        }
        if ((low == 0 || low == 1) && q >= -4 && q <= 23 && (m & 3) == 1 && m << shift == high) {
            // halfway between two doubles: to the even one
            m--;
        }
        m = m + (m & 1) >>> 1;
        if (m == 2L << MANTISSA) {
            m >>= 1;
            power++;
        }
        return power >= INFINITE
                ? Double.NaN
                : Double.longBitsToDouble(m - (1L << MANTISSA) + ((long) power << MANTISSA));
    }

    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
}

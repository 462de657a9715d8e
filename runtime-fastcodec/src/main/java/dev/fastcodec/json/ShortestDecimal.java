package dev.fastcodec.json;

import java.math.BigInteger;

/**
 * Writes numbers of double and single precision with the fewest digits that tell them from their neighbours, laid out as {@link Double#toString(double)}
 * does. That is what {@code Double.toString} gives since JDK 19; before, it was three times slower and gave a digit too many now and then. The method is
 * Raffaello Giulietti's "Schubfach way to render doubles": the decimal is looked for in the interval of all numbers that are rounded to the binary one.
 */
final class ShortestDecimal {
    private static final int LEAST_K = -324;
    private static final int MOST_K = 292;
    private static final int WORD = 63;
    private static final long LOW_WORD = Long.MAX_VALUE;

    /** Of each power of ten from 10^-LEAST_K down, 126 bits, rounded up, in two words. */
    private static final long[] POWERS = powers();

    /** Whole numbers and those of few decimals are found by trying: these powers are exact, and what has up to 15 digits is the only one. */
    private static final double THOUSAND = 1e3;

    private static final double MOST_TRIED = 1e7;

    /** Smaller multiples of the smallest number have one digit, where {@code Double.toString} writes two. */
    private static final int TINY = 3;

    private static final int TINY_SINGLE = 8;

    /** Bits of fraction in which the borders of intervals are compared, and what those may be wrong by. */
    private static final int FRACTION = 59;

    private static final long CLOSE = 4;

    private static final long BILLION = 1_000_000_000;
    private static final int MOST_DECIMALS = 18;
    /** Seven digits, the point, as many decimals, and what writing the last may overwrite. */
    private static final int ROOM = 7 + 1 + MOST_DECIMALS + 1;

    private static final long[] TENS = new long[MOST_DECIMALS + 1];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = 10 * TENS[i - 1];
        }
    }

    private ShortestDecimal() {}

    private static long[] powers() {
        long[] powers = new long[2 * (MOST_K - LEAST_K + 1)];
        for (int k = LEAST_K; k <= MOST_K; k++) {
            int shift = 125 - log2OfPower10(-k);
            BigInteger ten = BigInteger.TEN.pow(Math.abs(k));
            BigInteger g = k <= 0
                    ? shift >= 0 ? ten.shiftLeft(shift) : ten.shiftRight(-shift)
                    : BigInteger.ONE.shiftLeft(shift).divide(ten);
            g = g.add(BigInteger.ONE);
            powers[2 * (k - LEAST_K)] = g.shiftRight(WORD).longValue();
            powers[2 * (k - LEAST_K) + 1] = g.longValue() & LOW_WORD;
        }
        return powers;
    }

    private static int log2OfPower10(int e) {
        return (int) (e * 913_124_641_741L >> 38);
    }

    /** Writes a number that is finite and not zero. */
    static int write(byte[] b, int p, double x) {
        if (x < 0) {
            b[p++] = '-';
            x = -x;
        }
        double tried = x * THOUSAND;
        long thousandths = (long) tried;
        if (thousandths == tried && x < MOST_TRIED && thousandths / THOUSAND == x) {
            return decimal(b, p, thousandths, -3);
        }
        long bits = Double.doubleToRawLongBits(x);
        long c = bits & (1L << 52) - 1;
        int exponent = (int) (bits >>> 52);
        if (exponent > 0) {
            return c == 0
                    ? binary(b, p, 1L << 52, exponent - 1075, exponent > 1)
                    : even(b, p, x, c | 1L << 52, exponent - 1075);
        }
        return c < TINY ? tiny(b, p, c, -1074) : binary(b, p, c, -1074, false);
    }

    /** As the other, of single precision. */
    static int write(byte[] b, int p, float x) {
        int bits = Float.floatToRawIntBits(x);
        if (bits < 0) {
            b[p++] = '-';
        }
        int c = bits & (1 << 23) - 1;
        int exponent = bits >>> 23 & 0xff;
        if (exponent > 0) {
            return binary(b, p, c | 1 << 23, exponent - 150, c == 0 && exponent > 1);
        }
        return c < TINY_SINGLE ? tiny(b, p, c, -149) : binary(b, p, c, -149, false);
    }

    /**
     * Writes {@code x = c * 2^q}, whose neighbours are equally far away, by one multiplication where {@link #binary} needs three: the borders of the
     * interval are added and subtracted. Where those are too close to a candidate to be told from it by 59 bits, {@code binary} is asked.
     */
    private static int even(byte[] b, int p, double x, long c, int q) {
        int k = (int) (q * 661_971_961_083L >> 41);
        int h = q + log2OfPower10(-k) + 2;
        long g1 = POWERS[2 * (k - LEAST_K)];
        long factor = c << h + 2;
        long z = (g1 * factor >>> 1) + Math.multiplyHigh(POWERS[2 * (k - LEAST_K) + 1], factor);
        // four times the decimal
        long v = Math.multiplyHigh(g1, factor) + (z >>> WORD);
        long s = v >> 2;
        long tenth = s / 10;
        // what is above the nearest ten below, below the nearest above, and half the distance to a neighbour, all with
        // 59 bits of fraction
        long above = s - tenth * 10 << FRACTION | (v & 3) << FRACTION - 2 | (z & LOW_WORD) >>> WORD - FRACTION + 2;
        long below = (10L << FRACTION) - above;
        long half = g1 >>> 6 - h;
        if (above < half - CLOSE) {
            return rounded(b, p, x, tenth, k + 1);
        } else if (below < half - CLOSE) {
            return rounded(b, p, x, tenth + 1, k + 1);
        }
        long fraction = above & (1L << FRACTION) - 1;
        if (above <= half + CLOSE || below <= half + CLOSE || Math.abs(fraction - (1L << FRACTION - 1)) <= CLOSE) {
            return binary(b, p, c, q, false);
        }
        return layout(b, p, x, s + (fraction >>> FRACTION - 1), k);
    }

    /** Writes {@code f * 10^e}, which is nearly {@code x}, and may end in zeros. */
    private static int rounded(byte[] b, int p, double x, long f, int e) {
        for (long tenth = f / 10; tenth * 10 == f; tenth = f / 10) {
            f = tenth;
            e++;
        }
        return layout(b, p, x, f, e);
    }

    /** Writes {@code f * 10^e}, which is nearly {@code x}: the whole number is that of {@code x}, and the decimals are written all at once. */
    private static int layout(byte[] b, int p, double x, long f, int e) {
        if (x >= MOST_TRIED || x < 1 || e >= 0 || b.length - p < ROOM) {
            return decimal(b, p, f, e);
        }
        int whole = (int) x;
        p = JsonDigits.write(b, p, whole);
        b[p] = '.';
        long decimals = (f - whole * TENS[-e]) * TENS[MOST_DECIMALS + e];
        long upper = decimals / BILLION;
        JsonDigits.nine(b, p + 1, (int) upper);
        JsonDigits.nine(b, p + 10, (int) (decimals - upper * BILLION));
        return p + 1 - e;
    }

    /**
     * Writes {@code c * 2^q}.
     *
     * @param uneven whether the next smaller number is only half as far away as the next greater
     */
    private static int binary(byte[] b, int p, long c, int q, boolean uneven) {
        return binary(b, p, c, c & 1, q, uneven, 0);
    }

    /** As the other, of a number of which one digit tells enough, and of two the nearest are written. */
    private static int tiny(byte[] b, int p, long c, int q) {
        return binary(b, p, 10 * c, c & 1, q, false, -1);
    }

    private static int binary(byte[] b, int p, long c, long odd, int q, boolean uneven, int tens) {
        long middle = c << 2;
        long upper = middle + 2;
        long lower = middle - (uneven ? 1 : 2);
        int k = (int) (q * 661_971_961_083L - (uneven ? 274_743_187_321L : 0) >> 41);
        int h = q + log2OfPower10(-k) + 2;
        long g1 = POWERS[2 * (k - LEAST_K)];
        long g0 = POWERS[2 * (k - LEAST_K) + 1];
        long v = product(g1, g0, middle << h);
        long vl = product(g1, g0, lower << h) + odd;
        long vr = product(g1, g0, upper << h) - odd;
        long s = v >> 2;
        if (s >= 100) {
            long below = s / 10 * 10;
            boolean isBelow = vl <= below << 2;
            if (isBelow != (below + 10 << 2 <= vr)) {
                return decimal(b, p, isBelow ? below : below + 10, k + tens);
            }
        }
        boolean isS = vl <= s << 2;
        boolean isNext = s + 1 << 2 <= vr;
        if (isS == isNext) {
            long nearer = v - (2 * s + 1 << 1);
            isS = nearer < 0 || nearer == 0 && (s & 1) == 0;
        }
        return decimal(b, p, isS ? s : s + 1, k + tens);
    }

    /** The upper bits of a product, with the lowest set when any below are. */
    private static long product(long g1, long g0, long c) {
        long x = Math.multiplyHigh(g0, c);
        long y0 = g1 * c;
        long y1 = Math.multiplyHigh(g1, c);
        long z = (y0 >>> 1) + x;
        return y1 + (z >>> WORD) | (z & LOW_WORD) + LOW_WORD >>> WORD;
    }

    /** Writes {@code f * 10^e}. */
    private static int decimal(byte[] b, int p, long f, int e) {
        long tenth = f / 10;
        while (tenth * 10 == f) {
            f = tenth;
            tenth = f / 10;
            e++;
        }
        // one place further than most digits belong, to make room for the point
        int digits = JsonDigits.write(b, p + 1, f) - p - 1;
        int point = digits + e;
        if (point > 7 || point < -2) {
            return scientific(b, p, digits, point - 1);
        } else if (point <= 0) {
            int zeros = 2 - point;
            System.arraycopy(b, p + 1, b, p + zeros, digits);
            for (int i = 0; i < zeros; i++) {
                b[p + i] = '0';
            }
            b[p + 1] = '.';
            return p + digits + zeros;
        }
        for (int i = 0; i < point; i++) {
            b[p + i] = i < digits ? b[p + i + 1] : (byte) '0';
        }
        b[p + point] = '.';
        if (digits <= point) {
            b[p + point + 1] = '0';
            return p + point + 2;
        }
        return p + digits + 1;
    }

    private static int scientific(byte[] b, int p, int digits, int exponent) {
        b[p] = b[p + 1];
        b[p + 1] = '.';
        if (digits == 1) {
            b[p + 2] = '0';
            digits = 2;
        }
        b[p + digits + 1] = 'E';
        return JsonDigits.write(b, p + digits + 2, exponent);
    }
}

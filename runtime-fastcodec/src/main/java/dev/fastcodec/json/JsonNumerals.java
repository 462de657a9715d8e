package dev.fastcodec.json;

import static dev.fastcodec.internal.Views.EVERY_BYTE;
import static dev.fastcodec.internal.Views.HIGH_BITS;

import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.internal.Views;

/** Numbers out of JSON, and numbers that the last token says. */
abstract sealed class JsonNumerals extends JsonScanner permits JsonValues {
    /** Every integer of so many digits fits into a long. */
    private static final int MOST_DIGITS = 18;

    /** Of as many digits as their index, and one more. */
    private static final long[] POWERS = new long[MOST_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    /** The last number of up to 32 bits; the index, type or count of the last field or container. */
    public int n;
    /** The last number of 64 bits. */
    public long v;
    /** The last number of double precision. */
    public double d;

    /** Whether numbers may be in quotes, and integers written with a point or exponent. */
    private final boolean lenient;

    JsonNumerals(int end, int maxDepth, boolean containersCount, boolean lenient) {
        super(end, maxDepth, containersCount);
        this.lenient = lenient;
    }

    /** Reads a number of 8 bits into {@link #n}. */
    public final int i8(byte[] b, int p) {
        int q = i64(b, p);
        n = (byte) v;
        return checked(p, q);
    }

    /** Reads a number of 16 bits into {@link #n}. */
    public final int i16(byte[] b, int p) {
        int q = i64(b, p);
        n = (short) v;
        return checked(p, q);
    }

    /** Reads a number of 32 bits into {@link #n}. */
    public final int i32(byte[] b, int p) {
        int q = i64(b, p);
        n = (int) v;
        return checked(p, q);
    }

    final int checked(int p, int q) {
        if (n != v) {
            throw fail(Kind.INVALID_DATA, p, "number " + v + " out of the range of its type");
        }
        return q;
    }

    /** Reads a number of 64 bits into {@link #v}. */
    public final int i64(byte[] b, int p) {
        boolean quoted = b[p] == '"' && lenient;
        int first = quoted ? p + 1 : p;
        boolean minus = b[first] == '-';
        first += minus ? 1 : 0;
        int q = digits(b, first);
        long x = v;
        int digits = q - first;
        // 19 digits fit into 64 bits, but maybe not into 63
        if (digits == 0
                || b[first] == '0' && digits > 1
                || digits > MOST_DIGITS && (digits > MOST_DIGITS + 1 || x < 0)) {
            return oddInteger(b, p);
        } else if (quoted ? b[q++] != '"' : b[q] == '.' || (b[q] | 0x20) == 'e') {
            return oddInteger(b, p);
        }
        v = minus ? -x : x;
        return q;
    }

    /** Reads decimal digits, which may be none, into {@link #v}, modulo 2^64, and gives the position behind them. */
    final int digits(byte[] b, int q) {
        long x = 0;
        for (int last = b.length - Long.BYTES; q <= last; q += Long.BYTES) {
            long word = (long) Views.LE_LONG.get(b, q) ^ '0' * EVERY_BYTE;
            long others = (word + 0x76 * EVERY_BYTE | word) & HIGH_BITS;
            if (others != 0) {
                int n = Long.numberOfTrailingZeros(others) >>> 3;
                // in two steps, since a shift by 64 would be none
                v = x * POWERS[n] + eight(word << Byte.SIZE << Long.SIZE - Byte.SIZE - (n << 3));
                return q + n;
            }
            x = x * POWERS[Long.BYTES] + eight(word);
        }
        for (int c = b[q] - '0'; c >= 0 && c <= 9; c = b[++q] - '0') {
            x = x * 10 + c;
        }
        v = x;
        return q;
    }

    /** The number of eight digits, each in a byte, the first in the lowest: pairs, then fours, then all are put together. */
    private static long eight(long x) {
        x = x * 10 + (x >>> 8);
        long odd = 0x000000ff000000ffL;
        return (x & odd) * (100 + (1_000_000L << 32)) + (x >>> 16 & odd) * (1 + (10_000L << 32)) >>> 32;
    }

    private int oddInteger(byte[] b, int p) {
        if (b[p] == '"' && lenient) {
            int q = token(b, p, "a number");
            integerToken(p);
            return q;
        } else if (b[p] != '-' && (b[p] < '0' || b[p] > '9')) {
            throw expected(b, p, "a number");
        }
        int q = number(b, p);
        integer(b, p, q, p);
        return q;
    }

    private void integer(byte[] b, int p, int q, int at) {
        boolean plain = true;
        long x = 0;
        for (int i = p; i < q; i++) {
            plain &= b[i] == '-' || b[i] >= '0' && b[i] <= '9';
            x = b[i] == '-' ? x : x * 10 + b[i] - '0';
        }
        if (plain && q - p < MOST_DIGITS) {
            v = b[p] == '-' ? -x : x;
            return;
        } else if (!plain && !lenient) {
            throw fail(Kind.INVALID_DATA, at, "integer with a point or exponent");
        }
        try {
            v = JsonNumbers.integer(b, p, q);
        } catch (ArithmeticException e) {
            throw fail(Kind.INVALID_DATA, at, "no integer of 64 bits");
        }
    }

    /** Reads a number of double precision into {@link #d}; what no number can say is in quotes. */
    public final int float64(byte[] b, int p) {
        boolean minus = b[p] == '-';
        int first = minus ? p + 1 : p;
        int q = digits(b, first);
        long m = v;
        int whole = q - first;
        int digits = whole;
        if (b[q] == '.') {
            q = digits(b, q + 1);
            digits = q - first - 1;
            m = digits > MOST_DIGITS ? 0 : m * POWERS[digits - whole] + v;
        }
        boolean plain = whole == 1 || whole > 1 && b[first] != '0';
        if (!plain || digits > MOST_DIGITS || b[q - 1] == '.' || (b[q] | 0x20) == 'e') {
            return oddReal(b, p);
        }
        double x = JsonNumbers.real(m, whole - digits);
        if (Double.isNaN(x)) {
            return oddReal(b, p);
        }
        d = minus ? -x : x;
        return q;
    }

    private int oddReal(byte[] b, int p) {
        if (b[p] == '"') {
            int q = token(b, p, "a number");
            if (!lenient && !special()) {
                throw fail(Kind.INVALID_DATA, p, "number in quotes");
            }
            realToken(p);
            return q;
        }
        int q = number(b, p);
        real(b, p, q, p);
        return q;
    }

    private void real(byte[] b, int p, int q, int at) {
        d = JsonNumbers.real(b, p, q);
        if (Double.isInfinite(d)) {
            throw fail(Kind.INVALID_DATA, at, "number out of the range of a double");
        }
    }

    /** Whether the token is NaN or an infinity. */
    private boolean special() {
        if (is("NaN")) {
            d = Double.NaN;
        } else if (is("Infinity")) {
            d = Double.POSITIVE_INFINITY;
        } else if (is("-Infinity")) {
            d = Double.NEGATIVE_INFINITY;
        } else {
            return false;
        }
        return true;
    }

    /** Whether the token is this. */
    final boolean is(String ascii) {
        if (length != ascii.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (t[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    // ---- what the last token says

    final void integerToken(int p) {
        integer(t, from, numberToken(p), p);
    }

    final void realToken(int p) {
        if (!special()) {
            real(t, from, numberToken(p), p);
        }
    }

    /** Checks that the token is a number, and gives its end. */
    final int numberToken(int p) {
        int q = JsonNumbers.end(t, from);
        if (q != from + length) {
            throw fail(Kind.INVALID_DATA, p, "number expected in the quotes");
        } else if (length > JsonNumbers.LONGEST) {
            throw fail(Kind.SIZE, p, "number of more than " + JsonNumbers.LONGEST + " characters");
        }
        return q;
    }
}

package dev.fastcodec.json;

import static dev.fastcodec.internal.Views.EVERY_BYTE;
import static dev.fastcodec.internal.Views.HIGH_BITS;

import dev.fastcodec.internal.Views;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Base64 from and to a place within an array, which the JDK's cannot; both alphabets and no padding are read alike. What is large goes through the JDK's
 * all the same, and is moved to its place or copied: that one has vector instructions.
 */
final class Base64 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    /** From so many bytes on, the JDK's is faster. */
    private static final int LARGE = 96;

    /** From so many characters on, the JDK's is faster. */
    private static final int LARGE_TEXT = 1024;

    private static final byte LEAST = '+';

    private static final byte[] DIGITS = new byte[64];
    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < DIGITS.length; i++) {
            DIGITS[i] = (byte) ALPHABET.charAt(i);
            VALUES[DIGITS[i]] = (byte) i;
        }
        VALUES['-'] = VALUES['+'];
        VALUES['_'] = VALUES['/'];
    }

    private Base64() {}

    /** The number of characters with padding. */
    static long size(int bytes) {
        return (bytes + 2L) / 3 * 4;
    }

    /** Writes bytes and gives the position behind them. */
    static int encode(byte[] b, int p, byte[] x, boolean padded) {
        if (x.length >= LARGE) {
            return encodeLarge(b, p, x, padded);
        }
        int i = 0;
        for (int last = x.length - 3; i <= last; i += 3) {
            int bits = (x[i] & 0xff) << 16 | (x[i + 1] & 0xff) << 8 | x[i + 2] & 0xff;
            b[p] = DIGITS[bits >>> 18];
            b[p + 1] = DIGITS[bits >>> 12 & 63];
            b[p + 2] = DIGITS[bits >>> 6 & 63];
            b[p + 3] = DIGITS[bits & 63];
            p += 4;
        }
        if (i < x.length) {
            int rest = x.length - i;
            int bits = (x[i] & 0xff) << 16 | (rest == 2 ? (x[i + 1] & 0xff) << 8 : 0);
            b[p++] = DIGITS[bits >>> 18];
            b[p++] = DIGITS[bits >>> 12 & 63];
            if (rest == 2) {
                b[p++] = DIGITS[bits >>> 6 & 63];
            }
            for (int pad = rest; padded && pad < 3; pad++) {
                b[p++] = '=';
            }
        }
        return p;
    }

    /** The JDK's writes to the start of an array only: what it overwrites there is kept meanwhile. For 64 KiB that saves a third of the time. */
    private static int encodeLarge(byte[] b, int p, byte[] x, boolean padded) {
        byte[] start = Arrays.copyOf(b, (int) Math.min(p, size(x.length)));
        java.util.Base64.Encoder encoder = java.util.Base64.getEncoder();
        int n = (padded ? encoder : encoder.withoutPadding()).encode(x, b);
        System.arraycopy(b, 0, b, p, n);
        System.arraycopy(start, 0, b, 0, start.length);
        return p + n;
    }

    /** The position of the first byte from {@code p} on that is below all characters of Base64, as a quote is, or not ASCII; or the array's length. */
    static int end(byte[] b, int p) {
        for (int last = b.length - 4 * Long.BYTES; p <= last; p += 4 * Long.BYTES) {
            long below = below(b, p) | below(b, p + 8) | below(b, p + 16) | below(b, p + 24);
            if ((below & HIGH_BITS) != 0) {
                break;
            }
        }
        while (p <= b.length - Long.BYTES && (below(b, p) & HIGH_BITS) == 0) {
            p += Long.BYTES;
        }
        while (p < b.length && b[p] >= LEAST) {
            p++;
        }
        return p;
    }

    /** Has a highest bit set if one of eight bytes is such. */
    private static long below(byte[] b, int p) {
        long x = (long) Views.LE_LONG.get(b, p);
        return x - LEAST * EVERY_BYTE | x;
    }

    /** Reads {@code n} characters; null when they are not Base64. */
    static byte[] decode(byte[] b, int p, int n) {
        if (n >= LARGE_TEXT) {
            try {
                ByteBuffer x = java.util.Base64.getDecoder().decode(ByteBuffer.wrap(b, p, n));
                return x.limit() == x.array().length ? x.array() : Arrays.copyOf(x.array(), x.limit());
            } catch (IllegalArgumentException e) {
                // the other alphabet, or none
            }
        }
        int end = p + n;
        if (n % 4 == 0) {
            for (int pad = 0; pad < 2 && end > p && b[end - 1] == '='; pad++) {
                end--;
            }
        }
        n = end - p;
        if (n % 4 == 1) {
            return null;
        }
        byte[] x = new byte[n / 4 * 3 + (n % 4 == 0 ? 0 : n % 4 - 1)];
        int all = 0;
        int i = 0;
        for (; end - p >= 4; p += 4, i += 3) {
            int bits = VALUES[b[p] & 0xff] << 18
                    | VALUES[b[p + 1] & 0xff] << 12
                    | VALUES[b[p + 2] & 0xff] << 6
                    | VALUES[b[p + 3] & 0xff];
            all |= bits;
            x[i] = (byte) (bits >> 16);
            x[i + 1] = (byte) (bits >> 8);
            x[i + 2] = (byte) bits;
        }
        if (p < end) {
            int bits = VALUES[b[p] & 0xff] << 18 | VALUES[b[p + 1] & 0xff] << 12;
            if (end - p == 3) {
                bits |= VALUES[b[p + 2] & 0xff] << 6;
                x[i + 1] = (byte) (bits >> 8);
            }
            all |= bits;
            x[i] = (byte) (bits >> 16);
        }
        return all < 0 ? null : x;
    }
}

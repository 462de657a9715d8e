package dev.fastcodec.internal;

import static dev.fastcodec.internal.Views.HIGH_BITS;

import java.nio.charset.StandardCharsets;

/** Makes strings of UTF-8 and finds out, by the way, whether they are ASCII. The base of the readers of binary formats. */
public abstract class Utf8Input {

    /** From so many bytes on, the JDK's vectors find out faster whether all are ASCII. */
    private static final int LONG = 64;

    /** All bits when the last string is ASCII, else none. */
    public int ascii;

    /** To be extended. */
    protected Utf8Input() {}

    /** Reads a string of {@code n} bytes that are not UTF-8, or are so in a way that is rare. */
    protected abstract String unusual(byte[] b, int p, int n);

    /**
     * Reads a string of {@code n} bytes, which are there.
     *
     * <p>All of it is one method on purpose: being larger than HotSpot's {@code FreqInlineSize} of 325 bytecodes it is compiled once, as a leaf. A
     * dozen copies of its first half in the method that reads a message leave C2 no room to inline anything else there. A test checks its size.
     */
    @SuppressWarnings(
            "deprecation") // the constructor for ASCII is deprecated as it is wrong for all else, and does the least
    public final String string(byte[] b, int p, int n) {
        long bits;
        if (n >= LONG) {
            String s = new String(b, p, n, StandardCharsets.UTF_8);
            if (s.indexOf('\uFFFD') >= 0) {
                ascii = 0;
                return unusual(b, p, n);
            }
            ascii = s.length() == n ? -1 : 0;
            return s;
        } else if (n >= Long.BYTES) {
            int last = p + n - Long.BYTES;
            bits = (long) Views.LE_LONG.get(b, p) | (long) Views.LE_LONG.get(b, last);
            for (int i = p + Long.BYTES; i < last; i += Long.BYTES) {
                bits |= (long) Views.LE_LONG.get(b, i);
            }
        } else if (b.length - p >= Long.BYTES) {
            bits = (long) Views.LE_LONG.get(b, p) & ~(-1L << (n << 3));
        } else {
            bits = 0;
            for (int i = 0; i < n; i++) {
                bits |= b[p + i];
            }
        }
        if ((bits & HIGH_BITS) == 0) {
            ascii = -1;
            return new String(b, 0, p, n);
        }
        ascii = 0;
        char[] c = new char[n];
        int size = 0;
        int i = p;
        int end = p + n;
        while (i < end) {
            int x = b[i++];
            if (x >= 0) {
                c[size++] = (char) x;
            } else if (x >= (byte) 0xc2 && x < (byte) 0xe0 && i < end && b[i] < (byte) 0xc0) {
                c[size++] = (char) ((x & 0x1f) << 6 | b[i++] & 0x3f);
            } else if (x >= (byte) 0xe0
                    && x < (byte) 0xf0
                    && end - i >= 2
                    && b[i] < (byte) 0xc0
                    && b[i + 1] < (byte) 0xc0) {
                char v = (char) (x << 12 | (b[i] & 0x3f) << 6 | b[i + 1] & 0x3f);
                i += 2;
                if (v < 0x800 || Character.isSurrogate(v)) {
                    return unusual(b, p, n);
                }
                c[size++] = v;
            } else {
                // beyond the basic plane, or malformed
                return unusual(b, p, n);
            }
        }
        return new String(c, 0, size);
    }
}

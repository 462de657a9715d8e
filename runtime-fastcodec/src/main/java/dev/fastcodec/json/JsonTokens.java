package dev.fastcodec.json;

import static dev.fastcodec.internal.Views.EVERY_BYTE;
import static dev.fastcodec.internal.Views.HIGH_BITS;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.internal.Utf8;
import dev.fastcodec.internal.Views;
import java.util.Arrays;

/**
 * The tokens of JSON: white space and strings. A method takes the position, gives the new one as its result, and leaves what it read in a field.
 *
 * <p>A read past the array's end is left to the JVM, whose {@link IndexOutOfBoundsException} the codec's outermost method takes for a text that ends too
 * soon; so it does with a message that ends behind the end of its slice.
 */
abstract sealed class JsonTokens extends JsonCharacters permits JsonScanner {
    private static final byte[] NO_BYTES = {};
    private static final int FIRST_SCRATCH = 64;

    /** The last string. */
    public String s;
    /** Whether the last string is ASCII. */
    public boolean ascii;

    /** The array that the last token is in: the input, or {@link #scratch}, where it ends with a quote too. */
    byte[] t;
    /** Where the last token begins. */
    int from;
    /** How many bytes it has. */
    int length;

    /** Where the text ends. */
    final int end;

    private byte[] scratch = NO_BYTES;

    JsonTokens(int end) {
        this.end = end;
    }

    /** Reads a string into {@link #s} and {@link #ascii}. */
    @SuppressWarnings("deprecation") // the constructor that does the least; for ASCII it is right
    public final int string(byte[] b, int p) {
        if (b[p] != '"') {
            throw expected(b, p, "a string");
        }
        int first = p + 1;
        int q = plain(b, first);
        if (b[q] == '"' && q < end) {
            ascii = true;
            s = new String(b, 0, first, q - first);
            return q + 1;
        }
        q = oddToken(b, first, q);
        valid(p);
        return q;
    }

    /** The position of the first byte from {@code q} on that is no ASCII, or is a quote, backslash or control character. */
    private static int plain(byte[] b, int q) {
        int last = b.length - Long.BYTES;
        for (; q <= last; q += Long.BYTES) {
            long marks = marks((long) Views.LE_LONG.get(b, q));
            if (marks != 0) {
                return q + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
        }
        if (q < b.length && last >= 0) {
            // what the array does not have is zero, which is marked
            long marks = marks((long) Views.LE_LONG.get(b, last) >>> (q - last << 3));
            return q + (Long.numberOfTrailingZeros(marks) >>> 3);
        }
        while (q < b.length && b[q] >= ' ' && b[q] != '"' && b[q] != '\\') {
            q++;
        }
        return q;
    }

    /**
     * Marks of what {@link #plain} looks for: the lowest is right, those above it may be none. Flipping a bit makes the quote the space, so that one
     * subtraction finds it and all that is below.
     */
    private static long marks(long x) {
        return ((x ^ ('"' ^ ' ') * EVERY_BYTE) - '!' * EVERY_BYTE | (x ^ '\\' * EVERY_BYTE) - EVERY_BYTE | x)
                & HIGH_BITS;
    }

    /** Marks of quotes, backslashes and control characters: the lowest is right, those above it may be none. */
    private static long stop(long x) {
        long quote = x ^ '"' * EVERY_BYTE;
        long slash = x ^ '\\' * EVERY_BYTE;
        return (x - ' ' * EVERY_BYTE & ~x | quote - EVERY_BYTE & ~quote | slash - EVERY_BYTE & ~slash) & HIGH_BITS;
    }

    /** Makes a string of the last token, which is checked to be UTF-8. */
    @SuppressWarnings("deprecation") // as above
    final void valid(int p) {
        if (ascii) {
            s = new String(t, 0, from, length);
            return;
        }
        try {
            s = Utf8.strict(t, from, length);
        } catch (DecodeException e) {
            throw fail(e.kind(), p, e.getMessage());
        }
    }

    /** Reads a string without making one: leaves its bytes in {@link #t}, not checked to be UTF-8. */
    final int token(byte[] b, int p, String what) {
        if (b[p] != '"') {
            throw expected(b, p, what);
        }
        int first = p + 1;
        int q = plain(b, first);
        if (b[q] == '"' && q < end) {
            t = b;
            from = first;
            length = q - first;
            ascii = true;
            return q + 1;
        }
        return oddToken(b, first, q);
    }

    /** Goes on with a token from {@code q} on, where there is something else than ASCII and no escape. */
    private int oddToken(byte[] b, int first, int q) {
        t = b;
        from = first;
        boolean isAscii = b[q] >= 0;
        if (!isAscii) {
            q = unescaped(b, q);
        }
        if (q >= end) {
            throw fail(Kind.TRUNCATED, end, "text ends inside a string");
        } else if (b[q] == '"') {
            ascii = isAscii;
            length = q - from;
            return q + 1;
        }
        return escaped(b, q, !isAscii);
    }

    /** The position of the first quote, backslash or control character from {@code q} on. */
    private static int unescaped(byte[] b, int q) {
        for (int last = b.length - Long.BYTES; q <= last; q += Long.BYTES) {
            long stop = stop((long) Views.LE_LONG.get(b, q));
            if (stop != 0) {
                return q + (Long.numberOfTrailingZeros(stop) >>> 3);
            }
        }
        while (b[q] != '"' && b[q] != '\\' && (b[q] >= ' ' || b[q] < 0)) {
            q++;
        }
        return q;
    }

    /** Goes on with a string from its first escape, or what may not be in it, on. */
    private int escaped(byte[] b, int q, boolean isHigh) {
        int n = q - from;
        room(0, n);
        System.arraycopy(b, from, scratch, 0, n);
        int all = isHigh ? -1 : 0;
        for (; ; ) {
            int c = b[q++];
            if (c == '"') {
                break;
            } else if (c >= 0 && c < ' ') {
                throw fail(Kind.INVALID_DATA, q - 1, "control character in a string");
            }
            room(n, 4);
            if (c != '\\') {
                scratch[n++] = (byte) c;
                all |= c;
                continue;
            }
            c = b[q++];
            if (c != 'u') {
                scratch[n++] = unescaped(c, q - 1);
                continue;
            }
            int unit = hex(b, q);
            q += 4;
            int code = unit;
            if (unit >>> 11 == 0xd800 >>> 11) {
                int low = unit < 0xdc00 && b[q] == '\\' && b[q + 1] == 'u' ? hex(b, q + 2) : 0;
                if (low >>> 10 != 0xdc00 >>> 10) {
                    throw fail(Kind.INVALID_DATA, q - 6, "unpaired surrogate in a string");
                }
                q += 6;
                code = Character.toCodePoint((char) unit, (char) low);
            }
            all |= code >= 0x80 ? -1 : 0;
            n = utf8(scratch, n, code);
        }
        room(n, 1);
        scratch[n] = '"';
        ascii = all >= 0;
        t = scratch;
        from = 0;
        length = n;
        return q;
    }

    private void room(int n, int more) {
        if (scratch.length - n < more) {
            scratch = Arrays.copyOf(scratch, Math.max(FIRST_SCRATCH, 2 * (n + more)));
        }
    }
}

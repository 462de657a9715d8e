package dev.fastcodec.json;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.internal.Utf8;
import dev.fastcodec.internal.Views;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tokens of JSON: white space and strings. A method takes the position, gives the new one as its result, and leaves what it read in a field.
 *
 * <p>A read past the array's end is left to the JVM, whose {@link IndexOutOfBoundsException} the codec's outermost method takes for a text that ends too
 * soon; so it does with a message that ends behind the end of its slice.
 */
abstract sealed class JsonTokens permits JsonScanner {
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
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

    private byte[] scratch = {};

    JsonTokens(int end) {
        this.end = end;
    }

    /** The position of what comes after white space. */
    public final int white(byte[] b, int p) {
        int c = b[p];
        while (c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t')) {
            c = b[++p];
        }
        return p;
    }

    /** Reads a string into {@link #s} and {@link #ascii}. */
    public final int string(byte[] b, int p) {
        if (b[p] == '"') {
            int from = p + 1;
            long high = 0;
            for (int q = from, last = Math.min(b.length - Long.BYTES, end); q <= last; q += Long.BYTES) {
                long x = (long) Views.LE_LONG.get(b, q);
                long stop = stop(x);
                if (stop != 0) {
                    // only the lowest mark is sure to be one
                    high |= x & (stop & -stop) - 1;
                    q += Long.numberOfTrailingZeros(stop) >>> 3;
                    if (b[q] != '"' || q >= end || (high & HIGH) != 0) {
                        break;
                    }
                    ascii = true;
                    s = new String(b, from, q - from, StandardCharsets.ISO_8859_1);
                    return q + 1;
                }
                high |= x;
            }
        }
        int q = token(b, p, "a string");
        valid(p);
        return q;
    }

    /** Marks of quotes, backslashes and control characters: the lowest is right, those above it may be none. */
    private static long stop(long x) {
        long quote = x ^ '"' * EACH;
        long slash = x ^ '\\' * EACH;
        return (x - ' ' * EACH & ~x | quote - EACH & ~quote | slash - EACH & ~slash) & HIGH;
    }

    /** Makes a string of the last token, which is checked to be UTF-8. */
    final void valid(int p) {
        if (ascii) {
            s = new String(t, from, length, StandardCharsets.ISO_8859_1);
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
        int q = p + 1;
        from = q;
        t = b;
        long high = 0;
        for (int last = Math.min(b.length - Long.BYTES, end); q <= last; q += Long.BYTES) {
            long x = (long) Views.LE_LONG.get(b, q);
            long stop = stop(x);
            if (stop != 0) {
                // only the lowest mark is sure to be one
                high |= x & (stop & -stop) - 1 & HIGH;
                q += Long.numberOfTrailingZeros(stop) >>> 3;
                return endOfToken(b, q, high != 0);
            }
            high |= x & HIGH;
        }
        boolean isHigh = high != 0;
        while (q < end && b[q] != '"' && b[q] != '\\' && (b[q] >= ' ' || b[q] < 0)) {
            isHigh |= b[q++] < 0;
        }
        return endOfToken(b, q, isHigh);
    }

    private int endOfToken(byte[] b, int q, boolean isHigh) {
        if (q >= end) {
            throw fail(Kind.TRUNCATED, end, "text ends inside a string");
        } else if (b[q] == '"') {
            ascii = !isHigh;
            length = q - from;
            return q + 1;
        }
        return escaped(b, q, isHigh);
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

    private byte unescaped(int c, int p) {
        return (byte)
                switch (c) {
                    case '"', '\\', '/' -> c;
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> throw fail(Kind.INVALID_DATA, p, "no such escape in a string");
                };
    }

    private int hex(byte[] b, int p) {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(b[p + i], 16);
            if (digit < 0) {
                throw fail(Kind.INVALID_DATA, p + i, "\\u without four hexadecimal digits");
            }
            code = code << 4 | digit;
        }
        return code;
    }

    private static int utf8(byte[] to, int p, int code) {
        if (code < 0x80) {
            to[p++] = (byte) code;
        } else if (code < 0x800) {
            to[p++] = (byte) (0xc0 | code >> 6);
            to[p++] = (byte) (0x80 | code & 0x3f);
        } else if (code < 0x10000) {
            to[p++] = (byte) (0xe0 | code >> 12);
            to[p++] = (byte) (0x80 | code >> 6 & 0x3f);
            to[p++] = (byte) (0x80 | code & 0x3f);
        } else {
            to[p++] = (byte) (0xf0 | code >> 18);
            to[p++] = (byte) (0x80 | code >> 12 & 0x3f);
            to[p++] = (byte) (0x80 | code >> 6 & 0x3f);
            to[p++] = (byte) (0x80 | code & 0x3f);
        }
        return p;
    }

    /** A failure to be thrown: the codec's outermost method adds the place. */
    public final DecodeException fail(Kind kind, int p, String what) {
        return DecodeException.at(kind, p, what);
    }

    /** The failure of a text that goes on otherwise than it must. */
    final DecodeException expected(byte[] b, int p, String what) {
        String found;
        if (b[p] < ' ') {
            found = b[p] < 0 ? "a character that is not ASCII" : "control character " + b[p];
        } else {
            found = "'" + (char) b[p] + "'";
        }
        return fail(Kind.INVALID_DATA, p, what + " expected, but found " + found);
    }
}

package dev.fastcodec.internal;

import static dev.fastcodec.internal.Views.EVERY_BYTE;
import static dev.fastcodec.internal.Views.HIGH_BITS;

import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Strings to UTF-8 and back. Unpaired surrogates are refused in every string that is written.
 *
 * <p>The two writers hold their loop over short strings, their slow path and their path for long strings in one method each, on purpose: being larger
 * than HotSpot's {@code FreqInlineSize} of 325 bytecodes they are compiled once, as leaves. Inlined into recursive writers the loop over
 * {@code charAt} is compiled badly by the C2 of JDK 25 (a tree of 200 messages took 18.8 microseconds in place of 12.8). A test checks their size.
 */
public final class Utf8 {
    /**
     * Up to this many characters it is faster to copy them as if they were ASCII and then to look at each (9 ns for 12, 14 for 40) than to take
     * what {@link String#getBytes} makes (14 and 16), or to do both in one loop (10 and 18).
     */
    private static final int SHORT = 48;

    /** Plus a byte above 0x7f: the unpaired surrogate that stands for it. */
    private static final int ESCAPE = 0xdc00;

    private Utf8() {}

    /**
     * Writes a string that ends before index {@code p}, where three bytes per character are free.
     *
     * @return the index of its first byte
     */
    @SuppressWarnings("deprecation") // see ascii
    public static int backward(byte[] b, int p, String s) {
        int n = s.length();
        if (n > SHORT) {
            byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
            int m = utf8.length;
            long marks = 0;
            for (int i = 0; i <= m - 8; i += 8) {
                long x = (long) Views.LE_LONG.get(utf8, i) ^ '?' * EVERY_BYTE;
                marks |= (x - EVERY_BYTE) & ~x;
            }
            long last = (long) Views.LE_LONG.get(utf8, m - 8) ^ '?' * EVERY_BYTE;
            marks |= (last - EVERY_BYTE) & ~last;
            if ((marks & HIGH_BITS) != 0) {
                requirePairs(s);
            }
            System.arraycopy(utf8, 0, b, p - m, m);
            return p - m;
        }
        int start = p - n;
        s.getBytes(0, n, b, start);
        int all = 0;
        for (int i = 0; i < n; i++) {
            all |= s.charAt(i);
        }
        if (all < 0x80) {
            return start;
        }
        for (int i = n; --i >= 0; ) {
            char c = s.charAt(i);
            if (c < 0x80) {
                b[--p] = (byte) c;
            } else if (c < 0x800) {
                b[--p] = (byte) (c & 0x3f | 0x80);
                b[--p] = (byte) (c >> 6 | 0xc0);
            } else if (c < 0xd800 || c > 0xdfff) {
                b[--p] = (byte) (c & 0x3f | 0x80);
                b[--p] = (byte) (c >> 6 & 0x3f | 0x80);
                b[--p] = (byte) (c >> 12 | 0xe0);
            } else {
                char high = --i < 0 ? 0 : s.charAt(i);
                if (c < 0xdc00 || high < 0xd800 || high > 0xdbff) {
                    throw unpaired();
                }
                int code = (high << 10) + c - ((0xd800 << 10) + 0xdc00 - 0x10000);
                b[--p] = (byte) (code & 0x3f | 0x80);
                b[--p] = (byte) (code >> 6 & 0x3f | 0x80);
                b[--p] = (byte) (code >> 12 & 0x3f | 0x80);
                b[--p] = (byte) (code >> 18 | 0xf0);
            }
        }
        return p;
    }

    /**
     * Writes a string from index {@code p} on, where three bytes per character are free.
     *
     * @return the index after its last byte
     */
    @SuppressWarnings("deprecation") // see ascii
    public static int forward(byte[] b, int p, String s) {
        int n = s.length();
        if (n > SHORT) {
            byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
            int m = utf8.length;
            long marks = 0;
            for (int i = 0; i <= m - 8; i += 8) {
                long x = (long) Views.LE_LONG.get(utf8, i) ^ '?' * EVERY_BYTE;
                marks |= (x - EVERY_BYTE) & ~x;
            }
            long last = (long) Views.LE_LONG.get(utf8, m - 8) ^ '?' * EVERY_BYTE;
            marks |= (last - EVERY_BYTE) & ~last;
            if ((marks & HIGH_BITS) != 0) {
                requirePairs(s);
            }
            System.arraycopy(utf8, 0, b, p, m);
            return p + m;
        }
        s.getBytes(0, n, b, p);
        int all = 0;
        for (int i = 0; i < n; i++) {
            all |= s.charAt(i);
        }
        if (all < 0x80) {
            return p + n;
        }
        for (int i = 0; i < n; i++) {
            char c = s.charAt(i);
            if (c < 0x80) {
                b[p++] = (byte) c;
            } else if (c < 0x800) {
                b[p++] = (byte) (c >> 6 | 0xc0);
                b[p++] = (byte) (c & 0x3f | 0x80);
            } else if (c < 0xd800 || c > 0xdfff) {
                b[p++] = (byte) (c >> 12 | 0xe0);
                b[p++] = (byte) (c >> 6 & 0x3f | 0x80);
                b[p++] = (byte) (c & 0x3f | 0x80);
            } else {
                char low = ++i == n ? 0 : s.charAt(i);
                if (c > 0xdbff || low < 0xdc00 || low > 0xdfff) {
                    throw unpaired();
                }
                int code = (c << 10) + low - ((0xd800 << 10) + 0xdc00 - 0x10000);
                b[p++] = (byte) (code >> 18 | 0xf0);
                b[p++] = (byte) (code >> 12 & 0x3f | 0x80);
                b[p++] = (byte) (code >> 6 & 0x3f | 0x80);
                b[p++] = (byte) (code & 0x3f | 0x80);
            }
        }
        return p;
    }

    /** A string as a new array of UTF-8. */
    public static byte[] bytes(String s) {
        byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
        requirePairs(s);
        return utf8;
    }

    /**
     * Copies a string whose characters are known to be ASCII to {@code n} bytes from index {@code p} on. Other characters would lose their upper
     * half: U+4E2D becomes a hyphen.
     */
    @SuppressWarnings("deprecation") // deprecated for that loss, and the fastest copy there is
    public static void ascii(byte[] b, int p, String s, int n) {
        s.getBytes(0, n, b, p);
    }

    /** Reads a string of {@code n} bytes that must be UTF-8. Only a string with U+FFFD, the stand-in for what is not, is looked at twice. */
    public static String strict(byte[] b, int p, int n) {
        String s = new String(b, p, n, StandardCharsets.UTF_8);
        if (s.indexOf('\uFFFD') >= 0 && !isValid(b, p, p + n)) {
            throw DecodeException.at(DecodeException.Kind.INVALID_UTF8, p, "string that is not UTF-8");
        }
        return s;
    }

    /**
     * Reads a string of {@code n} bytes of which nobody demands that they are UTF-8. Each byte that is not part of any character becomes an unpaired
     * surrogate, U+DC80 to U+DCFF, of which {@link #lenientBytes} makes the byte again.
     */
    public static String lenient(byte[] b, int p, int n) {
        String s = new String(b, p, n, StandardCharsets.UTF_8);
        if (s.indexOf('\uFFFD') < 0 || isValid(b, p, p + n)) {
            return s;
        }
        StringBuilder text = new StringBuilder(n);
        int end = p + n;
        while (p < end) {
            int from = p;
            int size;
            while (p < end && (size = character(b, p, end)) > 0) {
                p += size;
            }
            text.append(new String(b, from, p - from, StandardCharsets.UTF_8));
            if (p < end) {
                text.append((char) (ESCAPE | b[p++] & 0xff));
            }
        }
        return text.toString();
    }

    /**
     * The bytes of a string that {@link #lenient} may have made.
     *
     * @throws EncodeException when it has other unpaired surrogates than that makes
     */
    public static byte[] lenientBytes(String s) {
        byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
        int escape = escape(s, 0);
        if (escape < 0) {
            return utf8;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(utf8.length);
        int from = 0;
        for (; escape >= 0; escape = escape(s, from)) {
            bytes.writeBytes(s.substring(from, escape).getBytes(StandardCharsets.UTF_8));
            bytes.write(s.charAt(escape));
            from = escape + 1;
        }
        bytes.writeBytes(s.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** The index of the first unpaired surrogate, which must stand for a byte, or -1. */
    private static int escape(String s, int from) {
        for (int i = from; i < s.length(); i++) {
            char c = s.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))) {
                i++;
            } else if (c >= (ESCAPE | 0x80) && c <= (ESCAPE | 0xff)) {
                return i;
            } else if (Character.isSurrogate(c)) {
                throw unpaired();
            }
        }
        return -1;
    }

    /** Whether bytes are UTF-8. */
    public static boolean isValid(byte[] b, int p, int end) {
        while (p < end) {
            int size = character(b, p, end);
            if (size == 0) {
                return false;
            }
            p += size;
        }
        return true;
    }

    /** How many bytes the character at {@code p} has, 0 when there is none. */
    private static int character(byte[] b, int p, int end) {
        int c = b[p++];
        if (c >= 0) {
            return 1;
        }
        int more = c < (byte) 0xc2 ? -1 : c < (byte) 0xe0 ? 1 : c < (byte) 0xf0 ? 2 : c < (byte) 0xf5 ? 3 : -1;
        if (more < 0 || more > end - p) {
            return 0;
        }
        int second = b[p] & 0xff;
        // no overlong forms, no surrogates, nothing above U+10FFFF
        int least = c == (byte) 0xe0 ? 0xa0 : c == (byte) 0xf0 ? 0x90 : 0x80;
        int most = c == (byte) 0xed ? 0x9f : c == (byte) 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 1; i < more; i++) {
            if (b[p + i] >= (byte) 0xc0) {
                return 0;
            }
        }
        return more + 1;
    }

    private static void requirePairs(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (Character.isSurrogate(s.charAt(i))
                    && (Character.isLowSurrogate(s.charAt(i))
                            || ++i == s.length()
                            || !Character.isLowSurrogate(s.charAt(i)))) {
                throw unpaired();
            }
        }
    }

    /** What is thrown for an unpaired surrogate. */
    public static EncodeException unpaired() {
        return new EncodeException("string with an unpaired surrogate, which UTF-8 cannot hold");
    }
}

package dev.fastcodec.json;

import dev.fastcodec.internal.Views;
import java.nio.charset.StandardCharsets;

/** What JSON cannot have in a string as it is: quotes, backslashes and control characters. */
final class JsonEscapes {
    /** The longest escape. */
    static final int LONGEST = 6;

    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final String HEX = "0123456789abcdef";

    private JsonEscapes() {}

    /**
     * Writes a string of eight or more characters, if it needs no escape and has no unpaired surrogate: looks for both at once.
     *
     * @return the position behind it, or -1 when it must be written otherwise
     */
    static int plain(byte[] b, int p, String s) {
        byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
        int last = utf8.length - Long.BYTES;
        long stop = 0;
        for (int i = 0; i < last; i += Long.BYTES) {
            stop |= marksOfLong((long) Views.LE_LONG.get(utf8, i));
        }
        stop |= marksOfLong((long) Views.LE_LONG.get(utf8, last));
        if ((stop & HIGH) != 0) {
            return -1;
        }
        System.arraycopy(utf8, 0, b, p, utf8.length);
        return p + utf8.length;
    }

    /** Marks the question mark, too, which stands for an unpaired surrogate. */
    private static long marksOfLong(long x) {
        long question = x ^ '?' * EACH;
        return marks(x) | question - EACH & ~question;
    }

    /** Whether UTF-8 from {@code p} up to {@code end} needs no escape. Reads up to seven bytes behind it. */
    static boolean isPlain(byte[] b, int p, int end) {
        long marks = 0;
        for (; end - p >= Long.BYTES; p += Long.BYTES) {
            marks |= marks((long) Views.LE_LONG.get(b, p));
        }
        if (p < end) {
            // what is behind the end is made to look like something plain
            marks |= marks((long) Views.LE_LONG.get(b, p) | -1L << (end - p << 3));
        }
        return (marks & HIGH) == 0;
    }

    private static long marks(long x) {
        long quote = x ^ '"' * EACH;
        long slash = x ^ '\\' * EACH;
        return x - ' ' * EACH & ~x | quote - EACH & ~quote | slash - EACH & ~slash;
    }

    /** Writes UTF-8 with escapes and gives the position behind it. */
    static int write(byte[] b, int p, byte[] text) {
        for (byte c : text) {
            if (c < 0 || c >= ' ' && c != '"' && c != '\\') {
                b[p++] = c;
                continue;
            }
            b[p++] = '\\';
            switch (c) {
                case '"', '\\' -> b[p++] = c;
                case '\b' -> b[p++] = 'b';
                case '\f' -> b[p++] = 'f';
                case '\n' -> b[p++] = 'n';
                case '\r' -> b[p++] = 'r';
                case '\t' -> b[p++] = 't';
                default -> {
                    b[p++] = 'u';
                    b[p++] = '0';
                    b[p++] = '0';
                    b[p++] = (byte) HEX.charAt(c >> 4);
                    b[p++] = (byte) HEX.charAt(c & 15);
                }
            }
        }
        return p;
    }
}

package dev.fastcodec.json;

import static dev.fastcodec.internal.Views.EVERY_BYTE;
import static dev.fastcodec.internal.Views.HIGH_BITS;

import dev.fastcodec.internal.Utf8;
import dev.fastcodec.internal.Views;
import java.nio.charset.StandardCharsets;

/** Writes strings: quotes, backslashes and control characters are escaped, all else is UTF-8 as it is. */
final class JsonStrings {
    /** Up to so many characters a string is copied as if it were plain, and then looked at one by one. */
    static final int MOST_SHORT = 32;

    /** Bytes at the most of a short string with its quotes, and what writing its last character may overwrite. */
    static final int ROOM = 6 * MOST_SHORT + 2 + Long.BYTES;

    private static final String HEX = "0123456789abcdef";

    /** How each character of ASCII is written, the first byte in the lowest, and in the highest how many there are. */
    private static final long[] ESCAPES = new long[0x80];

    private static final int COUNT_AT = 56;

    /** Whether a character is one byte that is written as it is. All that strings of one byte per character can hold are in it, so that HotSpot checks no index. */
    private static final boolean[] PLAIN = new boolean[0x100];

    static {
        for (int c = 0; c < ESCAPES.length; c++) {
            String text =
                    switch (c) {
                        case '"', '\\' -> "\\" + (char) c;
                        case '\b' -> "\\b";
                        case '\f' -> "\\f";
                        case '\n' -> "\\n";
                        case '\r' -> "\\r";
                        case '\t' -> "\\t";
                        default -> c < ' ' ? "\\u00" + HEX.charAt(c >> 4) + HEX.charAt(c & 15) : "" + (char) c;
                    };
            PLAIN[c] = text.length() == 1;
            ESCAPES[c] = (long) text.length() << COUNT_AT;
            for (int i = 0; i < text.length(); i++) {
                ESCAPES[c] |= (long) text.charAt(i) << (i << 3);
            }
        }
    }

    private JsonStrings() {}

    /**
     * Writes a name, and a string and its quotes, where there is room for the name and {@link #ROOM} bytes: a short string, or one that is ASCII without
     * escapes and fits. All in one method on purpose, which is too large to be inlined, see {@link Utf8}. Of 10 to 20 characters it takes 8 to 10 ns; to
     * look at what was copied, eight bytes at a time, is slower, since it waits for the copy.
     *
     * <p>The first loop asks for code points, which few others do, and of strings only that begin in ASCII. HotSpot then mostly sees strings of one byte
     * per character there and makes a loop of half the instructions. Where {@link String#charAt} has seen a few others, it often leaves a call in the
     * loop for those, and takes 280 ns for what else takes 200.
     *
     * @return the position behind it, with room for one byte more, or -1 when the string must be written otherwise, to behind the name
     */
    @SuppressWarnings("deprecation") // see Utf8.ascii
    static int write(byte[] b, int p, JsonName name, String s) {
        p = name.put(b, p);
        int n = s.length();
        if (n > MOST_SHORT) {
            byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
            if (utf8.length != n || n > b.length - p - 3) {
                return -1;
            }
            int last = n - Long.BYTES;
            long plain = plain((long) Views.LE_LONG.get(utf8, last));
            for (int i = 0; i < last; i += Long.BYTES) {
                plain &= plain((long) Views.LE_LONG.get(utf8, i));
            }
            if ((plain & HIGH_BITS) != HIGH_BITS) {
                return -1;
            }
            b[p] = '"';
            System.arraycopy(utf8, 0, b, p + 1, n);
            b[p + 1 + n] = '"';
            return p + 2 + n;
        }
        b[p++] = '"';
        s.getBytes(0, n, b, p);
        int i = 0;
        if (n > 0 && s.charAt(0) < 0x80) {
            boolean[] plain = PLAIN;
            while (i < n) {
                int c = s.codePointAt(i);
                if (c > 0xff || !plain[c]) {
                    break;
                }
                i++;
            }
        }
        p += i;
        while (i < n) {
            int c = s.charAt(i++);
            if (c < 0x80) {
                long escape = ESCAPES[c];
                Views.LE_LONG.set(b, p, escape);
                p += (int) (escape >>> COUNT_AT);
            } else if (c < 0x800) {
                b[p++] = (byte) (c >> 6 | 0xc0);
                b[p++] = (byte) (c & 0x3f | 0x80);
            } else if (c < 0xd800 || c > 0xdfff) {
                b[p++] = (byte) (c >> 12 | 0xe0);
                b[p++] = (byte) (c >> 6 & 0x3f | 0x80);
                b[p++] = (byte) (c & 0x3f | 0x80);
            } else {
                char low = i == n ? 0 : s.charAt(i++);
                if (c > 0xdbff || low < 0xdc00 || low > 0xdfff) {
                    throw Utf8.unpaired();
                }
                int code = Character.toCodePoint((char) c, low);
                b[p++] = (byte) (code >> 18 | 0xf0);
                b[p++] = (byte) (code >> 12 & 0x3f | 0x80);
                b[p++] = (byte) (code >> 6 & 0x3f | 0x80);
                b[p++] = (byte) (code & 0x3f | 0x80);
            }
        }
        b[p] = '"';
        return p + 1;
    }

    /**
     * Marks the high bits of bytes of ASCII that need no escape, but for the question mark, which may stand for an unpaired surrogate. The quote
     * becomes a space and is found with the control characters.
     */
    private static long plain(long x) {
        return (x ^ 2 * EVERY_BYTE) + 0x5f * EVERY_BYTE
                & (x ^ '\\' * EVERY_BYTE) + 0x7f * EVERY_BYTE
                & (x ^ '?' * EVERY_BYTE) + 0x7f * EVERY_BYTE;
    }
}

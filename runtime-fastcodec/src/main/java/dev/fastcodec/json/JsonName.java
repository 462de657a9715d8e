package dev.fastcodec.json;

import dev.fastcodec.internal.Views;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The name of a member with what stands around it, from the comma to the colon, as bytes that two stores write and two loads find. A constant of
 * generated code; a record, since HotSpot takes the fields of those for constants, too.
 *
 * @param head its first eight bytes, the first in the lowest; 0 behind a shorter one
 * @param tail its last eight bytes, or its first
 * @param text all its bytes, which nobody changes
 * @param original what the IDL has in its place, or null for the same
 */
public record JsonName(long head, long tail, byte[] text, JsonName original) {
    /** Nothing. */
    static final JsonName NONE = make("", null);
    /** What stands in front of an element. */
    static final JsonName COMMA = make(",", null);

    /** A name with nothing to escape in it. */
    public static JsonName of(String name) {
        return make(named(name), null);
    }

    /** A name that is another in the IDL, both with nothing to escape in them. */
    public static JsonName of(String name, String original) {
        return make(named(name), make(named(original), null));
    }

    /** An id, and the type that stands before the value. */
    public static JsonName of(int id, String type) {
        return make(named(Integer.toString(id)) + "{\"" + type + "\":", null);
    }

    private static String named(String name) {
        return ",\"" + name + "\":";
    }

    private static JsonName make(String ascii, JsonName original) {
        byte[] text = ascii.getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(text, Math.max(text.length, Long.BYTES));
        return new JsonName(
                (long) Views.LE_LONG.get(padded, 0),
                (long) Views.LE_LONG.get(padded, padded.length - Long.BYTES),
                text,
                original);
    }

    /** How many bytes it has. */
    public int size() {
        return text.length;
    }

    /** Whether it comes next, and behind it at once a value that is not null. The answer is no, too, where fewer than eight bytes are left. */
    public boolean isNext(byte[] b, int p) {
        int n = text.length;
        if (b.length - p <= Math.max(n, Long.BYTES)) {
            return false;
        }
        long others = (long) Views.LE_LONG.get(b, p) ^ head;
        if (n < Long.BYTES) {
            others <<= Long.SIZE - (n << 3);
        } else {
            others |= (long) Views.LE_LONG.get(b, p + n - Long.BYTES) ^ tail;
        }
        for (int i = Long.BYTES; i < n - Long.BYTES; i += Long.BYTES) {
            others |= (long) Views.LE_LONG.get(b, p + i) ^ (long) Views.LE_LONG.get(text, i);
        }
        return others == 0 && b[p + n] > ' ' && b[p + n] != 'n';
    }

    /** Writes it where there is room for it and eight bytes more, and gives the position behind it. */
    int put(byte[] b, int p) {
        int n = text.length;
        if (n <= 2 * Long.BYTES) {
            Views.LE_LONG.set(b, p, head);
            if (n > Long.BYTES) {
                Views.LE_LONG.set(b, p + n - Long.BYTES, tail);
            }
        } else {
            System.arraycopy(text, 0, b, p, n);
        }
        return p + n;
    }
}

package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import java.nio.charset.StandardCharsets;

/** A place in a part of an array that numbers, most significant byte first, and strings are read from. Never reads behind the part's end. */
final class Cursor {
    private final byte[] b;
    private final int origin;
    private final int end;
    private final String path;
    private int at;

    /**
     * A place.
     *
     * @param origin from where on the offsets of failures count
     * @param path what is read, for failures
     */
    Cursor(byte[] b, int origin, int from, int end, String path) {
        this.b = b;
        this.origin = origin;
        this.end = end;
        this.path = path;
        this.at = from;
    }

    int at() {
        return at;
    }

    boolean more() {
        return at < end;
    }

    int u8() {
        need(1);
        return b[at++] & 0xff;
    }

    int u16() {
        need(Short.BYTES);
        int v = (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
        at += Short.BYTES;
        return v;
    }

    int i32() {
        need(Integer.BYTES);
        int v = Bytes.i32(b, at);
        at += Integer.BYTES;
        return v;
    }

    /** A varint that is 0 or more and has no more than 31 bits. */
    int varint31() {
        long v = varint();
        if (v < 0 || v > Integer.MAX_VALUE) {
            throw failure(Kind.INVALID_DATA, "number " + v);
        }
        return (int) v;
    }

    void skip(int n) {
        need(n);
        at += n;
    }

    /** A string behind its length in two bytes. */
    String string16() {
        return string(u16());
    }

    String string(int length) {
        if (length < 0) {
            throw failure(Kind.NEGATIVE_SIZE, "string of " + length + " bytes");
        }
        need(length);
        String s = new String(b, at, length, StandardCharsets.UTF_8);
        at += length;
        return s;
    }

    DecodeException failure(Kind kind, String what) {
        return new DecodeException(kind, what, at - origin, path);
    }

    private long varint() {
        long v = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = u8();
            v |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return v;
            }
        }
        throw failure(Kind.MALFORMED_VARINT, "integer of more than 10 bytes");
    }

    private void need(int n) {
        if (n > end - at) {
            throw failure(Kind.SIZE, n + " bytes where " + (end - at) + " are left");
        }
    }
}

package dev.fastcodec.netty.wire;

import dev.fastcodec.EncodeException;
import dev.fastcodec.thrift.Outgoing;
import java.nio.charset.StandardCharsets;

/** Numbers, most significant byte first, and strings, as the framings have them. */
final class Bytes {
    private static final int MAX_16 = 0xffff;

    private Bytes() {}

    static int i32(byte[] b, int p) {
        return b[p] << 24 | (b[p + 1] & 0xff) << 16 | (b[p + 2] & 0xff) << 8 | b[p + 3] & 0xff;
    }

    static int u16(byte[] b, int p) {
        return (b[p] & 0xff) << 8 | b[p + 1] & 0xff;
    }

    static void setI32(byte[] b, int p, int v) {
        setU16(b, p, v >>> 16);
        setU16(b, p + 2, v);
    }

    static void setU16(byte[] b, int p, int v) {
        b[p] = (byte) (v >>> 8);
        b[p + 1] = (byte) v;
    }

    static void u8(Outgoing out, int v) {
        int p = out.size();
        out.reserve(1)[p] = (byte) v;
        out.grew(p + 1);
    }

    static void u16(Outgoing out, int v) {
        int p = out.size();
        setU16(out.reserve(Short.BYTES), p, v);
        out.grew(p + Short.BYTES);
    }

    static void i32(Outgoing out, int v) {
        int p = out.size();
        setI32(out.reserve(Integer.BYTES), p, v);
        out.grew(p + Integer.BYTES);
    }

    /** A string behind its length in two bytes. */
    static void string16(Outgoing out, String s) {
        byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
        u16(out, atMost16(bytes.length, "bytes in a string of a header"));
        raw(out, bytes);
    }

    /** A string behind its length in four bytes. */
    static void string32(Outgoing out, String s) {
        byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
        i32(out, bytes.length);
        raw(out, bytes);
    }

    static void raw(Outgoing out, byte[] bytes) {
        int p = out.size();
        System.arraycopy(bytes, 0, out.reserve(bytes.length), p, bytes.length);
        out.grew(p + bytes.length);
    }

    /** A number that two bytes hold. */
    static int atMost16(int n, String what) {
        if (n > MAX_16) {
            throw new EncodeException(n + " " + what + " where " + MAX_16 + " are allowed");
        }
        return n;
    }
}

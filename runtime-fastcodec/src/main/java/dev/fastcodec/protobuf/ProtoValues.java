package dev.fastcodec.protobuf;

import dev.fastcodec.EncodeException;
import dev.fastcodec.internal.Utf8;
import dev.fastcodec.internal.Varints;
import dev.fastcodec.internal.Views;

/**
 * Writes single values backward: the last byte goes to index {@code p - 1}, and the index of the first byte is the result. Up to 8 bytes of garbage
 * may be left in front of it, so the caller keeps that much room beyond the value's own.
 */
abstract sealed class ProtoValues permits PackedWriter {
    ProtoValues() {}

    /** An unsigned varint of 32 bits. */
    public static int varint32(byte[] b, int p, int v) {
        if ((v & ~0x7f) == 0) {
            b[--p] = (byte) v;
            return p;
        }
        long x = v & 0xffffffffL;
        int bits = 8 * Varints.size(x);
        Views.LE_LONG.set(b, p - 8, (Varints.spread(x) | Varints.CONTINUED >>> 72 - bits) << 64 - bits);
        return p - (bits >>> 3);
    }

    /** An unsigned varint of 64 bits. */
    public static int varint64(byte[] b, int p, long v) {
        if ((v & ~0x7f) == 0) {
            b[--p] = (byte) v;
            return p;
        }
        int n = Varints.size(v);
        long x = Varints.spread(v);
        if (n > 8) {
            int top = (int) (v >>> 56);
            if (n == 10) {
                b[--p] = 1;
                top |= 0x80;
            }
            b[--p] = (byte) top;
            Views.LE_LONG.set(b, p - 8, x | Varints.CONTINUED);
            return p - 8;
        }
        int bits = 8 * n;
        Views.LE_LONG.set(b, p - 8, (x | Varints.CONTINUED >>> 72 - bits) << 64 - bits);
        return p - n;
    }

    /** A signed varint of 32 bits, which takes 10 bytes when negative. */
    public static int int32(byte[] b, int p, int v) {
        return v >= 0 ? varint32(b, p, v) : varint64(b, p, v);
    }

    /** A varint of 32 bits with the sign in its lowest bit. */
    public static int sint32(byte[] b, int p, int v) {
        return varint32(b, p, v << 1 ^ v >> 31);
    }

    /** A varint of 64 bits with the sign in its lowest bit. */
    public static int sint64(byte[] b, int p, long v) {
        return varint64(b, p, v << 1 ^ v >> 63);
    }

    /** Two bytes, the least significant first; for two-byte tags. */
    public static int fixed16(byte[] b, int p, int v) {
        Views.LE_SHORT.set(b, p - 2, (short) v);
        return p - 2;
    }

    /** Four bytes, the least significant first. */
    public static int fixed32(byte[] b, int p, int v) {
        Views.LE_INT.set(b, p - 4, v);
        return p - 4;
    }

    /** Eight bytes, the least significant first. */
    public static int fixed64(byte[] b, int p, long v) {
        Views.LE_LONG.set(b, p - 8, v);
        return p - 8;
    }

    /** A number of single precision. */
    public static int float32(byte[] b, int p, float v) {
        return fixed32(b, p, Float.floatToRawIntBits(v));
    }

    /** A number of double precision. */
    public static int float64(byte[] b, int p, double v) {
        return fixed64(b, p, Double.doubleToRawLongBits(v));
    }

    /** One byte, 0 or 1. */
    public static int bool(byte[] b, int p, boolean v) {
        b[--p] = (byte) (v ? 1 : 0);
        return p;
    }

    /** A string's UTF-8, for which the caller keeps three bytes per character; no length. */
    public static int string(byte[] b, int p, String s) {
        return Utf8.backward(b, p, s);
    }

    /** As {@link #string}, of a string that may stand for bytes that are no UTF-8: see {@link ProtoInput#lenientString}. */
    public static int lenientString(byte[] b, int p, String s) {
        try {
            return Utf8.backward(b, p, s);
        } catch (EncodeException e) {
            return bytes(b, p, Utf8.lenientBytes(s));
        }
    }

    /** A string that is known to be ASCII; no length. */
    public static int ascii(byte[] b, int p, String s) {
        int n = s.length();
        Utf8.ascii(b, p - n, s, n);
        return p - n;
    }

    /** Bytes as they are; no length. */
    public static int bytes(byte[] b, int p, byte[] v) {
        int n = v.length;
        System.arraycopy(v, 0, b, p - n, n);
        return p - n;
    }
}

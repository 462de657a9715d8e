package dev.fastcodec.internal;

/** Variable-length integers of seven bits a byte, eight bytes at a time. */
public final class Varints {
    /** The bit of each byte that says that more follow. */
    public static final long CONTINUED = 0x8080808080808080L;

    private Varints() {}

    /** The number of bytes of an unsigned varint, 1 to 10. */
    public static int size(long v) {
        return 640 - 9 * Long.numberOfLeadingZeros(v | 1) >>> 6;
    }

    /** The lowest 56 bits of a number spread over eight bytes, the lowest seven in the lowest byte. */
    public static long spread(long v) {
        long x = (v & 0xfffffff) | (v & 0xfffffff0000000L) << 4;
        x = (x & 0x3fff00003fffL) | (x & 0xfffc0000fffc000L) << 2;
        return (x & 0x7f007f007f007fL) | (x & 0x3f803f803f803f80L) << 1;
    }

    /** The opposite of {@link #spread}; the bits of {@link #CONTINUED} do not count. */
    public static long squeeze(long x) {
        x = (x & 0x7f007f007f007fL) | (x & 0x7f007f007f007f00L) >>> 1;
        x = (x & 0x3fff00003fffL) | (x & 0x3fff00003fff0000L) >>> 2;
        return (x & 0xfffffff) | (x & 0xfffffff00000000L) >>> 4;
    }
}

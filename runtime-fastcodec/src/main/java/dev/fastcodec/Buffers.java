package dev.fastcodec;

import java.nio.ByteBuffer;

/** Byte buffers, which stand for bytes in sets and as keys of maps, since arrays have no equality of their own. */
public final class Buffers {
    private Buffers() {}

    /** The remaining bytes: the buffer's own array when they are all of it, else a copy; the position is left alone. */
    public static byte[] bytes(ByteBuffer buffer) {
        if (buffer.hasArray() && buffer.arrayOffset() == 0 && buffer.position() == 0) {
            byte[] array = buffer.array();
            if (array.length == buffer.limit()) {
                return array;
            }
        }
        byte[] copy = new byte[buffer.remaining()];
        buffer.duplicate().get(copy);
        return copy;
    }
}

package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.thrift.Protocol;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the messages and frames of a connection end, while their bytes arrive. Knows the size as soon as the bytes tell it, so that what is too
 * large is refused before it is there. Not for use by several threads at once.
 */
public final class PacketEnd {
    /** The answer when more bytes must arrive. */
    public static final int MORE = UnframedEnd.MORE;

    private final int limit;
    private @Nullable UnframedEnd unframed;
    private int unframedAt;
    private long known;

    /**
     * For one connection.
     *
     * @param limit the most bytes that a message may have, with all that is around it
     */
    public PacketEnd(int limit) {
        this.limit = limit;
    }

    /**
     * Looks at what arrived.
     *
     * @param b the packet from index {@code from} on: what was given before, and more
     * @param to where the bytes that are there end
     * @return the number of bytes of the packet, or {@link #MORE}; after a number the next packet is looked at
     * @throws DecodeException when it is nothing that {@link Shape} knows, or has more bytes than are allowed
     */
    public int find(byte[] b, int from, int to) {
        int there = to - from;
        if (known == 0 && unframed == null && !look(b, from, to)) {
            return MORE;
        }
        if (unframed != null) {
            int size = unframed.find(b, from + unframedAt, to);
            if (size == UnframedEnd.MORE) {
                return MORE;
            }
            known = unframedAt + (long) size;
        }
        if (known > there) {
            return MORE;
        }
        int size = (int) known;
        known = 0;
        unframed = null;
        return size;
    }

    /** How many bytes the packet has that is being looked at; 0 when that is not known. */
    public int known() {
        return (int) known;
    }

    /** Finds out the size, or what will; false when there are too few bytes for that. */
    private boolean look(byte[] b, int from, int to) {
        if (to - from < Shape.BYTES) {
            return false;
        }
        Shape shape = Shape.of(b, from);
        if (shape == Shape.TTHEADER || shape == Shape.THEADER) {
            known = TTHeaderReader.length(b, from, limit);
            return true;
        }
        int message = from;
        if (shape == Shape.MESH) {
            message += MeshHeader.length(b, from);
            if (to - message < Shape.BYTES) {
                return false;
            }
            shape = Shape.ofMessage(b, message, to);
        }
        if (shape.framed()) {
            long size = message - from + Integer.BYTES + Integer.toUnsignedLong(Bytes.i32(b, message));
            if (size > limit) {
                throw new DecodeException(
                        Kind.SIZE, "frame of " + size + " bytes where " + limit + " are allowed", 0, "frame");
            }
            known = size;
        } else {
            Protocol protocol = Objects.requireNonNull(shape.protocol());
            unframed = UnframedEnd.of(protocol, limit);
            unframedAt = message - from;
        }
        return true;
    }
}

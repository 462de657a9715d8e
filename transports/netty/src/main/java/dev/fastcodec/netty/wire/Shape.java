package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.thrift.Protocol;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a message is in, as its first eight bytes tell, in the order in which Kitex's server asks. */
public enum Shape {
    /** A {@link TTHeader}, with a message or a frame of a stream behind it. */
    TTHEADER(null, false),
    /** A {@link THeader}, with a message behind it, which Kitex does not take. */
    THEADER(null, false),
    /** A {@link MeshHeader}, with a message behind it. */
    MESH(null, false),
    /** A Thrift message with nothing around it. */
    BINARY(Protocol.BINARY, false),
    /** A Thrift message behind its length. */
    FRAMED_BINARY(Protocol.BINARY, true),
    /** A {@link KitexProtobuf} message behind its length. */
    FRAMED_PROTOBUF(null, true),
    /** A Thrift message in the Compact protocol with nothing around it, which Kitex does not take. */
    COMPACT(Protocol.COMPACT, false),
    /** A Thrift message in the Compact protocol behind its length, which Volo takes and Kitex does not. */
    FRAMED_COMPACT(Protocol.COMPACT, true);

    /** The number of bytes that tell. */
    public static final int BYTES = 8;

    private static final int STRICT_BINARY = 0x8001;
    private static final int PROTOBUF = 0x9001;
    private static final int COMPACT_ID = 0x82;
    private static final int COMPACT_VERSION = 1;
    private static final int COMPACT_VERSION_MASK = 0x1f;

    private final @Nullable Protocol protocol;
    private final boolean framed;

    Shape(@Nullable Protocol protocol, boolean framed) {
        this.protocol = protocol;
        this.framed = framed;
    }

    /** The protocol of a Thrift message; null for all else. */
    public @Nullable Protocol protocol() {
        return protocol;
    }

    /** Whether the length comes first, in four bytes. */
    public boolean framed() {
        return framed;
    }

    /** Whether it is a message, and not a header that a message follows. */
    public boolean message() {
        return this != TTHEADER && this != THEADER && this != MESH;
    }

    /**
     * The shape of what begins at {@code from}.
     *
     * @throws DecodeException when it is none; with kind {@link Kind#INVALID_DATA} and never another
     */
    public static Shape of(byte[] b, int from) {
        int first = Bytes.u16(b, from);
        int third = Bytes.u16(b, from + Integer.BYTES);
        if (third == TTHeader.MAGIC) {
            return TTHEADER;
        }
        if (third == THeader.MAGIC) {
            return THEADER;
        }
        if (first == MeshHeader.MAGIC) {
            return MESH;
        }
        if (first == STRICT_BINARY) {
            return BINARY;
        }
        if (third == STRICT_BINARY) {
            return FRAMED_BINARY;
        }
        if (third == PROTOBUF) {
            return FRAMED_PROTOBUF;
        }
        if (compact(first)) {
            return COMPACT;
        }
        if (compact(third)) {
            return FRAMED_COMPACT;
        }
        throw new DecodeException(
                Kind.INVALID_DATA,
                "message that begins with 0x" + HexFormat.of().formatHex(b, from, from + BYTES),
                0,
                "message");
    }

    /**
     * The shape of a message, of which {@code to - from} bytes are there.
     *
     * @throws DecodeException when it is none, has too few bytes, or is a header
     */
    public static Shape ofMessage(byte[] b, int from, int to) {
        if (to - from < BYTES) {
            throw new DecodeException(Kind.SIZE, "message of " + (to - from) + " bytes", 0, "message");
        }
        Shape shape = of(b, from);
        if (!shape.message()) {
            throw new DecodeException(Kind.INVALID_DATA, "header behind a header", 0, "message");
        }
        return shape;
    }

    private static boolean compact(int two) {
        return two >>> 8 == COMPACT_ID && (two & COMPACT_VERSION_MASK) == COMPACT_VERSION;
    }
}

package dev.fastcodec.netty.wire;

import dev.fastcodec.EncodeException;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import java.nio.charset.StandardCharsets;

/**
 * Writes {@link THeader}s, without transforms. The frame's length is filled in when the payload is there.
 *
 * @param start where the frame begins
 */
public record THeaderWriter(Outgoing out, int start) {
    private static final int CONTINUES = 0x80;
    private static final int SEVEN_BITS = 7;

    /**
     * Writes a header behind what is there; the payload is to follow and then {@link #finish}.
     *
     * @throws EncodeException when the header has more than 262,140 bytes
     */
    public static THeaderWriter begin(Outgoing out, THeader header) {
        int start = out.size();
        Bytes.i32(out, 0);
        Bytes.u16(out, THeader.MAGIC);
        Bytes.u16(out, header.flags());
        Bytes.i32(out, header.sequence());
        Bytes.u16(out, 0);
        varint(out, header.protocol() == Protocol.COMPACT ? THeader.COMPACT : THeader.BINARY);
        varint(out, 0);
        if (!header.strings().isEmpty()) {
            varint(out, THeader.STRING_PAIRS);
            varint(out, header.strings().size());
            header.strings().forEach((key, value) -> {
                string(out, key);
                string(out, value);
            });
        }
        TTHeaderWriter.pad(out, start);
        return new THeaderWriter(out, start);
    }

    /** Fills in what depends on the payload, which is all that was written since. */
    public void finish() {
        Bytes.setI32(out.array(), start, out.size() - start - Integer.BYTES + out.beside());
    }

    private static void string(Outgoing out, String s) {
        byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
        varint(out, bytes.length);
        Bytes.raw(out, bytes);
    }

    private static void varint(Outgoing out, int n) {
        int rest = n;
        for (; rest >= CONTINUES; rest >>>= SEVEN_BITS) {
            Bytes.u8(out, rest | CONTINUES);
        }
        Bytes.u8(out, rest);
    }
}

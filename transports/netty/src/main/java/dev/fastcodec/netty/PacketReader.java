package dev.fastcodec.netty;

import dev.fastcodec.netty.wire.Packet;
import dev.fastcodec.netty.wire.PacketEnd;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Arrays;

/**
 * Makes {@link Packet}s of the bytes that come. Each byte is copied once to an array, which is what codecs read; those of a packet that comes in several
 * pieces about twice, as its array grows with what is there and not with what is promised.
 */
final class PacketReader extends ChannelInboundHandlerAdapter {
    private static final byte[] NOTHING = {};

    private final PacketEnd end;
    private final int limit;
    private final boolean checked;
    private byte[] bytes = NOTHING;
    private int filled;
    private boolean broken;

    /**
     * A reader for one connection.
     *
     * @param limit the most bytes of a packet
     * @param checked whether checksums are compared
     */
    PacketReader(int limit, boolean checked) {
        this.end = new PacketEnd(limit);
        this.limit = limit;
        this.checked = checked;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        try {
            if (broken) {
                return;
            }
            append(in);
        } finally {
            in.release();
        }
        broken = true; // until all went well
        int from = 0;
        for (int size = find(from); size != PacketEnd.MORE; size = find(from)) {
            ctx.fireChannelRead(Packet.read(bytes, from, from + size, checked, limit));
            from += size;
        }
        keep(from);
        broken = false;
    }

    private int find(int from) {
        return end.find(bytes, from, filled);
    }

    private void append(ByteBuf in) {
        int more = in.readableBytes();
        if (more > bytes.length - filled) {
            int need = filled + more;
            int twice = 2 * filled;
            int known = end.known();
            bytes = Arrays.copyOf(bytes, Math.max(need, known == 0 ? twice : Math.min(twice, known)));
        }
        in.readBytes(bytes, filled, more);
        filled += more;
    }

    /** Keeps what belongs to the next packet, in an array of its own when the other is given away. */
    private void keep(int from) {
        if (from == filled) {
            bytes = NOTHING;
            filled = 0;
        } else if (from > 0) {
            bytes = Arrays.copyOfRange(bytes, from, filled);
            filled -= from;
        }
    }
}

package dev.fastcodec.netty;

import dev.fastcodec.DecodeException;
import dev.fastcodec.netty.wire.Packet;
import dev.fastcodec.netty.wire.StreamFrame;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.thrift.Outgoing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One end of a connection: what clients' and servers' ends do alike. Its state belongs to its event loop. */
abstract class Connection extends ChannelInboundHandlerAdapter {
    /** How many bytes of messages may wait for streams before nothing more is read. */
    private static final int MOST_WAITING = 1 << 20;

    private final EventLoop loop;
    private final Map<Integer, WireStream<?, ?>> streams = new HashMap<>();
    private long waiting;
    private long lastRead = System.nanoTime();

    Connection(EventLoop loop) {
        this.loop = loop;
    }

    /** The channel, or null when there is none yet. */
    abstract @Nullable Channel channel();

    /** The other side. */
    abstract SocketAddress peer();

    /** A message of a call or an answer came. */
    abstract void message(Packet.Message message);

    /** The first frame of a stream came that is not known. */
    abstract void unknownStream(Packet.Stream packet);

    /** The connection is lost, or can go on no longer. */
    abstract void lost(RpcException cause);

    /** Something in progress has ended, or more may be read again. */
    abstract void changed();

    final EventLoop loop() {
        return loop;
    }

    /** Runs something in the event loop: now when this is its thread. */
    final void run(Runnable action) {
        if (loop.inEventLoop()) {
            action.run();
        } else {
            try {
                loop.execute(action);
            } catch (RejectedExecutionException e) {
                rejected(action);
            }
        }
    }

    /** The event loop has ended, and with it the connection. */
    abstract void rejected(Runnable action);

    final Map<Integer, WireStream<?, ?>> streams() {
        return streams;
    }

    /** When something came last, by {@link System#nanoTime}. */
    final long lastRead() {
        return lastRead;
    }

    /** Whether so many messages wait for streams that nothing more is to be read. */
    final boolean isFull() {
        return waiting > MOST_WAITING;
    }

    /** Messages wait for a stream, or no longer when negative. */
    final void waiting(int bytes) {
        boolean was = isFull();
        waiting += bytes;
        if (was != isFull()) {
            changed();
        }
    }

    /** Whether what is written goes out at once. */
    boolean isWritable() {
        Channel channel = channel();
        return channel != null && channel.isWritable();
    }

    /** What was encoded, as what Netty sends: the array itself, and those of large binaries in between. */
    static ByteBuf buffer(Outgoing out) {
        if (out.beside() == 0) {
            return Unpooled.wrappedBuffer(out.array(), 0, out.size());
        }
        List<ByteBuffer> pieces = new ArrayList<>();
        out.pieces(pieces::add);
        return Unpooled.wrappedBuffer(pieces.size(), pieces.toArray(ByteBuffer[]::new));
    }

    /** Sends what was encoded; in the event loop, and when there is a channel. */
    final ChannelFuture send(Channel channel, Outgoing out) {
        return channel.writeAndFlush(buffer(out));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        lastRead = System.nanoTime();
        Packet packet = (Packet) message;
        if (packet instanceof Packet.Message call) {
            message(call);
        } else if (packet instanceof Packet.Stream frame) {
            StreamFrame head = frame.frame();
            WireStream<?, ?> stream = streams.get(head.stream());
            if (stream != null) {
                stream.frame(frame);
            } else if (head.type() == StreamFrame.Type.HEADER) {
                unknownStream(frame);
            }
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            List.copyOf(streams.values()).forEach(WireStream::writable);
        }
        changed();
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        lost(Failures.unavailable(peer(), "lost the connection to", null));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        lost(
                cause instanceof DecodeException e
                        ? Failures.unreadable("bytes from " + peer(), e)
                        : Failures.unavailable(peer(), "lost the connection to", cause));
        ctx.close();
    }

    /** Ends all streams. */
    final void failStreams(RpcException cause) {
        List<WireStream<?, ?>> all = List.copyOf(streams.values());
        streams.clear();
        all.forEach(stream -> stream.lost(cause));
    }
}

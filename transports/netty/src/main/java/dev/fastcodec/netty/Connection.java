package dev.fastcodec.netty;

import dev.fastcodec.DecodeException;
import dev.fastcodec.netty.wire.Packet;
import dev.fastcodec.netty.wire.StreamFrame;
import dev.fastcodec.rpc.RpcException;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One end of a connection: what clients' and servers' ends do alike. Its state belongs to its event loop. */
abstract class Connection extends ChannelInboundHandlerAdapter implements Outbox.Owner {
    private static final int LOW_WATER = 32 << 10;
    /** So many bytes may wait to be sent before senders should wait. */
    static final int HIGH_WATER = 256 << 10;

    static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(LOW_WATER, HIGH_WATER);

    /** How many bytes of messages may wait for streams before nothing more is read. */
    private static final int MOST_WAITING = 1 << 20;

    private final EventLoop loop;
    private final Outbox outbox = new Outbox(this);
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
            later(action);
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

    /** Whether what is written goes out at once; from any thread. */
    final boolean isWritable() {
        Channel channel = channel();
        return channel != null && channel.isWritable() && outbox.hasRoom();
    }

    /** What goes out. */
    final Outbox outbox() {
        return outbox;
    }

    @Override
    public final void later(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            rejected(task);
        }
    }

    @Override
    public @Nullable RpcException refusal() {
        return null;
    }

    @Override
    public final void roomAgain() {
        if (isWritable()) {
            List.copyOf(streams.values()).forEach(WireStream::writable);
        }
    }

    @Override
    public void emptied() {}

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
        roomAgain();
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

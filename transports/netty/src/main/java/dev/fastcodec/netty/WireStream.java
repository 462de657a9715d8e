package dev.fastcodec.netty;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.netty.wire.Packet;
import dev.fastcodec.netty.wire.StreamFrame.Type;
import dev.fastcodec.netty.wire.StreamFrames;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Receiver;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Sender;
import dev.fastcodec.thrift.TApplicationException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One end of a stream in frames of TTHeader. These say nothing of how much the other side may send, and Kitex takes what comes into a queue without end. Here it
 * waits until it is asked for, and when more than 1 MiB waits on a connection, nothing more is read from it until less does: the memory is bounded, at the price
 * that a stream nobody reads from holds up all that share its connection, calls too. State belongs to the connection's event loop, but for what says otherwise.
 *
 * @param <I> what comes
 * @param <O> what goes
 */
abstract class WireStream<I, O> implements Sender<O> {
    /** What a message takes besides its bytes, so that many empty ones count, too. */
    private static final int EACH = 512;

    private final Connection connection;
    private final Call call;
    private final int id;
    private final Codec<I> incoming;
    private final StreamFrames<O> frames;
    private final Queue<Packet.Stream> waiting = new ArrayDeque<>();
    private @Nullable Receiver<I> receiver;
    private int demand;
    private boolean delivering;
    private boolean ended;
    private boolean told;
    private @Nullable Throwable failure;
    private final AtomicBoolean open = new AtomicBoolean(true);

    WireStream(Connection connection, Call call, int id, Codec<I> incoming, Codec<O> outgoing, int limit) {
        this.connection = connection;
        this.call = call;
        this.id = id;
        this.incoming = incoming;
        this.frames = new StreamFrames<>(id, call.method().name(), outgoing, limit);
    }

    final Connection connection() {
        return connection;
    }

    final Call call() {
        return call;
    }

    final int id() {
        return id;
    }

    final StreamFrames<O> frames() {
        return frames;
    }

    /** Says who takes what comes; before anything can come. */
    final void receiver(Receiver<I> who) {
        receiver = who;
    }

    /** Whether something may still be sent; from any thread. */
    final boolean isOpen() {
        return open.get();
    }

    /** Says that nothing is to be sent any more; true the first time. */
    final boolean shut() {
        return open.compareAndSet(true, false);
    }

    @Override
    public final void request(int messages) {
        connection.run(() -> {
            demand = (int) Math.min(Integer.MAX_VALUE, (long) demand + messages);
            deliver();
        });
    }

    @Override
    public final boolean isReady() {
        return open.get() && connection.isWritable();
    }

    /** The connection can be written to again. */
    final void writable() {
        if (open.get() && receiver != null) {
            receiver.ready();
        }
    }

    /** A frame came. */
    final void frame(Packet.Stream packet) {
        if (packet.frame().type() == Type.DATA) {
            if (!ended) {
                boolean atOnce = demand > 0 && waiting.isEmpty() && !delivering;
                waiting.add(atOnce ? packet : packet.detached());
                connection.waiting(size(packet));
                deliver();
            }
        } else {
            control(packet);
        }
    }

    /** A frame came that is no message. */
    abstract void control(Packet.Stream packet);

    /** Something came that cannot be read. */
    abstract void unreadable(DecodeException cause);

    /** The connection is lost. */
    abstract void lost(RpcException cause);

    /** Nothing more comes: the receiver is told when it has taken what waits. */
    final void endIncoming(@Nullable Throwable cause) {
        if (!ended) {
            ended = true;
            failure = cause;
            deliver();
        }
    }

    /** Nothing more comes, and what waits is of no use. */
    final void abortIncoming(Throwable cause) {
        waiting.forEach(packet -> connection.waiting(-size(packet)));
        waiting.clear();
        if (ended && !told) {
            failure = cause;
            deliver();
        }
        endIncoming(cause);
    }

    /** As {@link #abortIncoming}, and tells it also a receiver that was told that no more comes: the other side does not wait for what is sent any more. */
    final void loseIncoming(Throwable cause) {
        boolean onlyEnded = told && failure == null;
        abortIncoming(cause);
        if (onlyEnded && receiver != null) {
            failure = cause;
            receiver.fail(cause);
        }
    }

    /** Why a frame says that all is over. */
    static TApplicationException reason(Packet.Stream packet) {
        if (!packet.hasPayload()) {
            return new TApplicationException(TApplicationException.Code.UNKNOWN, "stream ended without a reason");
        }
        return StreamFrames.exception(packet);
    }

    private void deliver() {
        Receiver<I> to = receiver;
        if (delivering || to == null) {
            return;
        }
        delivering = true;
        while (demand > 0 && !waiting.isEmpty()) {
            Packet.Stream packet = waiting.remove();
            connection.waiting(-size(packet));
            demand--;
            try {
                to.message(incoming.decode(packet.array(), packet.payload(), packet.to() - packet.payload()));
            } catch (DecodeException e) {
                unreadable(e);
            }
        }
        delivering = false;
        if (ended && waiting.isEmpty() && !told) {
            told = true;
            if (failure == null) {
                to.end();
            } else {
                to.fail(failure);
            }
        }
    }

    /** What a message takes that waits, about. */
    private static int size(Packet.Stream packet) {
        return packet.to() - packet.payload() + EACH;
    }
}

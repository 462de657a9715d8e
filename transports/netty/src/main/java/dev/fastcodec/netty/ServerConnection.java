package dev.fastcodec.netty;

import dev.fastcodec.netty.wire.Packet;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.thrift.Outgoing;
import io.netty.channel.Channel;
import java.net.SocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server's end of a connection. Calls are handled side by side, and answered when they are done. */
final class ServerConnection extends Connection {
    private final Channel channel;
    private final Calls calls;
    private final ServerOptions options;
    private final BooleanSupplier stopping;
    private final Set<ServerCall<?, ?>> inProgress = new HashSet<>();
    private boolean lost;
    private boolean draining;

    /**
     * A connection that was accepted.
     *
     * @param stopping whether the server has begun to stop; asked from any thread
     */
    ServerConnection(Channel channel, Calls calls, ServerOptions options, BooleanSupplier stopping) {
        super(channel.eventLoop());
        this.channel = channel;
        this.calls = calls;
        this.options = options;
        this.stopping = stopping;
        outbox().open(channel);
    }

    /** The connection is there, with TLS when it has that. */
    void ready() {
        watchIdle();
    }

    @Override
    Channel channel() {
        return channel;
    }

    @Override
    SocketAddress peer() {
        return channel.remoteAddress();
    }

    ServerOptions options() {
        return options;
    }

    @Override
    void rejected(Runnable action) {
        // nobody is there any more to be answered
    }

    @Override
    void message(Packet.Message message) {
        if (!draining) {
            calls.handle(this, message);
        }
    }

    @Override
    void unknownStream(Packet.Stream packet) {
        if (!draining) {
            calls.open(this, packet);
        }
    }

    /** A call begins. */
    void begin(ServerCall<?, ?> call) {
        inProgress.add(call);
        changed();
    }

    /** A call has ended that gets no answer; from any thread. */
    void end(ServerCall<?, ?> call) {
        run(() -> {
            remove(call);
            changed();
        });
    }

    /** A call has ended; in the event loop, and {@link #changed()} is told later. */
    void remove(ServerCall<?, ?> call) {
        inProgress.remove(call);
    }

    /** Sends what was encoded; from any thread. */
    void write(Outgoing bytes) {
        outbox().add(new Outbox.Plain(bytes));
    }

    @Override
    public void emptied() {
        changed();
    }

    /** Whether no call and no stream is in progress. */
    boolean isUnused() {
        return inProgress.isEmpty() && streams().isEmpty();
    }

    @Override
    void lost(RpcException cause) {
        lost = true;
        RpcException told = new RpcException(Status.CANCELLED, cause.text(), cause);
        outbox().close(told);
        List.copyOf(inProgress).forEach(call -> call.cancel(told));
        inProgress.clear();
        failStreams(told);
    }

    /** Reads no more while the other side does not read, too much is in progress, or the server stops; closes when all is done. */
    @Override
    void changed() {
        if (draining && isUnused() && outbox().isEmpty()) {
            channel.writeAndFlush(channel.alloc().buffer(0)).addListener(done -> channel.close());
            return;
        }
        boolean tooMuch = isFull() || inProgress.size() >= options.callsPerConnection() || !channel.isWritable();
        boolean unaryOnly = draining && streams().isEmpty();
        channel.config().setAutoRead(!tooMuch && !unaryOnly);
    }

    /** Whether the connection is closed when what is in progress has ended; from any thread. */
    boolean isClosedNext() {
        return stopping.getAsBoolean();
    }

    /** Begins to stop: what is in progress ends, and nothing else begins. */
    void drain() {
        run(() -> {
            draining = true;
            changed();
        });
    }

    private void watchIdle() {
        long idle = options.idleTimeout().toNanos();
        long left = lastRead() + idle - System.nanoTime();
        if (left <= 0 && isUnused()) {
            channel.close();
        } else if (!lost) {
            loop().schedule(this::watchIdle, left <= 0 ? idle : left, TimeUnit.NANOSECONDS);
        }
    }
}

package dev.fastcodec.netty;

import dev.fastcodec.netty.wire.Keys;
import dev.fastcodec.netty.wire.Packet;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A client's end of a connection. Calls may begin before it is connected; they wait. Answers find their calls by sequence id: an answer to no call in
 * flight, as to one whose time is over, is dropped.
 */
final class ClientConnection extends Connection {
    private final ClientOptions options;
    private final SocketAddress peer;
    private final AtomicInteger sequences = new AtomicInteger();
    /** How many calls and streams are in progress; counted before they begin, so that no connection is closed that is about to be used. */
    private final AtomicInteger load = new AtomicInteger();

    private volatile boolean usable = true;
    private volatile @Nullable Channel channel;
    private final InFlight calls;
    private @Nullable RpcException lost;

    private long lastUsed = System.nanoTime();

    ClientConnection(EventLoop loop, SocketAddress peer, ClientOptions options) {
        super(loop);
        this.peer = peer;
        this.options = options;
        this.calls = new InFlight(loop, this::abandon);
    }

    /** Begins to connect. */
    ClientConnection connect(Bootstrap bootstrap) {
        ChannelFuture connecting = bootstrap.connect(peer);
        connecting.addListener(done -> run(() -> connected(connecting)));
        // not left to the pipeline, which hears nothing of a channel that was closed before it became active; later, as
        // connecting may say why
        connecting.channel().closeFuture().addListener(closed -> loop().execute(
                        () -> lost(Failures.unavailable(peer, "lost the connection to", null))));
        return this;
    }

    /** The connection is there, with TLS when it has that. */
    void ready(Channel ready) {
        if (ready.remoteAddress().equals(ready.localAddress())) {
            // TCP does that when nobody listens at a port that the system gives to clients
            lost(Failures.unavailable(peer, "cannot connect to", new ConnectException("connected to itself")));
        }
        if (lost != null) {
            ready.close();
        } else {
            channel = ready;
            outbox().open(ready);
            List.copyOf(streams().values()).forEach(WireStream::writable);
            watchIdle();
            closeWhenUnused();
        }
    }

    private void connected(ChannelFuture connecting) {
        if (!connecting.isSuccess()) {
            lost(Failures.unavailable(peer, "cannot connect to", connecting.cause()));
        }
    }

    @Override
    @Nullable
    Channel channel() {
        return channel;
    }

    @Override
    SocketAddress peer() {
        return peer;
    }

    @Override
    synchronized void rejected(Runnable action) {
        action.run(); // which finds that the connection is lost
    }

    int nextSequence() {
        return sequences.incrementAndGet();
    }

    int load() {
        return load.get();
    }

    boolean isUsable() {
        Channel open = channel;
        return usable && (open == null || open.isActive());
    }

    /** Counts a call or stream about to begin; false when the connection takes no more. */
    boolean reserve() {
        load.incrementAndGet();
        if (isUsable()) {
            return true;
        }
        load.decrementAndGet();
        return false;
    }

    /** A call or stream has ended that was counted. */
    void release() {
        load.decrementAndGet();
        lastUsed = System.nanoTime();
        if (!usable) {
            run(this::closeWhenUnused);
        }
    }

    /** Takes no more calls, and closes when those in progress have ended. */
    void retire() {
        usable = false;
        run(this::closeWhenUnused);
    }

    private void closeWhenUnused() {
        Channel open = channel;
        if (!usable && load.get() == 0 && open != null) {
            open.close();
        }
    }

    InFlight inFlight() {
        return calls;
    }

    @Override
    public @Nullable RpcException refusal() {
        Channel open = Objects.requireNonNull(channel);
        if (!open.isActive() || open.isWritable() || open.bytesBeforeWritable() <= options.maxBuffered()) {
            return null;
        }
        return new RpcException(
                Status.RESOURCE_EXHAUSTED, open.bytesBeforeWritable() + " bytes wait for " + peer + " to read them");
    }

    /** A call ends for a reason of this side's; its answer, should one come, is dropped. */
    void abandon(PendingCall<?, ?> call, RpcException why) {
        run(() -> {
            boolean silent = calls.abandon(call) && !call.isOneway() && call.made() - lastRead() > 0;
            if (silent && why.status() == Status.DEADLINE_EXCEEDED) {
                usable = false; // as nothing came since the call went out, perhaps nobody is there any more
            }
            call.fail(why);
        });
    }

    /** What the reset of a stream says about where it comes from. */
    Map<String, String> cancelPath() {
        return options.caller().isEmpty() ? Map.of() : Map.of(Keys.CANCEL_PATH, options.caller());
    }

    @Override
    void message(Packet.Message message) {
        if (!message.strings().getOrDefault(Keys.CONNECTION_RESET, "").isEmpty()) {
            retire();
        }
        Opened answer = Opened.read(message);
        PendingCall<?, ?> call = calls.answered(answer.envelope());
        if (call != null) {
            call.answer(answer);
        }
    }

    @Override
    void unknownStream(Packet.Stream packet) {
        // of a stream that was given up
    }

    @Override
    void lost(RpcException cause) {
        if (lost != null) {
            return;
        }
        lost = cause;
        usable = false;
        calls.removeAll().forEach(call -> call.fail(cause));
        failStreams(cause);
        outbox().close(cause);
    }

    @Override
    void changed() {
        Channel open = channel;
        if (open != null) {
            open.config().setAutoRead(!isFull());
        }
    }

    /** Closes the connection at once. */
    void close(RpcException cause) {
        run(() -> {
            Channel open = channel;
            lost(cause);
            if (open != null) {
                open.close();
            }
        });
    }

    private void watchIdle() {
        long idle = options.idleTimeout().toNanos();
        long left = lastUsed + idle - System.nanoTime();
        if (left <= 0 && load.get() == 0) {
            retire();
            if (load.get() == 0) {
                return;
            }
        }
        if (lost == null) {
            loop().schedule(this::watchIdle, left <= 0 ? idle : left, TimeUnit.NANOSECONDS);
        }
    }
}

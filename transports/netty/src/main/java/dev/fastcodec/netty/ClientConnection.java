package dev.fastcodec.netty;

import dev.fastcodec.netty.wire.Keys;
import dev.fastcodec.netty.wire.Packet;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.thrift.MessageType;
import dev.fastcodec.thrift.Outgoing;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Map<Integer, PendingCall<?, ?>> calls = new HashMap<>();
    private @Nullable List<Runnable> untilConnected = new ArrayList<>();
    private @Nullable RpcException lost;
    /** How many calls ended without their answer, which may still come. */
    private int abandoned;

    private long lastUsed = System.nanoTime();

    ClientConnection(EventLoop loop, SocketAddress peer, ClientOptions options) {
        super(loop);
        this.peer = peer;
        this.options = options;
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
        List<Runnable> waiting = untilConnected;
        if (ready.remoteAddress().equals(ready.localAddress())) {
            // TCP does that when nobody listens at a port that the system gives to clients
            lost(Failures.unavailable(peer, "cannot connect to", new ConnectException("connected to itself")));
        }
        if (lost != null) {
            ready.close();
        } else if (waiting != null) {
            channel = ready;
            untilConnected = null;
            waiting.forEach(Runnable::run);
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

    /** Sends a call. */
    void send(PendingCall<?, ?> call, Outgoing request) {
        run(() -> {
            if (call.isOver()) {
                return;
            }
            if (!call.isOneway()) {
                calls.put(call.sequence(), call);
            }
            write(request, cause -> finish(call, cause), () -> {
                if (call.isOneway()) {
                    call.completeOneway();
                }
            });
        });
    }

    /** What happens with bytes that could not be sent. */
    interface Failed {
        void fail(RpcException cause);
    }

    /** Sends bytes when there is a connection; in the event loop. */
    void write(Outgoing bytes, Failed failed, Runnable sent) {
        RpcException cause = lost;
        if (cause != null) {
            failed.fail(cause);
            return;
        }
        List<Runnable> waiting = untilConnected;
        if (waiting != null) {
            waiting.add(() -> write(bytes, failed, sent));
            return;
        }
        Channel open = Objects.requireNonNull(channel);
        if (open.isActive() && !open.isWritable() && open.bytesBeforeWritable() > options.maxBuffered()) {
            failed.fail(new RpcException(
                    Status.RESOURCE_EXHAUSTED,
                    open.bytesBeforeWritable() + " bytes wait for " + peer + " to read them"));
            return;
        }
        ChannelFuture writing = send(open, bytes);
        writing.addListener(done -> {
            if (done.isSuccess()) {
                sent.run();
            } else {
                usable = false;
                open.close();
                failed.fail(Failures.unavailable(peer, "cannot send to", done.cause()));
            }
        });
    }

    /** A call ends for a reason of this side's; its answer, should one come, is dropped. */
    void abandon(PendingCall<?, ?> call, RpcException why) {
        run(() -> {
            boolean inFlight = calls.get(call.sequence()) == call;
            if (inFlight) {
                abandoned++;
            }
            boolean silent = inFlight && call.begun() - lastRead() > 0;
            if (silent && why.status() == Status.DEADLINE_EXCEEDED) {
                usable = false; // as nothing came since the call went out, perhaps nobody is there any more
            }
            finish(call, why);
        });
    }

    /** What the reset of a stream says about where it comes from. */
    Map<String, String> cancelPath() {
        return options.caller().isEmpty() ? Map.of() : Map.of(Keys.CANCEL_PATH, options.caller());
    }

    private void finish(PendingCall<?, ?> call, RpcException cause) {
        calls.remove(call.sequence(), call);
        call.fail(cause);
    }

    @Override
    void message(Packet.Message message) {
        if (!message.strings().getOrDefault(Keys.CONNECTION_RESET, "").isEmpty()) {
            retire();
        }
        Opened answer = Opened.read(message);
        PendingCall<?, ?> call = calls.remove(answer.envelope().sequence());
        if (call == null && answer.envelope().type() == MessageType.EXCEPTION && calls.size() == 1 && abandoned == 0) {
            // Kitex and proxies answer with another sequence id, as a rule 0, when they could not read the call. It is
            // the only one.
            call = calls.remove(calls.keySet().iterator().next());
        }
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
        List<Runnable> waiting = untilConnected;
        untilConnected = null;
        List<PendingCall<?, ?>> all = List.copyOf(calls.values());
        calls.clear();
        all.forEach(call -> call.fail(cause));
        failStreams(cause);
        if (waiting != null) {
            waiting.forEach(Runnable::run);
        }
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

package dev.fastcodec.netty;

import dev.fastcodec.netty.wire.TTHeader;
import dev.fastcodec.rpc.Attribute;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.Deadline;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Receiver;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Sender;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.thrift.Outgoing;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where client stubs send their calls: a server of Thrift or Kitex at one address. Connects when there are calls, again when a connection was lost, and
 * closes connections that nobody uses. For use by several threads; to be closed.
 *
 * <p>Calls fail with {@link RpcException}: {@link Status#UNAVAILABLE} when there is no connection or it was lost, {@link Status#DEADLINE_EXCEEDED},
 * {@link Status#RESOURCE_EXHAUSTED} when the other side does not read, {@link Status#INTERNAL} for bytes that cannot be read, and what the other side
 * says. Headers need a framing that has them; response headers and trailers are one and the same there.
 */
public final class NettyChannel implements Channel, AutoCloseable {
    /** Of a call: the TTHeader of the answer, at a server that of the request. Not there when there was none. */
    public static final Attribute<TTHeader> HEADER = new Attribute<>("ttheader");

    private final InetSocketAddress address;
    private final ClientOptions options;
    private final Requests requests;
    private final EventLoopGroup loops;
    private final Bootstrap bootstrap;
    private final Pool calls;
    private final Pool streams;
    private final Threads callbacks;

    private NettyChannel(InetSocketAddress address, ClientOptions options) {
        this.address = address;
        this.options = options;
        this.requests = new Requests(options);
        Transport transport = Transport.best();
        this.loops = transport.loops(options.threads(), "fastcodec-client");
        this.bootstrap = new Bootstrap()
                .channel(transport.client())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        options.connectTimeout().toMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, Connection.WATER_MARK);
        this.calls = new Pool(options.connections(), this::connect);
        this.streams = new Pool(options.streamConnections(), this::connect);
        this.callbacks = Threads.of(options.executor(), "fastcodec-client-callback");
    }

    /** A channel to a server; connects when it is first called. */
    public static NettyChannel to(String host, int port, ClientOptions options) {
        return new NettyChannel(new InetSocketAddress(host, port), options);
    }

    /** A channel to a server; connects when it is first called. */
    public static NettyChannel to(InetSocketAddress address, ClientOptions options) {
        return new NettyChannel(address, options);
    }

    @Override
    public <Q, R> CompletableFuture<R> unary(Call call, Method<Q, R> method, Q request) {
        RpcException before = over(call);
        if (before != null) {
            return CompletableFuture.failedFuture(before);
        }
        ClientConnection connection;
        try {
            connection = calls.reserve();
        } catch (RpcException e) {
            return CompletableFuture.failedFuture(e);
        }
        int sequence = connection.nextSequence();
        Outgoing bytes;
        try {
            bytes = requests.write(call, method, sequence, request);
        } catch (RuntimeException | Error e) {
            connection.release();
            return CompletableFuture.failedFuture(e);
        }
        Executor teller = call.isBlocking() ? Runnable::run : callbacks.executor();
        PendingCall<Q, R> pending = new PendingCall<>(connection, call, method, sequence, bytes, time(call), teller);
        pending.start();
        return pending.result();
    }

    @Override
    public <Q, R> Sender<Q> stream(Call call, Method<Q, R> method, Receiver<R> responses) {
        ClientConnection connection = streams.reserve();
        try {
            Receiver<R> receiver =
                    call.isBlocking() ? responses : new SerialReceiver<>(callbacks.executor(), responses);
            ClientStream<Q, R> stream = new ClientStream<>(connection, call, method, options.limit());
            stream.start(requests, receiver, over(call));
            return stream;
        } catch (RuntimeException | Error e) {
            connection.release();
            throw e;
        }
    }

    @Override
    public Executor executor() {
        return callbacks.executor();
    }

    /** How many connections there are or are being made, for calls and for streams. */
    public int connections() {
        return calls.size() + streams.size();
    }

    /** Closes all connections; calls in progress fail, and so do calls that are made later. */
    @Override
    public void close() {
        calls.close();
        streams.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        callbacks.close();
    }

    /** The address. */
    @Override
    public String toString() {
        return "NettyChannel to " + address;
    }

    private static @Nullable RpcException over(Call call) {
        Deadline deadline = call.deadline();
        if (deadline != null && deadline.isOver()) {
            return call.deadlineExceeded();
        }
        return call.cancellation().cause();
    }

    /** The nanoseconds that a call may take. */
    private long time(Call call) {
        Deadline deadline = call.deadline();
        if (deadline != null) {
            return deadline.nanosLeft();
        }
        return options.callTimeout().isZero()
                ? Long.MAX_VALUE
                : options.callTimeout().toNanos();
    }

    private ClientConnection connect() {
        EventLoop loop = loops.next();
        ClientConnection connection = new ClientConnection(loop, address, options);
        Bootstrap each = bootstrap
                .clone(loop)
                .handler(new Pipeline(
                        options.limit(), options.hasChecksum(), handshake(), c -> connection, connection::ready));
        return connection.connect(each);
    }

    private Pipeline.@Nullable Handshake handshake() {
        SslContext tls = options.tls();
        return tls == null
                ? null
                : new Pipeline.Handshake(
                        channel -> tls.newHandler(channel.alloc(), address.getHostString(), address.getPort()),
                        options.connectTimeout());
    }
}

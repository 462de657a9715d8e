package dev.fastcodec.netty;

import dev.fastcodec.rpc.Router;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs handlers for calls that come over TCP. Finds out for each message what it is in: unframed, Framed, TTHeader, THeader, mesh header, Kitex Protobuf; Binary or
 * Compact; and answers in the same. TTHeader's streams come on the same connections. To be stopped.
 */
public final class NettyServer implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private final ServerOptions options;
    private final Calls calls;
    private final EventLoopGroup loops;
    private final Threads handlers;
    private final Set<ServerConnection> connections = ConcurrentHashMap.newKeySet();
    private final Channel listening;
    private volatile boolean stopping;

    private NettyServer(SocketAddress address, Router router, ServerOptions options) throws IOException {
        this.options = options;
        this.handlers = Threads.of(options.executor(), "fastcodec-server-handler");
        this.calls = new Calls(router, handlers.executor());
        Transport transport = Transport.best();
        this.loops = transport.loops(options.threads(), "fastcodec-server");
        ChannelFuture binding = new ServerBootstrap()
                .group(loops)
                .channel(transport.server())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, Connection.WATER_MARK)
                .childHandler(
                        new Pipeline(options.limit(), options.hasChecksum(), handshake(), this::accept, this::ready))
                .bind(address)
                .awaitUninterruptibly();
        this.listening = binding.channel();
        if (!binding.isSuccess()) {
            close();
            throw new IOException("cannot listen at " + address, binding.cause());
        }
    }

    /**
     * Starts a server.
     *
     * @param address where it listens; port 0 is any that is free
     * @throws IOException when it cannot listen there
     * @throws IllegalStateException when calls that name no service could be for several; see {@link Router#requireUnambiguous}
     */
    public static NettyServer start(InetSocketAddress address, Router router, ServerOptions options)
            throws IOException {
        return new NettyServer(address, router, options);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    /** How many connections there are. */
    public int connections() {
        return connections.size();
    }

    /**
     * Stops: takes no more connections and no more calls, waits until calls and streams in progress have ended, and closes what is left when the time
     * is over; its calls are cancelled.
     *
     * @return whether all ended in time
     */
    public boolean stop(Duration grace) {
        long until = System.nanoTime() + grace.toNanos();
        acceptNoMore();
        connections.forEach(ServerConnection::drain);
        boolean inTime = true;
        for (ServerConnection each : connections) {
            long left = Math.max(0, until - System.nanoTime());
            inTime &= each.channel().closeFuture().awaitUninterruptibly(left, TimeUnit.NANOSECONDS);
        }
        close();
        return inTime;
    }

    /** Stops at once: closes all connections, and calls in progress are cancelled. */
    @Override
    public void close() {
        acceptNoMore();
        connections.forEach(each -> each.channel().close().awaitUninterruptibly());
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        handlers.close();
    }

    /** When this is done, all connections are known that were accepted: an event loop that ends may forget those that come to it last. */
    private void acceptNoMore() {
        stopping = true;
        listening.close().awaitUninterruptibly();
        if (!loops.isShuttingDown()) {
            loops.forEach(loop -> loop.submit(() -> {}).awaitUninterruptibly());
        }
    }

    private Connection accept(Channel channel) {
        ServerConnection connection = new ServerConnection(channel, calls, options, () -> stopping);
        connections.add(connection);
        channel.closeFuture().addListener(closed -> connections.remove(connection));
        return connection;
    }

    private void ready(Channel channel) {
        ServerConnection connection = channel.pipeline().get(ServerConnection.class);
        connection.ready();
        if (stopping) {
            connection.drain();
        }
    }

    private Pipeline.@Nullable Handshake handshake() {
        SslContext tls = options.tls();
        return tls == null ? null : new Pipeline.Handshake(channel -> tls.newHandler(channel.alloc()), HANDSHAKE);
    }
}

package dev.fastcodec.netty;

import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server and a channel to it, on this machine. */
final class Loopback implements AutoCloseable {
    /** No wait in a test may take longer. */
    static final long PATIENCE = 20;

    private final NettyServer server;
    private final NettyChannel channel;

    Loopback(ServerOptions serving, ClientOptions calling, Handler<?, ?>... handlers) {
        server = server(0, serving, handlers);
        channel = NettyChannel.to(server.address(), calling);
    }

    static NettyServer server(int port, ServerOptions options, Handler<?, ?>... handlers) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return NettyServer.start(address, Router.of(List.of(handlers)), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NettyServer server() {
        return server;
    }

    NettyChannel channel() {
        return channel;
    }

    <Q, R> R call(Method<Q, R> method, Q request) {
        return await(channel.unary(Call.client(method), method, request));
    }

    /** The failure of a call that must fail. */
    <Q, R> Throwable failure(Method<Q, R> method, Q request) {
        return failure(channel.unary(Call.client(method), method, request));
    }

    static Throwable failure(CompletableFuture<?> result) {
        try {
            throw new AssertionError("answered with " + result.get(PATIENCE, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static <T> T await(CompletableFuture<T> result) {
        try {
            return result.get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until something holds that tells nobody. */
    static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited for " + PATIENCE + " seconds");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        channel.close();
        server.stop(Duration.ofSeconds(5));
    }
}

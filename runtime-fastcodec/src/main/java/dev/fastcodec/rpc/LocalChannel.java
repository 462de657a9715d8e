package dev.fastcodec.rpc;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A channel to services in the same program: for tests, and for parts of a program that are to be moved elsewhere later. Messages are written and read
 * as on a wire, so that no two sides share one; nothing else is.
 */
public final class LocalChannel implements Channel {
    private final Router router;
    private final Executor executor;

    /**
     * A channel.
     *
     * @param executor runs handlers and tells receivers; must be able to run several at the same time
     */
    public LocalChannel(Router router, Executor executor) {
        this.router = Objects.requireNonNull(router);
        this.executor = Objects.requireNonNull(executor);
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public <Q, R> CompletableFuture<R> unary(Call call, Method<Q, R> method, Q request) {
        CompletableFuture<R> response = new CompletableFuture<>();
        Handler<?, ?> handler = router.find(method.service(), method.name());
        if (handler == null) {
            response.completeExceptionally(unimplemented(method));
        } else {
            try {
                LocalUnary<Q, R> exchange = new LocalUnary<>(call, method, response);
                byte[] bytes = exchange.encode(request);
                executor.execute(() -> exchange.handle(handler, bytes, executor));
            } catch (RejectedExecutionException e) {
                response.completeExceptionally(new RpcException(Status.UNAVAILABLE, "no thread for the call", e));
            } catch (RuntimeException e) {
                response.completeExceptionally(e);
            }
        }
        return response;
    }

    @Override
    public <Q, R> Sender<Q> stream(Call call, Method<Q, R> method, Receiver<R> responses) {
        Handler<?, ?> handler = router.find(method.service(), method.name());
        return new LocalStream<>(call, method, executor).open(handler, responses);
    }

    static RpcException unimplemented(Method<?, ?> method) {
        return RpcException.remote(Status.UNIMPLEMENTED, "no handler for " + method.fullName(), new Metadata(), null);
    }

    /** The first payload that the method has. */
    static Payload payload(Method<?, ?> method) {
        for (Payload payload : Payload.values()) {
            if (method.has(payload)) {
                return payload;
            }
        }
        throw new IllegalArgumentException("method " + method.fullName() + " has no codec");
    }

    /** What the caller gets for what a handler failed with: gRPC's way, which tells strangers nothing of exceptions that nobody declared. */
    static RuntimeException answered(Throwable cause, Metadata trailers) {
        if (cause instanceof BizStatusException biz) {
            return biz;
        } else if (cause instanceof RpcException rpc) {
            Metadata all = new Metadata(trailers).addAll(rpc.trailers());
            return RpcException.remote(rpc.status(), rpc.getMessage(), all, null);
        }
        return RpcException.remote(Status.UNKNOWN, null, trailers, null);
    }
}

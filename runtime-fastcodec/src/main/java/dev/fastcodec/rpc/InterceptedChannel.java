package dev.fastcodec.rpc;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** A view on a channel with interceptors around each call. */
final class InterceptedChannel implements Channel {
    private final Channel channel;
    private final Chain chain;

    InterceptedChannel(Channel channel, List<Interceptor> interceptors) {
        this.channel = channel;
        this.chain = new Chain(interceptors);
    }

    @Override
    public Call newCall(Method<?, ?> method) {
        return channel.newCall(method);
    }

    @Override
    public Executor executor() {
        return channel.executor();
    }

    @Override
    @SuppressWarnings("unchecked") // interceptors keep to the types of the messages
    public <Q, R> CompletableFuture<R> unary(Call call, Method<Q, R> method, Q request) {
        CompletableFuture<R> result = new CompletableFuture<>();
        chain.run(call, c -> {
                    MessageMaps maps = c.takeMaps();
                    CompletableFuture<R> response = channel.unary(c, method, MessageMaps.request(maps, request));
                    return maps == null
                            ? (CompletableFuture<Object>) response
                            : response.thenApply(r -> MessageMaps.response(maps, r));
                })
                .whenComplete((response, failure) -> {
                    if (failure == null) {
                        result.complete((R) response);
                    } else {
                        result.completeExceptionally(Chain.cause(failure));
                    }
                });
        return result;
    }

    @Override
    public <Q, R> Sender<Q> stream(Call call, Method<Q, R> method, Receiver<R> responses) {
        LateSender<Q> requests = new LateSender<>(responses);
        AtomicBoolean over = new AtomicBoolean();
        chain.run(call, c -> {
                    requests.mayStart();
                    MessageMaps maps = c.takeMaps();
                    InterceptedReceiver<R> inner = new InterceptedReceiver<>(maps, responses, over);
                    requests.start(maps, channel.stream(c, method, inner));
                    return inner.end;
                })
                .whenComplete((nothing, failure) -> {
                    over.set(true);
                    if (failure == null) {
                        responses.end();
                    } else {
                        requests.fail(Chain.cause(failure));
                        responses.fail(Chain.cause(failure));
                    }
                });
        return requests;
    }

    /** Passes messages on, and lets the interceptors see the end before the receiver does. */
    private static final class InterceptedReceiver<R> implements Receiver<R> {
        private final CompletableFuture<Object> end = new CompletableFuture<>();
        private final MessageMaps maps;
        private final Receiver<R> receiver;
        private final AtomicBoolean over;

        InterceptedReceiver(MessageMaps maps, Receiver<R> receiver, AtomicBoolean over) {
            this.maps = maps;
            this.receiver = receiver;
            this.over = over;
        }

        @Override
        public void message(R message) {
            if (!over.get()) {
                receiver.message(MessageMaps.response(maps, message));
            }
        }

        @Override
        public void end() {
            end.complete(null);
        }

        @Override
        public void fail(Throwable cause) {
            end.completeExceptionally(cause);
        }

        @Override
        public void ready() {
            receiver.ready();
        }
    }
}

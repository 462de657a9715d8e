package dev.fastcodec.rpc;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** A handler with interceptors around each call. */
final class InterceptedHandler<Q, R> implements Handler<Q, R> {
    private final Handler<Q, R> handler;
    private final Chain chain;

    InterceptedHandler(Handler<Q, R> handler, List<Interceptor> interceptors) {
        this.handler = handler;
        this.chain = new Chain(interceptors);
    }

    @Override
    public Method<Q, R> method() {
        return handler.method();
    }

    @Override
    public boolean isBlocking() {
        return handler.isBlocking();
    }

    private CompletionStage<Object> around(Call call, Interceptor.Next last) {
        AtomicReference<CompletionStage<Object>> outcome = new AtomicReference<>();
        call.run(() -> outcome.set(chain.run(call, last)));
        return outcome.get();
    }

    @Override
    @SuppressWarnings("unchecked") // interceptors keep to the types of the messages
    public void unary(Call call, Q request, Responder<R> responder) {
        around(call, c -> {
                    MessageMaps maps = c.takeMaps();
                    CompletableFuture<Object> response = new CompletableFuture<>();
                    handler.unary(c, MessageMaps.request(maps, request), new FutureResponder<>(response));
                    return maps == null ? response : response.thenApply(r -> MessageMaps.response(maps, r));
                })
                .whenComplete((response, failure) -> {
                    if (failure == null) {
                        responder.complete((R) response);
                    } else {
                        responder.fail(Chain.cause(failure));
                    }
                });
    }

    private record FutureResponder<R>(CompletableFuture<Object> response) implements Responder<R> {
        @Override
        public void complete(R answer) {
            response.complete(answer);
        }

        @Override
        public void fail(Throwable cause) {
            response.completeExceptionally(cause);
        }
    }

    @Override
    public Receiver<Q> stream(Call call, Sender<R> responses) {
        LateReceiver<Q> requests = new LateReceiver<>();
        around(call, c -> {
                    MessageMaps maps = c.takeMaps();
                    InterceptedSender<R> inner = new InterceptedSender<>(maps, responses);
                    requests.start(maps, inner.end, handler.stream(c, inner));
                    return inner.end;
                })
                .whenComplete((nothing, failure) -> {
                    if (failure == null) {
                        responses.end();
                    } else {
                        responses.fail(Chain.cause(failure));
                    }
                });
        return requests;
    }

    /** Passes messages on, and lets the interceptors see the end before it is sent. */
    private static final class InterceptedSender<R> implements Sender<R> {
        private final CompletableFuture<Object> end = new CompletableFuture<>();
        private final MessageMaps maps;
        private final Sender<R> sender;

        InterceptedSender(MessageMaps maps, Sender<R> sender) {
            this.maps = maps;
            this.sender = sender;
        }

        @Override
        public void request(int messages) {
            sender.request(messages);
        }

        @Override
        public boolean isReady() {
            return sender.isReady();
        }

        @Override
        public void send(R message) {
            sender.send(MessageMaps.response(maps, message));
        }

        @Override
        public void end() {
            end.complete(null);
        }

        @Override
        public void fail(Throwable cause) {
            end.completeExceptionally(cause);
        }
    }
}

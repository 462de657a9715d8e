package dev.fastcodec.rpc;

import dev.fastcodec.schema.ServiceSchema.Mode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One call of a {@link LocalChannel} without streams. */
final class LocalUnary<Q, R> {
    private final Call call;
    private final Method<Q, R> method;
    private final Payload payload;
    private final CompletableFuture<R> response;

    LocalUnary(Call call, Method<Q, R> method, CompletableFuture<R> response) {
        this.call = call;
        this.method = method;
        this.payload = LocalChannel.payload(method);
        this.response = response;
        Cancellation.Registration timer = call.watchDeadline();
        call.cancellation()
                .onCancel(
                        () -> response.completeExceptionally(call.cancellation().cause()));
        response.whenComplete((r, failure) -> timer.close());
    }

    byte[] encode(Q request) {
        return method.requests(payload).encode(request);
    }

    void handle(Handler<?, ?> handler, byte[] request, Executor executor) {
        if (response.isDone()) {
            return;
        }
        Call served = Call.server(handler.method(), new Metadata(call.headers()), call.deadline(), executor);
        Cancellation.Registration link = call.cancellation()
                .onCancel(() -> served.cancellation().cancel(call.cancellation().cause()));
        if (method.mode() == Mode.ONEWAY) {
            response.complete(null);
        }
        answer(handler, served, request, link);
    }

    private <P, A> void answer(Handler<P, A> handler, Call served, byte[] request, Cancellation.Registration link) {
        P message;
        try {
            message = handler.method().requests(payload).decode(request);
        } catch (RuntimeException e) {
            response.completeExceptionally(new RpcException(Status.INTERNAL, "request cannot be read", e));
            return;
        }
        handler.unary(served, message, new Responder<A>() {
            @Override
            public void complete(A answer) {
                link.close();
                try {
                    answered(served, method.mode() == Mode.ONEWAY ? null : encode(answer));
                } catch (RuntimeException e) {
                    fail(e);
                }
            }

            private byte[] encode(A answer) {
                return handler.method().responses(payload).encode(answer);
            }

            @Override
            public void fail(Throwable cause) {
                link.close();
                if (!response.isDone()) {
                    call.headersReceived(new Metadata(served.responseHeaders()));
                    RuntimeException failure = LocalChannel.answered(cause, new Metadata(served.trailers()));
                    call.trailersReceived(
                            failure instanceof RpcException rpc ? rpc.trailers() : new Metadata(served.trailers()));
                    response.completeExceptionally(failure);
                }
            }
        });
    }

    private void answered(Call served, byte[] answer) {
        if (response.isDone()) {
            return;
        }
        call.headersReceived(new Metadata(served.responseHeaders()));
        R message;
        try {
            message = method.responses(payload).decode(answer);
        } catch (RuntimeException e) {
            response.completeExceptionally(new RpcException(Status.INTERNAL, "response cannot be read", e));
            return;
        }
        call.trailersReceived(new Metadata(served.trailers()));
        response.complete(message);
    }
}

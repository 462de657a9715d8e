package dev.fastcodec.rpc;

import java.util.function.Consumer;

/** Takes the one request of a method that answers with a stream. */
final class SingleRequest<Q> implements Receiver<Q> {
    private final Method<Q, ?> method;
    private final Sender<?> responses;
    private final Consumer<Q> body;
    private final Runnable onReady;
    private final Consumer<Throwable> onFailure;
    private Q request;
    private int count;

    SingleRequest(
            Method<Q, ?> method,
            Sender<?> responses,
            Consumer<Q> body,
            Runnable onReady,
            Consumer<Throwable> onFailure) {
        this.method = method;
        this.responses = responses;
        this.body = body;
        this.onReady = onReady;
        this.onFailure = onFailure;
        responses.request(2); // the second is one too many, and must be seen
    }

    @Override
    public void message(Q message) {
        request = message;
        count++;
    }

    @Override
    public void end() {
        if (count != 1) {
            responses.fail(new RpcException(
                    Status.INTERNAL, (count == 0 ? "no request of " : "several requests of ") + method.fullName()));
            return;
        }
        try {
            body.accept(request);
        } catch (RuntimeException | Error e) {
            responses.fail(e);
        }
    }

    @Override
    public void fail(Throwable cause) {
        onFailure.accept(cause);
    }

    @Override
    public void ready() {
        onReady.run();
    }
}

package dev.fastcodec.rpc;

/** A handler of a method without streams. */
final class UnaryHandler<Q, R> implements Handler<Q, R> {
    private final Method<Q, R> method;
    private final boolean blocking;
    private final Body<Q, R> body;

    /** Answers now, later, or by throwing something unchecked. */
    @FunctionalInterface
    interface Body<Q, R> {
        void handle(Q request, Responder<R> responder);
    }

    UnaryHandler(Method<Q, R> method, boolean blocking, Body<Q, R> body) {
        this.method = method;
        this.blocking = blocking;
        this.body = body;
    }

    @Override
    public Method<Q, R> method() {
        return method;
    }

    @Override
    public boolean isBlocking() {
        return blocking;
    }

    @Override
    public void unary(Call call, Q request, Responder<R> responder) {
        call.run(() -> {
            try {
                body.handle(request, responder);
            } catch (RuntimeException | Error e) {
                responder.fail(e);
            }
        });
    }

    @Override
    public Receiver<Q> stream(Call call, Sender<R> responses) {
        throw new IllegalStateException(method.fullName() + " has no stream");
    }
}

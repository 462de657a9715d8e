package dev.fastcodec.rpc;

/** A handler of a method with a stream. */
final class StreamHandler<Q, R> implements Handler<Q, R> {
    private final Method<Q, R> method;
    private final boolean blocking;
    private final Body<Q, R> body;

    /** Opens a call, or throws something unchecked. */
    @FunctionalInterface
    interface Body<Q, R> {
        Receiver<Q> open(Call call, Sender<R> responses);
    }

    StreamHandler(Method<Q, R> method, boolean blocking, Body<Q, R> body) {
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
        throw new IllegalStateException(method.fullName() + " has a stream");
    }

    @Override
    public Receiver<Q> stream(Call call, Sender<R> responses) {
        try {
            return body.open(call, responses);
        } catch (RuntimeException | Error e) {
            responses.fail(e);
            return new Ignoring<>();
        }
    }

    /** Sends the only response, or what keeps it from being written. */
    static <R> void sendOne(Sender<R> responses, R response) {
        try {
            responses.send(response);
        } catch (RuntimeException | Error e) {
            responses.fail(e);
            return;
        }
        responses.end();
    }

    private static final class Ignoring<Q> implements Receiver<Q> {
        @Override
        public void message(Q message) {}

        @Override
        public void end() {}

        @Override
        public void fail(Throwable cause) {}
    }
}

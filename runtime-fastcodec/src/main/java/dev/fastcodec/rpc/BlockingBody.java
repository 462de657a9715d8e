package dev.fastcodec.rpc;

import java.util.Iterator;
import java.util.concurrent.RejectedExecutionException;

/** A handler that blocks, of a call with a stream, in a thread of the call's executor. */
final class BlockingBody<Q, R> {
    private final Call call;
    private final Sender<R> responses;
    private final Gate writable = new Gate();
    private final MessageIterator<Q> requests = new MessageIterator<>(writable);

    BlockingBody(Call call, Sender<R> responses) {
        this.call = call;
        this.responses = responses;
    }

    /** What comes. */
    MessageIterator<Q> requests() {
        return requests;
    }

    /** Runs it. */
    void start(Runnable body) {
        try {
            call.executor().execute(() -> call.run(() -> run(body)));
        } catch (RejectedExecutionException e) {
            responses.fail(new RpcException(Status.UNAVAILABLE, "no thread for the call", e));
        }
    }

    private void run(Runnable body) {
        try {
            body.run();
        } catch (RuntimeException | Error e) {
            responses.fail(e);
        }
    }

    /** Sends all responses and the end. Who waits to send learns from the cancellation that nobody takes them, as the requests may have ended before. */
    void sendAll(Iterator<? extends R> messages) {
        Cancellation cancellation = call.cancellation();
        Cancellation.Registration waking = cancellation.onCancel(writable::signal);
        try {
            if (Pull.sendAll(
                    messages, responses, writable, () -> requests.failure() != null || cancellation.isCancelled())) {
                responses.end();
            }
        } finally {
            waking.close();
        }
    }

    /** Sends the only response and the end. */
    void sendOne(R response) {
        responses.send(response);
        responses.end();
    }
}

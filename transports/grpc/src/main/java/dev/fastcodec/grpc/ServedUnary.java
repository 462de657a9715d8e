package dev.fastcodec.grpc;

import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.Responder;
import io.grpc.Context;
import io.grpc.ServerCall;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/** A call without streams, at the server. */
final class ServedUnary<Q, R> extends ServerCall.Listener<Object> implements Responder<R> {
    private final Handler<Q, R> handler;
    private final ServedCall<Q, R> served;
    /** Tells of the end while the handler holds the listener's thread. */
    private final Context.CancellationListener cancellation;

    private @Nullable Object request;

    ServedUnary(Handler<Q, R> handler, ServedCall<Q, R> served) {
        this.handler = handler;
        this.served = served;
        this.cancellation = context -> cancel();
        served.context().addListener(cancellation, Runnable::run);
        served.wire().request(2); // the second is one too many, and must be seen
    }

    private void cancel() {
        if (!served.isClosed()) {
            served.call().cancellation().cancel(served.cancelled());
        }
    }

    @Override
    public void onMessage(Object message) {
        if (message instanceof Inbound.Unreadable unreadable) {
            refuse("request cannot be read: " + unreadable.reason().getMessage(), unreadable.reason());
        } else if (request != null) {
            refuse("several requests of " + served.method().fullName(), null);
        }
        request = message;
    }

    private void refuse(String why, @Nullable Throwable cause) {
        served.close(Status.INTERNAL.withDescription(why).withCause(cause), new Metadata());
    }

    @Override
    @SuppressWarnings("unchecked") // the marshaller makes them
    public void onHalfClose() {
        if (request == null) {
            refuse("no request of " + served.method().fullName(), null);
        }
        if (!served.isClosed()) {
            handler.unary(served.call(), (Q) request, this);
        }
    }

    @Override
    public void complete(R response) {
        try {
            served.send(response);
            served.end();
        } catch (RuntimeException e) {
            served.fail(e);
        } finally {
            served.context().removeListener(cancellation);
        }
    }

    @Override
    public void fail(Throwable cause) {
        served.fail(cause);
        served.context().removeListener(cancellation);
    }
}

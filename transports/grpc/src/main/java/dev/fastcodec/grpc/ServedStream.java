package dev.fastcodec.grpc;

import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.Receiver;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Sender;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call with a stream, at the server. */
final class ServedStream<Q, R> extends ServerCall.Listener<Object> implements Sender<R> {
    private final ServedCall<Q, R> served;
    private @Nullable Receiver<Q> requests;
    private boolean lost;

    ServedStream(ServedCall<Q, R> served) {
        this.served = served;
    }

    ServedStream<Q, R> open(Handler<Q, R> handler) {
        served.call().headerSender(served::sendHeaders);
        requests = handler.stream(served.call(), this);
        return this;
    }

    private Receiver<Q> requests() {
        return Objects.requireNonNull(requests);
    }

    @Override
    public void request(int messages) {
        served.wire().request(messages);
    }

    @Override
    public boolean isReady() {
        return !served.isClosed() && served.wire().isReady();
    }

    @Override
    public void send(R message) {
        served.send(message);
    }

    @Override
    public void end() {
        served.end();
    }

    @Override
    public void fail(Throwable cause) {
        served.fail(cause);
    }

    @Override
    @SuppressWarnings("unchecked") // the marshaller makes them
    public void onMessage(Object message) {
        if (lost) {
            return;
        } else if (message instanceof Inbound.Unreadable unreadable) {
            String why = "request cannot be read: " + unreadable.reason().getMessage();
            served.close(Status.INTERNAL.withDescription(why).withCause(unreadable.reason()), new Metadata());
            lose(new RpcException(dev.fastcodec.rpc.Status.INTERNAL, why, unreadable.reason()));
        } else {
            requests().message((Q) message);
        }
    }

    @Override
    public void onHalfClose() {
        if (!lost) {
            requests().end();
        }
    }

    @Override
    public void onCancel() {
        lose(served.cancelled());
    }

    private void lose(RpcException why) {
        if (!lost) {
            lost = true;
            requests().fail(why);
            served.call().cancellation().cancel(why);
        }
    }

    @Override
    public void onReady() {
        requests().ready();
    }
}

package dev.fastcodec.grpc;

import dev.fastcodec.Codec;
import dev.fastcodec.EncodedMessage;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Cancellation;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Receiver;
import dev.fastcodec.rpc.Sender;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call with a stream, at the client. */
final class ClientStream<Q, R> extends ClientCall.Listener<Object> implements Sender<Q> {
    private final Call call;
    private final Method<Q, R> method;
    private final Codec<Q> requests;
    private final Receiver<R> responses;
    private final Answered answered = new Answered();
    private @Nullable ClientCall<Object, Object> wire;
    private Cancellation.@Nullable Registration registration;
    private volatile @Nullable Throwable failure;
    private volatile boolean over;
    private boolean unreadable;

    ClientStream(Call call, Method<Q, R> method, Receiver<R> responses) {
        this.call = call;
        this.method = method;
        this.requests = method.requests(Methods.requiredPayload(method));
        this.responses = responses;
    }

    Sender<Q> start(GrpcChannel channel) {
        ClientCall<Object, Object> opened = channel.open(call, method, answered, null);
        wire = opened;
        opened.start(this, Headers.sent(call.headers()));
        Cancellation cancellation = call.cancellation();
        Cancellation.Registration link =
                cancellation.onCancel(() -> fail(Objects.requireNonNull(cancellation.cause())));
        registration = link;
        if (over) {
            link.close();
        }
        return this;
    }

    private ClientCall<Object, Object> wire() {
        return Objects.requireNonNull(wire);
    }

    @Override
    public void request(int messages) {
        wire().request(messages);
    }

    @Override
    public boolean isReady() {
        return !over && wire().isReady();
    }

    @Override
    public void send(Q message) {
        Outbound outbound = new Outbound(message, EncodedMessage.of(requests.encode(message)));
        unlessOver(() -> wire().sendMessage(outbound));
    }

    @Override
    public void end() {
        unlessOver(wire()::halfClose);
    }

    /** grpc-java throws where something is sent after the end, which may come at any moment, from another thread. */
    private void unlessOver(Runnable sending) {
        if (over || failure != null) {
            return;
        }
        try {
            sending.run();
        } catch (IllegalStateException e) {
            if (!over && failure == null) {
                throw e;
            }
        }
    }

    @Override
    public void fail(Throwable cause) {
        synchronized (this) {
            if (over || failure != null) {
                return;
            }
            failure = cause;
        }
        wire().cancel(cause.getMessage(), cause);
    }

    @Override
    public void onHeaders(Metadata headers) {
        Headers.received(call, wire(), headers);
    }

    @Override
    @SuppressWarnings("unchecked") // the marshaller makes them
    public void onMessage(Object message) {
        if (message instanceof Inbound.Unreadable why) {
            unreadable = true;
            fail(ClientUnary.unreadable(why.reason()));
        } else if (failure == null) {
            responses.message((R) message);
        }
    }

    @Override
    public void onReady() {
        responses.ready();
    }

    @Override
    public void onClose(io.grpc.Status status, Metadata trailers) {
        over = true;
        if (registration != null) {
            registration.close();
        }
        dev.fastcodec.rpc.Metadata received = Headers.received(trailers);
        Throwable end = failure;
        if (end == null || status.isOk() && !unreadable) {
            end = Failures.received(status, received, answered.byServer());
        }
        call.trailersReceived(received);
        if (end == null) {
            responses.end();
        } else {
            responses.fail(end);
        }
    }
}

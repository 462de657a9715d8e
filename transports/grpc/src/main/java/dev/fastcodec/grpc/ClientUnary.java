package dev.fastcodec.grpc;

import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodedMessage;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Cancellation;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A call without streams, at the client. */
final class ClientUnary<Q, R> extends ClientCall.Listener<Object> {
    private final Call call;
    private final Method<Q, R> method;
    private final CompletableFuture<R> response = new CompletableFuture<>();
    private final Answered answered = new Answered();
    private @Nullable ClientCall<Object, Object> wire;
    private Cancellation.@Nullable Registration registration;
    private @Nullable Object message;
    private @Nullable RuntimeException failure;

    ClientUnary(Call call, Method<Q, R> method) {
        this.call = call;
        this.method = method;
    }

    /**
     * Sends the request.
     *
     * @param callbacks where the listener is run, or null for the channel's threads
     */
    CompletableFuture<R> start(GrpcChannel channel, @Nullable Executor callbacks, Q request) {
        Cancellation cancellation = call.cancellation();
        if (cancellation.isCancelled()) {
            response.completeExceptionally(cancellation.cause());
            return response;
        }
        ClientCall<Object, Object> opened;
        try {
            byte[] bytes = method.requests(Methods.requiredPayload(method)).encode(request);
            Metadata headers = Headers.sent(call.headers());
            opened = wire = channel.open(call, method, answered, callbacks);
            opened.start(this, headers);
            opened.request(2); // the second is one too many, and must be seen
            opened.sendMessage(new Outbound(request, EncodedMessage.of(bytes)));
            opened.halfClose();
        } catch (RuntimeException | Error e) {
            if (wire != null) {
                wire.cancel("the call could not be made", e);
            }
            response.completeExceptionally(e);
            return response;
        }
        Cancellation.Registration link = cancellation.onCancel(() -> {
            RpcException why = cancellation.cause();
            opened.cancel(why.getMessage(), why);
        });
        registration = link;
        if (response.isDone()) {
            link.close();
        }
        return response;
    }

    /** The thread that waits has been interrupted. */
    void interrupt() {
        call.cancellation().cancel(new RpcException(Status.CANCELLED, "interrupted", new InterruptedException()));
    }

    @Override
    public void onHeaders(Metadata headers) {
        Headers.received(call, Objects.requireNonNull(wire), headers);
    }

    @Override
    public void onMessage(Object received) {
        if (received instanceof Inbound.Unreadable unreadable) {
            failure = unreadable(unreadable.reason());
        } else if (message != null) {
            failure = new RpcException(Status.INTERNAL, "several responses of " + method.fullName());
        }
        message = received;
        if (failure != null) {
            Objects.requireNonNull(wire).cancel(failure.getMessage(), failure);
        }
    }

    static RpcException unreadable(DecodeException reason) {
        return new RpcException(Status.INTERNAL, "response cannot be read: " + reason.getMessage(), reason);
    }

    @Override
    @SuppressWarnings("unchecked") // the marshaller makes them
    public void onClose(io.grpc.Status status, Metadata trailers) {
        dev.fastcodec.rpc.Metadata received = Headers.received(trailers);
        RuntimeException end = failure;
        if (end == null && !status.isOk() && call.cancellation().isCancelled()) {
            end = call.cancellation().cause();
        }
        if (end == null) {
            end = Failures.received(status, received, answered.byServer());
        }
        if (end == null && message == null) {
            end = new RpcException(Status.INTERNAL, "no response of " + method.fullName());
        }
        call.trailersReceived(received);
        if (end == null) {
            response.complete((R) message);
        } else {
            response.completeExceptionally(end);
        }
        if (registration != null) {
            registration.close();
        }
    }
}

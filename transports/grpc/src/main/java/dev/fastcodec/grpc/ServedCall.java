package dev.fastcodec.grpc;

import dev.fastcodec.Codec;
import dev.fastcodec.EncodeException;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Deadline;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.RpcException;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What calls with and without streams share at the server: both directions of headers, and one end. */
final class ServedCall<Q, R> {
    private final Method<Q, R> method;
    private final Codec<R> responses;
    private final ServerCall<Object, Object> wire;
    private final Context context = Context.current();
    private final Call call;
    private boolean headersSent;
    private boolean closed;

    /** To be made in grpc-java's context of the call. */
    ServedCall(Method<Q, R> method, ServerCall<Object, Object> wire, Metadata headers, Executor executor) {
        this.method = method;
        this.responses = method.responses(Methods.requiredPayload(method));
        this.wire = wire;
        io.grpc.Deadline deadline = context.getDeadline();
        this.call = Call.server(
                method,
                Headers.received(headers),
                deadline == null
                        ? null
                        : Deadline.after(Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS))),
                method.isUnary() ? executor : context.fixedContextExecutor(executor));
        SocketAddress peer = wire.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        if (peer != null) {
            call.put(Call.PEER, peer);
        }
    }

    Call call() {
        return call;
    }

    Method<Q, R> method() {
        return method;
    }

    ServerCall<Object, Object> wire() {
        return wire;
    }

    Context context() {
        return context;
    }

    /** Why grpc-java has cancelled the call. */
    RpcException cancelled() {
        Status status = Contexts.statusFromCancelled(context);
        return status != null && status.getCode() == Status.Code.DEADLINE_EXCEEDED
                ? call.deadlineExceeded()
                : new RpcException(
                        dev.fastcodec.rpc.Status.CANCELLED, "cancelled by the client, or its connection is lost");
    }

    /** @throws EncodeException when they cannot be written; nothing is sent */
    synchronized void sendHeaders() {
        if (!headersSent && !closed) {
            Metadata headers = Headers.sent(call.responseHeaders());
            headersSent = true;
            wire.sendHeaders(headers);
        }
    }

    /** @throws EncodeException when the message cannot be written; nothing is sent */
    synchronized void send(R message) {
        if (!closed) {
            Outbound outbound = new Outbound(message, responses.encodeLent(message));
            sendHeaders();
            wire.sendMessage(outbound);
        }
    }

    void end() {
        close(Status.OK, call.trailers());
    }

    /** Ends the call with a failure of its handler. */
    void fail(Throwable cause) {
        dev.fastcodec.rpc.Metadata trailers = new dev.fastcodec.rpc.Metadata(call.trailers());
        close(Failures.answered(cause, trailers), trailers);
    }

    synchronized void close(Status status, dev.fastcodec.rpc.Metadata trailers) {
        if (closed) {
            return;
        }
        closed = true;
        try {
            wire.close(status, Headers.sent(trailers));
        } catch (EncodeException e) {
            wire.close(
                    Status.INTERNAL
                            .withDescription("trailers cannot be written")
                            .withCause(e),
                    new Metadata());
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }
}

package dev.fastcodec.netty;

import dev.fastcodec.DecodeException;
import dev.fastcodec.netty.wire.BizStatus;
import dev.fastcodec.netty.wire.TTHeader;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Deadline;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.schema.ServiceSchema.Mode;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.TApplicationException.Code;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** A call of a client's without a stream, from when it is sent until it has ended. State belongs to the connection's event loop. */
final class PendingCall<Q, R> implements Outbox.Item {
    private final ClientConnection connection;
    private final Call call;
    private final Method<Q, R> method;
    private final int sequence;
    private final Outgoing bytes;
    private final Executor executor;
    private final CompletableFuture<R> result = new CompletableFuture<>();
    private final long made = System.nanoTime();
    private final long nanos;
    private boolean over;

    /**
     * A call that is counted at its connection.
     *
     * @param nanos how long it may take, or {@link Long#MAX_VALUE}
     * @param executor where the result is told
     */
    PendingCall(
            ClientConnection connection,
            Call call,
            Method<Q, R> method,
            int sequence,
            Outgoing bytes,
            long nanos,
            Executor executor) {
        this.connection = connection;
        this.call = call;
        this.method = method;
        this.sequence = sequence;
        this.bytes = bytes;
        this.nanos = nanos;
        this.executor = executor;
    }

    int sequence() {
        return sequence;
    }

    CompletableFuture<R> result() {
        return result;
    }

    /** When the call was made, by {@link System#nanoTime}. */
    long made() {
        return made;
    }

    /** Whether it may take only some time. */
    boolean isLimited() {
        return nanos != Long.MAX_VALUE;
    }

    /** When its time is over, by {@link System#nanoTime}. */
    long until() {
        return made + nanos;
    }

    RpcException deadlineExceeded() {
        return call.deadlineExceeded();
    }

    boolean isOneway() {
        return method.mode() == Mode.ONEWAY;
    }

    /** Sends it, and watches whether it is cancelled. */
    void start() {
        connection.outbox().add(this);
        call.cancellation()
                .onCancel(() -> connection.abandon(this, call.cancellation().cause()));
    }

    @Override
    public Outgoing bytes() {
        return bytes;
    }

    @Override
    public void begin() {
        if (!over) {
            connection.inFlight().add(this);
        }
    }

    @Override
    public boolean isWanted() {
        return !over;
    }

    @Override
    public boolean wantsToKnow() {
        return isOneway();
    }

    @Override
    public void sent() {
        connection.inFlight().remove(this);
        end(() -> result.complete(null));
    }

    @Override
    public void failed(RpcException cause) {
        connection.inFlight().remove(this);
        fail(cause);
    }

    void fail(Throwable cause) {
        end(() -> result.completeExceptionally(cause));
    }

    /** The answer came. */
    void answer(Opened answer) {
        try {
            read(answer);
        } catch (DecodeException e) {
            fail(Failures.unreadable("answer to " + method.fullName(), e));
        } catch (RuntimeException e) {
            // no codec for what the answer is in, or a listener of the user's failed
            fail(new RpcException(Status.INTERNAL, "answer to " + method.fullName() + ": " + e.getMessage(), e));
        }
    }

    private void read(Opened answer) {
        Metadata metadata = Headers.of(answer.message().strings());
        TTHeader header = answer.message().ttheader();
        if (header != null) {
            call.put(NettyChannel.HEADER, header);
        }
        call.put(Call.PEER, connection.peer());
        call.headersReceived(metadata);
        call.trailersReceived(metadata);
        switch (answer.envelope().type()) {
            case EXCEPTION -> fail(failure(answer, metadata));
            case REPLY -> reply(answer, metadata);
            case CALL, ONEWAY ->
                fail(Failures.local(
                        Code.INVALID_MESSAGE_TYPE,
                        "client side, invalid message type "
                                + answer.envelope().type().number()));
        }
    }

    /**
     * What an exception tells: a business error, when Volo sends it, as the header has it. A server that has seen the deadline pass has no way to say so,
     * and its timer may be the quicker one.
     */
    private RuntimeException failure(Opened answer, Metadata metadata) {
        BizStatus error = BizStatus.of(answer.message().strings());
        if (error != null) {
            return Failures.business(error, metadata);
        }
        Deadline deadline = call.deadline();
        return deadline != null && deadline.isOver()
                ? call.deadlineExceeded()
                : Failures.remote(answer.exception(), metadata);
    }

    private void reply(Opened answer, Metadata metadata) {
        String name = answer.envelope().function();
        if (!name.equals(method.name())) {
            fail(Failures.local(
                    Code.WRONG_METHOD_NAME, "wrong method name, expect=" + method.name() + ", actual=" + name));
            return;
        }
        BizStatus error = BizStatus.of(answer.message().strings());
        if (error != null) {
            fail(Failures.business(error, metadata));
            return;
        }
        R response = answer.body(method.responses(answer.payload()));
        end(() -> result.complete(response));
    }

    private void end(Runnable completion) {
        if (over) {
            return;
        }
        over = true;
        connection.release();
        try {
            executor.execute(completion);
        } catch (RejectedExecutionException e) {
            completion.run();
        }
    }
}

package dev.fastcodec.netty;

import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Cancellation;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Responder;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.schema.ServiceSchema.Mode;
import dev.fastcodec.thrift.MessageType;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.TApplicationException;
import dev.fastcodec.thrift.TApplicationException.Code;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call without a stream that a server handles, from when it came until it is answered. */
final class ServerCall<Q, R> implements Responder<R>, Outbox.Item {
    private final ServerConnection connection;
    private final Replies replies;
    private final Handler<Q, R> handler;
    private final Call call;
    private final AtomicBoolean answered = new AtomicBoolean();
    private Cancellation.@Nullable Registration deadline;
    private @Nullable Outgoing answer;

    ServerCall(ServerConnection connection, Replies replies, Handler<Q, R> handler, Call call) {
        this.connection = connection;
        this.replies = replies;
        this.handler = handler;
        this.call = call;
    }

    /** Reads the request and handles it in the executor; called in the event loop. */
    void start(Executor executor) {
        connection.begin(this);
        deadline = call.watchDeadline();
        try {
            executor.execute(this::handle);
        } catch (RejectedExecutionException e) {
            fail(new TApplicationException(Code.INTERNAL_ERROR, "server takes no more calls"));
        }
    }

    private void handle() {
        Method<Q, R> method = handler.method();
        Q request;
        try {
            request = replies.request().body(method.requests(replies.request().payload()));
        } catch (DecodeException e) {
            fail(new TApplicationException(
                    Code.PROTOCOL_ERROR, "request of " + method.fullName() + ": " + e.getMessage()));
            return;
        }
        RpcException cancelled = call.cancellation().cause();
        if (cancelled != null) {
            fail(cancelled); // nobody waits any more
            return;
        }
        try {
            handler.unary(call, request, this);
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    @Override
    public void complete(R response) {
        end(() -> answer(response));
    }

    @Override
    public void fail(Throwable cause) {
        end(() -> answerFailure(cause));
    }

    /** Answers, unless the call is answered or wants no answer. */
    private void end(Supplier<Outgoing> writing) {
        if (answered.compareAndSet(false, true)) {
            try {
                answer = isOneway() ? null : writing.get();
            } finally {
                if (deadline != null) {
                    deadline.close();
                }
                if (answer == null) {
                    connection.end(this);
                } else {
                    connection.outbox().add(this);
                }
            }
        }
    }

    @Override
    public Outgoing bytes() {
        return Objects.requireNonNull(answer);
    }

    @Override
    public void begin() {
        connection.remove(this);
    }

    private Outgoing answer(R response) {
        Map<String, String> strings = replies.strings(call);
        try {
            return replies.reply(handler.method().responses(replies.request().payload()), response, strings);
        } catch (EncodeException e) {
            return replies.exception(Failures.answer(e, handler.method()), strings);
        }
    }

    private Outgoing answerFailure(Throwable cause) {
        Map<String, String> strings = replies.strings(call);
        if (replies.hasHeader()) {
            Headers.add(Failures.trailers(cause), strings);
        }
        if (cause instanceof BizStatusException e && replies.hasBusinessErrors()) {
            return replies.business(
                    handler.method().responses(replies.request().payload()), Failures.business(e), strings);
        }
        return replies.exception(Failures.answer(cause, handler.method()), strings);
    }

    /** Nobody waits for the answer any more, which means nothing where nobody did: Kitex's clients may close a connection behind a oneway call. */
    void cancel(RpcException why) {
        if (!isOneway()) {
            call.cancellation().cancel(why);
        }
    }

    private boolean isOneway() {
        return handler.method().mode() == Mode.ONEWAY
                || replies.request().envelope().type() == MessageType.ONEWAY;
    }
}

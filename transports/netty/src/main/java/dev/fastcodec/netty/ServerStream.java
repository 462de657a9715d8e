package dev.fastcodec.netty;

import dev.fastcodec.DecodeException;
import dev.fastcodec.netty.wire.Packet;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Cancellation;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.TApplicationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A server's end of a stream: headers first, also when there is no message, and a trailer in the end. */
final class ServerStream<Q, R> extends WireStream<Q, R> {
    private final ServerConnection connection;
    private final AtomicBoolean headerSent = new AtomicBoolean();
    private Cancellation.@Nullable Registration deadline;
    private volatile boolean answered;

    ServerStream(ServerConnection connection, Call call, Method<Q, R> method, int id) {
        super(
                connection,
                call,
                id,
                method.requests(Payload.STRUCT_BINARY),
                method.responses(Payload.STRUCT_BINARY),
                connection.options().limit());
        this.connection = connection;
    }

    /** Begins to handle it; in the event loop. */
    void start(Handler<Q, R> handler) {
        connection.streams().put(id(), this);
        deadline = call().watchDeadline();
        call().headerSender(this::sendHeader);
        call().cancellation()
                .onCancel(() ->
                        connection.run(() -> cancelled(call().cancellation().cause())));
        try {
            receiver(handler.stream(call(), this));
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void sendHeader() {
        if (headerSent.compareAndSet(false, true)) {
            Map<String, String> strings = new LinkedHashMap<>();
            Headers.add(call().responseHeaders(), strings);
            connection.write(frames().header(strings, Map.of()));
        }
    }

    @Override
    public void send(R message) {
        if (isOpen()) {
            Outgoing data = frames().data(message);
            sendHeader();
            connection.write(data);
        }
    }

    @Override
    public void end() {
        finish(new LinkedHashMap<>(), null);
    }

    @Override
    public void fail(Throwable cause) {
        Map<String, String> strings = new LinkedHashMap<>();
        Headers.add(Failures.trailers(cause), strings);
        if (cause instanceof BizStatusException e) {
            Failures.business(e).add(strings);
            finish(strings, null);
            return;
        }
        finish(strings, Failures.answerOfStream(cause, call().method()));
    }

    private void finish(Map<String, String> strings, @Nullable TApplicationException failure) {
        if (shut()) {
            answered = true;
            sendHeader();
            Headers.add(call().trailers(), strings);
            connection.write(frames().trailer(strings, failure));
            connection.run(this::close);
        }
    }

    @Override
    void control(Packet.Stream packet) {
        switch (packet.frame().type()) {
            case META, DATA, HEADER -> {}
            case TRAILER -> endIncoming(packet.hasPayload() ? Failures.remote(reason(packet), call().headers()) : null);
            case RESET -> {
                TApplicationException why = reason(packet);
                shut();
                close();
                call().cancellation()
                        .cancel(RpcException.remote(Status.CANCELLED, why.getMessage(), call().headers(), why));
            }
        }
    }

    @Override
    void unreadable(DecodeException cause) {
        abortIncoming(Failures.unreadable("request of " + call().method().fullName(), cause));
        fail(new TApplicationException(
                TApplicationException.Code.PROTOCOL_ERROR,
                "request of " + call().method().fullName() + ": " + cause.getMessage()));
    }

    @Override
    void lost(RpcException cause) {
        shut();
        close();
        call().cancellation().cancel(cause);
    }

    /** By the other side, the loss of the connection, or the deadline, which the other side has to be told. */
    private void cancelled(RpcException why) {
        if (!answered) {
            loseIncoming(why);
        }
        if (isOpen()) {
            fail(why);
        }
    }

    private void close() {
        connection.streams().remove(id(), this);
        if (deadline != null) {
            deadline.close();
        }
        connection.changed();
    }
}

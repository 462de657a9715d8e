package dev.fastcodec.netty;

import dev.fastcodec.DecodeException;
import dev.fastcodec.netty.wire.BizStatus;
import dev.fastcodec.netty.wire.Keys;
import dev.fastcodec.netty.wire.Packet;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Deadline;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.Receiver;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.TApplicationException;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client's end of a stream. */
final class ClientStream<Q, R> extends WireStream<R, Q> {
    private final ClientConnection connection;
    private @Nullable ScheduledFuture<?> timer;
    private boolean over;
    private volatile boolean halfClosed;

    ClientStream(ClientConnection connection, Call call, Method<Q, R> method, int limit) {
        super(
                connection,
                call,
                connection.nextSequence(),
                method.responses(Payload.STRUCT_BINARY),
                method.requests(Payload.STRUCT_BINARY),
                limit);
        this.connection = connection;
    }

    /** Opens the stream, unless the call is over before. */
    void start(Requests requests, Receiver<R> receiver, @Nullable RpcException before) {
        Method<?, ?> method = call().method();
        Map<Integer, String> ints = requests.ints(call(), method);
        ints.remove(Keys.TO_METHOD);
        Outgoing header = frames().header(requests.strings(call(), method), ints);
        receiver(receiver);
        if (before != null) {
            connection.run(() -> finish(before));
            return;
        }
        write(new Frame(header) {
            @Override
            public void begin() {
                opened();
            }
        });
        call().cancellation().onCancel(() -> fail(call().cancellation().cause()));
    }

    private void opened() {
        if (over) {
            return;
        }
        connection.streams().put(id(), this);
        Deadline deadline = call().deadline();
        if (deadline != null) {
            timer = connection
                    .loop()
                    .schedule(
                            () -> cancel(call().deadlineExceeded(), Failures.STREAM_TIMEOUT),
                            Math.max(0, deadline.nanosLeft()),
                            TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void send(Q message) {
        if (isOpen() && !halfClosed) {
            write(new Frame(frames().data(message)));
        }
    }

    @Override
    public void end() {
        if (isOpen() && !halfClosed) {
            halfClosed = true;
            write(new Frame(frames().trailer(Map.of(), null)));
        }
    }

    @Override
    public void fail(Throwable cause) {
        int type = cause instanceof RpcException e && e.status() == Status.DEADLINE_EXCEEDED
                ? Failures.STREAM_TIMEOUT
                : Failures.CANCELLED_BY_USER;
        connection.run(() -> cancel(cause, type));
    }

    private void cancel(Throwable cause, int type) {
        if (over) {
            return;
        }
        String text = type == Failures.STREAM_TIMEOUT ? "stream timeout" : "canceled by user code";
        TApplicationException why = new TApplicationException().setMessage(text).typeNumber(type);
        write(new Outbox.Plain(frames().reset(connection.cancelPath(), why)));
        finish(cause);
    }

    private void write(Outbox.Item frame) {
        connection.outbox().add(frame);
    }

    /** What is sent as long as the stream is open. */
    private class Frame implements Outbox.Item {
        private final Outgoing bytes;

        Frame(Outgoing bytes) {
            this.bytes = bytes;
        }

        @Override
        public Outgoing bytes() {
            return bytes;
        }

        @Override
        public boolean isWanted() {
            return isOpen();
        }

        @Override
        public void failed(RpcException cause) {
            lost(cause);
        }
    }

    @Override
    void control(Packet.Stream packet) {
        Map<String, String> strings = packet.frame().strings();
        switch (packet.frame().type()) {
            case META, DATA -> {}
            case HEADER -> {
                call().put(Call.PEER, connection.peer());
                call().headersReceived(Headers.of(strings));
            }
            case TRAILER -> {
                Metadata trailers = Headers.of(strings);
                Throwable failure = failure(packet, trailers);
                call().trailersReceived(trailers);
                close();
                endIncoming(failure);
            }
            case RESET -> finish(Failures.remote(reason(packet), Headers.of(strings)));
        }
    }

    private static @Nullable Throwable failure(Packet.Stream packet, Metadata trailers) {
        if (packet.hasPayload()) {
            return Failures.remote(reason(packet), trailers);
        }
        BizStatus error = BizStatus.of(packet.frame().strings());
        return error == null ? null : Failures.business(error, trailers);
    }

    @Override
    void unreadable(DecodeException cause) {
        cancel(Failures.unreadable("response of " + call().method().fullName(), cause), Failures.INTERNAL);
    }

    @Override
    void lost(RpcException cause) {
        finish(cause);
    }

    private void finish(Throwable cause) {
        close();
        abortIncoming(cause);
    }

    private void close() {
        shut();
        if (!over) {
            over = true;
            connection.streams().remove(id());
            if (timer != null) {
                timer.cancel(false);
            }
            connection.release();
        }
    }
}

package dev.fastcodec.libthrift;

import dev.fastcodec.rpc.ApplicationErrors;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Cancellation;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.Receiver;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Sender;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.schema.ServiceSchema.Mode;
import dev.fastcodec.thrift.MessageType;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.thrift.TApplicationException;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.TTransportException;
import org.jspecify.annotations.Nullable;

/**
 * A channel over one of libthrift's protocols, that is over one connection: calls go one after the other. To call a server of several services, give a
 * {@code TMultiplexedProtocol}, or have this name the services itself.
 *
 * <p>The wire has no headers and no streams: headers of calls are not sent, and calls with a stream fail with {@link Status#UNIMPLEMENTED}. A call that is
 * cancelled, or whose deadline is over, ends at once for its caller, while the connection still waits for the answer. When the connection fails in a call,
 * that one and all later ones fail with {@link Status#UNAVAILABLE}: open another one, and make another channel.
 */
public final class ProtocolChannel implements Channel {
    private final TProtocol protocol;
    private final Executor executor;
    private final boolean namesServices;
    private final Object turn = new Object();
    private int sequence;
    private @Nullable TException broken;

    private ProtocolChannel(TProtocol protocol, Executor executor, boolean namesServices) {
        this.protocol = Objects.requireNonNull(protocol);
        this.executor = Objects.requireNonNull(executor);
        this.namesServices = namesServices;
    }

    /**
     * A channel whose calls name the function alone.
     *
     * @param protocol over a transport that is open; the caller closes it
     * @param executor its threads read and write, one at a time, and wait for it
     */
    public static ProtocolChannel of(TProtocol protocol, Executor executor) {
        return new ProtocolChannel(protocol, executor, false);
    }

    /** A channel whose calls name service and function, as {@code TMultiplexedProtocol} has it. */
    public static ProtocolChannel multiplexed(TProtocol protocol, Executor executor) {
        return new ProtocolChannel(protocol, executor, true);
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public <Q, R> CompletableFuture<R> unary(Call call, Method<Q, R> method, Q request) {
        CompletableFuture<R> response = new CompletableFuture<>();
        byte[] body;
        try {
            body = method.requests(Payload.BINARY).encode(request);
        } catch (RuntimeException e) {
            response.completeExceptionally(e);
            return response;
        }
        Cancellation.Registration timer = call.watchDeadline();
        Cancellation.Registration link = call.cancellation()
                .onCancel(
                        () -> response.completeExceptionally(call.cancellation().cause()));
        response.whenComplete((r, failure) -> {
            timer.close();
            link.close();
        });
        try {
            executor.execute(() -> exchange(call, method, body, response));
        } catch (RejectedExecutionException e) {
            response.completeExceptionally(new RpcException(Status.UNAVAILABLE, "no thread for the call", e));
        }
        return response;
    }

    private <Q, R> void exchange(Call call, Method<Q, R> method, byte[] body, CompletableFuture<R> response) {
        R result = null;
        RpcException failure = null;
        synchronized (turn) {
            if (response.isDone()) {
                return;
            }
            try {
                if (broken != null) {
                    throw new RpcException(Status.UNAVAILABLE, "the connection failed before", broken);
                }
                result = exchange(call, method, body);
            } catch (RpcException e) {
                failure = e;
            } catch (TException e) {
                broken = e;
                failure = failure(e);
            } catch (RuntimeException | StackOverflowError e) {
                // libthrift's JSON reader lets exceptions of the JDK through.
                broken = new TException(e);
                failure = new RpcException(Status.INTERNAL, "answer cannot be read", e);
            }
        }
        if (failure == null) {
            response.complete(result);
        } else {
            response.completeExceptionally(failure);
        }
    }

    private <Q, R> @Nullable R exchange(Call call, Method<Q, R> method, byte[] body) throws TException {
        String name = namesServices ? method.service() + ":" + method.name() : method.name();
        boolean oneway = method.mode() == Mode.ONEWAY;
        MessageType type = oneway ? MessageType.ONEWAY : MessageType.CALL;
        protocol.writeMessageBegin(new TMessage(name, (byte) type.number(), ++sequence));
        new Structs<>(method.requests(Payload.BINARY)).writeEncoded(body, protocol);
        protocol.writeMessageEnd();
        protocol.getTransport().flush();
        return oneway ? null : answer(call, method);
    }

    private <R> R answer(Call call, Method<?, R> method) throws TException {
        TMessage message = protocol.readMessageBegin();
        if (message.type == MessageType.EXCEPTION.number()) {
            TApplicationException e = TApplicationException.readFrom(protocol);
            protocol.readMessageEnd();
            call.trailersReceived(new Metadata());
            throw ApplicationErrors.received(
                    new dev.fastcodec.thrift.TApplicationException()
                            .typeNumber(e.getType())
                            .setMessage(e.getMessage()),
                    new Metadata());
        }
        if (message.seqid != sequence) {
            throw new TApplicationException(
                    TApplicationException.BAD_SEQUENCE_ID,
                    "answer to call " + message.seqid + " where that to " + sequence + " is due");
        } else if (message.type != MessageType.REPLY.number()) {
            throw new TApplicationException(
                    TApplicationException.INVALID_MESSAGE_TYPE, "message of type " + message.type + " is no answer");
        } else if (!message.name.equals(method.name())) {
            throw new TApplicationException(
                    TApplicationException.WRONG_METHOD_NAME,
                    "answer of " + message.name + " where that of " + method.name() + " is due");
        }
        R result = new Structs<>(method.responses(Payload.BINARY)).read(protocol);
        protocol.readMessageEnd();
        call.trailersReceived(new Metadata());
        return result;
    }

    private static RpcException failure(TException e) {
        if (e instanceof TTransportException transport) {
            boolean late = transport.getType() == TTransportException.TIMED_OUT;
            return new RpcException(
                    late ? Status.DEADLINE_EXCEEDED : Status.UNAVAILABLE, String.valueOf(e.getMessage()), e);
        }
        return new RpcException(Status.INTERNAL, String.valueOf(e.getMessage()), e);
    }

    @Override
    public <Q, R> Sender<Q> stream(Call call, Method<Q, R> method, Receiver<R> responses) {
        responses.fail(new RpcException(
                Status.UNIMPLEMENTED, "libthrift has no streams, which " + method.fullName() + " needs"));
        return Sender.ofNothing();
    }
}

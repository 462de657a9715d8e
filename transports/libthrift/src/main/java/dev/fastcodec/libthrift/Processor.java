package dev.fastcodec.libthrift;

import dev.fastcodec.EncodeException;
import dev.fastcodec.rpc.ApplicationErrors;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.Responder;
import dev.fastcodec.rpc.Router;
import dev.fastcodec.schema.ServiceSchema.Mode;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.MessageType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.thrift.TApplicationException;
import org.apache.thrift.TException;
import org.apache.thrift.TProcessor;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolException;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TType;
import org.jspecify.annotations.Nullable;

/**
 * Generated services behind any of libthrift's servers. A call may name its service, as libthrift's {@code TMultiplexedProtocol} does, or not; then it is
 * for the only service that has the function, or for the router's fallback. Functions with streams are not known here, as the wire has none.
 *
 * <p>Answers as libthrift's processors do: an unknown function is UNKNOWN_METHOD, arguments that cannot be read are PROTOCOL_ERROR, exceptions that nobody
 * declared are INTERNAL_ERROR with a text that tells nothing of them. The wire has no headers; those of calls are empty, and what handlers add is lost.
 */
public final class Processor implements TProcessor {
    private final Router router;

    /**
     * A processor for the services of a router.
     *
     * @throws IllegalStateException when functions of several services have one name and none of them is the fallback
     */
    public Processor(Router router) {
        this.router = router.requireUnambiguous();
    }

    /** Reads one call, handles it in this thread, and writes the answer. */
    @Override
    public void process(TProtocol in, TProtocol out) throws TException {
        TMessage message = in.readMessageBegin();
        Envelope call = new Envelope(type(message), message.name, message.seqid);
        String service = call.service();
        Handler<?, ?> handler = service.isEmpty() ? router.find(message.name) : router.find(service, call.function());
        if (handler == null || !handler.method().has(Payload.BINARY)) {
            TProtocolUtil.skip(in, TType.STRUCT);
            in.readMessageEnd();
            answer(
                    out,
                    call,
                    new TApplicationException(
                            TApplicationException.UNKNOWN_METHOD, "Invalid method name: '" + call.function() + "'"));
            return;
        }
        handle(handler, call, in, out);
    }

    private static MessageType type(TMessage message) throws TException {
        MessageType type = MessageType.forNumber(message.type);
        if (type != MessageType.CALL && type != MessageType.ONEWAY) {
            throw new TApplicationException(
                    TApplicationException.INVALID_MESSAGE_TYPE, "message of type " + message.type + " is no call");
        }
        return type;
    }

    private static <Q, R> void handle(Handler<Q, R> handler, Envelope call, TProtocol in, TProtocol out)
            throws TException {
        Method<Q, R> method = handler.method();
        Q request;
        try {
            request = new Structs<>(method.requests(Payload.BINARY)).read(in);
        } catch (TProtocolException e) {
            in.readMessageEnd();
            answer(out, call, new TApplicationException(TApplicationException.PROTOCOL_ERROR, e.getMessage()));
            return;
        }
        in.readMessageEnd();
        Call served = Call.server(method, new Metadata(), null, Runnable::run);
        CompletableFuture<R> response = new CompletableFuture<>();
        handler.unary(served, request, new Completing<>(response));
        if (method.mode() == Mode.ONEWAY || call.type() == MessageType.ONEWAY) {
            return;
        }
        byte[] body;
        R result;
        try {
            result = response.join();
            body = method.responses(Payload.BINARY).encode(result);
        } catch (CompletionException | EncodeException e) {
            answer(out, call, failure(method, e instanceof CompletionException ? e.getCause() : e));
            return;
        }
        out.writeMessageBegin(new TMessage(call.function(), (byte) MessageType.REPLY.number(), call.sequence()));
        new Structs<>(method.responses(Payload.BINARY)).writeEncoded(body, out);
        out.writeMessageEnd();
        out.getTransport().flush();
    }

    private record Completing<R>(CompletableFuture<R> response) implements Responder<R> {
        @Override
        public void complete(R answer) {
            response.complete(answer);
        }

        @Override
        public void fail(Throwable cause) {
            response.completeExceptionally(cause);
        }
    }

    private static TApplicationException failure(Method<?, ?> method, @Nullable Throwable cause) {
        String text = cause instanceof BizStatusException biz
                ? String.valueOf(biz.getMessage())
                : "Internal error processing " + method.name();
        dev.fastcodec.thrift.TApplicationException e =
                ApplicationErrors.answered(cause == null ? new IllegalStateException() : cause, text);
        return new TApplicationException(e.typeNumber(), e.getMessage());
    }

    private static void answer(TProtocol out, Envelope call, TApplicationException e) throws TException {
        if (call.type() == MessageType.ONEWAY) {
            return;
        }
        out.writeMessageBegin(new TMessage(call.function(), (byte) MessageType.EXCEPTION.number(), call.sequence()));
        e.write(out);
        out.writeMessageEnd();
        out.getTransport().flush();
    }
}

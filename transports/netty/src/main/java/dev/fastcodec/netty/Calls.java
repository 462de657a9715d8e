package dev.fastcodec.netty;

import dev.fastcodec.netty.wire.Keys;
import dev.fastcodec.netty.wire.Packet;
import dev.fastcodec.netty.wire.StreamFrames;
import dev.fastcodec.netty.wire.TTHeader;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Deadline;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.Router;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.MessageType;
import dev.fastcodec.thrift.TApplicationException;
import dev.fastcodec.thrift.TApplicationException.Code;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Finds handlers for what comes, and starts them. */
final class Calls {
    private final Router router;
    private final Executor executor;
    /** Full names of services by their simple names, which are what Kitex knows. */
    private final Map<String, String> fullNames = new HashMap<>();

    Calls(Router router, Executor executor) {
        this.router = router.requireUnambiguous();
        this.executor = executor;
        router.services().forEach(full -> fullNames.put(full.substring(full.lastIndexOf('.') + 1), full));
    }

    Executor executor() {
        return executor;
    }

    /** Starts what handles a message. */
    void handle(ServerConnection connection, Packet.Message message) {
        Opened opened = Opened.read(message);
        Envelope envelope = opened.envelope();
        Replies replies = new Replies(connection, opened);
        if (envelope.type() != MessageType.CALL && envelope.type() != MessageType.ONEWAY) {
            replies.refuse(new TApplicationException(
                    Code.INVALID_MESSAGE_TYPE,
                    "server side, invalid message type " + envelope.type().number()));
            return;
        }
        String told = message.strings().getOrDefault(Keys.SERVICE, "");
        String service = told.isEmpty() ? envelope.service() : told;
        Handler<?, ?> handler = find(service, envelope.function());
        if (handler == null || !handler.method().isUnary() || !handler.method().has(opened.payload())) {
            replies.refuse(refusal(service, envelope.function(), handler, opened.payload()));
            return;
        }
        begin(connection, replies, handler, message);
    }

    private <Q, R> void begin(
            ServerConnection connection, Replies replies, Handler<Q, R> handler, Packet.Message message) {
        Call call = call(connection, handler.method(), message.strings(), message.ttheader());
        new ServerCall<>(connection, replies, handler, call).start(handler.isBlocking() ? executor : Runnable::run);
    }

    /** Starts what handles a stream. */
    void open(ServerConnection connection, Packet.Stream packet) {
        Map<String, String> strings = packet.frame().strings();
        String service = strings.getOrDefault(Keys.SERVICE, "");
        String name = packet.frame().method();
        Handler<?, ?> handler = find(service, name);
        int most = connection.options().callsPerConnection();
        if (handler == null || handler.method().isUnary() || !handler.method().has(Payload.STRUCT_BINARY)) {
            refuse(connection, packet, refusal(service, name, handler, Payload.STRUCT_BINARY));
        } else if (connection.streams().size() >= most) {
            refuse(
                    connection,
                    packet,
                    new TApplicationException(Code.INTERNAL_ERROR, "more than " + most + " streams"));
        } else {
            open(connection, packet, handler);
        }
    }

    private static void refuse(ServerConnection connection, Packet.Stream packet, TApplicationException why) {
        StreamFrames<TApplicationException> frames = new StreamFrames<>(
                packet.frame().stream(),
                packet.frame().method(),
                TApplicationException.BINARY,
                connection.options().limit());
        connection.write(frames.header(Map.of(), Map.of()));
        connection.write(frames.trailer(Map.of(), why));
    }

    private <Q, R> void open(ServerConnection connection, Packet.Stream packet, Handler<Q, R> handler) {
        TTHeader header = TTHeader.of(
                packet.frame().stream(),
                packet.frame().strings(),
                packet.frame().ints());
        Call call = call(connection, handler.method(), packet.frame().strings(), header);
        new ServerStream<>(connection, call, handler.method(), packet.frame().stream()).start(handler);
    }

    private Call call(
            ServerConnection connection, Method<?, ?> method, Map<String, String> strings, @Nullable TTHeader header) {
        Deadline deadline = header == null ? null : deadline(header.get(Keys.RPC_TIMEOUT));
        Call call = Call.server(method, Headers.of(strings), deadline, executor);
        call.put(Call.PEER, connection.peer());
        if (header != null) {
            call.put(NettyChannel.HEADER, header);
        }
        return call;
    }

    /** From decimal milliseconds; what is none, or 0, is no deadline. */
    private static @Nullable Deadline deadline(String millis) {
        try {
            long time = millis.isEmpty() ? 0 : Long.parseLong(millis);
            return time <= 0 ? null : Deadline.after(Duration.ofMillis(time));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** As Kitex does: a service that is not known does not matter when only one has such a function. */
    private @Nullable Handler<?, ?> find(String service, String function) {
        String full = fullNames.getOrDefault(service, service);
        Handler<?, ?> handler = service.isEmpty() ? null : router.find(full, function);
        return handler == null && !router.hasService(full) ? router.find(function) : handler;
    }

    private TApplicationException refusal(
            String service, String function, @Nullable Handler<?, ?> handler, Payload payload) {
        if (handler != null) {
            return new TApplicationException(
                    Code.INVALID_PROTOCOL, "method " + function + " of service " + service + " is not for " + payload);
        }
        boolean known = service.isEmpty() || router.hasService(fullNames.getOrDefault(service, service));
        return known
                ? new TApplicationException(
                        Code.UNKNOWN_METHOD, "unknown method " + function + " (service " + service + ")")
                : new TApplicationException(
                        Code.UNKNOWN_SERVICE, "unknown service " + service + ", method " + function);
    }
}

package dev.fastcodec.netty;

import dev.fastcodec.EncodeException;
import dev.fastcodec.netty.wire.Header;
import dev.fastcodec.netty.wire.Keys;
import dev.fastcodec.netty.wire.MessageWriter;
import dev.fastcodec.netty.wire.Shape;
import dev.fastcodec.netty.wire.THeader;
import dev.fastcodec.netty.wire.TTHeader;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Deadline;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.schema.ServiceSchema.Mode;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.Outgoing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes what a client sends. */
final class Requests {
    private final ClientOptions options;
    private final MessageWriter writer;

    /**
     * As the options say.
     *
     * @throws IllegalArgumentException when payload and framing do not go together
     */
    Requests(ClientOptions options) {
        this.options = options;
        this.writer = new MessageWriter(shape(options), options.hasChecksum(), options.limit());
    }

    private static Shape shape(ClientOptions options) {
        boolean framed = options.framing().isFramed();
        return switch (options.payload()) {
            case BINARY -> framed ? Shape.FRAMED_BINARY : Shape.BINARY;
            case COMPACT -> framed ? Shape.FRAMED_COMPACT : Shape.COMPACT;
            case PROTO -> {
                if (!framed) {
                    throw new IllegalArgumentException("Kitex Protobuf needs FRAMED or TTHEADER_FRAMED");
                }
                yield Shape.FRAMED_PROTOBUF;
            }
            case TJSON, STRUCT_BINARY ->
                throw new IllegalArgumentException(options.payload() + " is not for messages of calls");
        };
    }

    /**
     * A call.
     *
     * @throws EncodeException when it cannot be written, or has headers where the framing has none
     */
    <Q> Outgoing write(Call call, Method<Q, ?> method, int sequence, Q request) {
        Envelope envelope = method.mode() == Mode.ONEWAY
                ? Envelope.oneway(method.name(), sequence)
                : Envelope.call(method.name(), sequence);
        if (options.isMultiplexed()) {
            envelope = envelope.to(service(method));
        }
        Payload payload = options.payload();
        return writer.write(header(call, envelope, method), envelope, method.requests(payload), request);
    }

    private @Nullable Header header(Call call, Envelope envelope, Method<?, ?> method) {
        if (!options.framing().hasHeader()) {
            if (!call.headers().isEmpty()) {
                throw new EncodeException(
                        "headers need a framing that has them, as TTHEADER, and not " + options.framing());
            }
            return null;
        }
        if (!options.framing().isKitex()) {
            Map<String, String> strings = new LinkedHashMap<>();
            Headers.add(call.headers(), strings);
            return THeader.of(envelope.sequence(), writer.protocol(), strings);
        }
        Map<Integer, String> ints = ints(call, method);
        ints.put(Keys.MESSAGE_TYPE, Integer.toString(envelope.type().number()));
        ints.put(Keys.TRANSPORT_TYPE, options.framing().isFramed() ? "framed" : "unframed");
        return new TTHeader(0, envelope.sequence(), writer.protocolId(), strings(call, method), ints);
    }

    /** The int keys of a call or a stream: who calls what, and how long it may take. */
    Map<Integer, String> ints(Call call, Method<?, ?> method) {
        Map<Integer, String> ints = new LinkedHashMap<>();
        if (!options.caller().isEmpty()) {
            ints.put(Keys.FROM_SERVICE, options.caller());
        }
        ints.put(Keys.TO_SERVICE, options.destination().isEmpty() ? service(method) : options.destination());
        ints.put(Keys.TO_METHOD, method.name());
        Deadline deadline = call.deadline();
        if (deadline != null) {
            // rounded up, so that the other side never gives up first
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline.nanosLeft()) + 1);
            ints.put(Keys.RPC_TIMEOUT, Long.toString(millis));
        }
        return ints;
    }

    /** The string keys of a call or a stream: the service and the headers. */
    Map<String, String> strings(Call call, Method<?, ?> method) {
        Map<String, String> strings = new LinkedHashMap<>();
        strings.put(Keys.SERVICE, service(method));
        Headers.add(call.headers(), strings);
        return strings;
    }

    /** The service's simple name, as Kitex has it. */
    static String service(Method<?, ?> method) {
        String full = method.service();
        return full.substring(full.lastIndexOf('.') + 1);
    }
}

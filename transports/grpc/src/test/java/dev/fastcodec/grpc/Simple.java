package dev.fastcodec.grpc;

import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Handlers;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.schema.Options;
import dev.fastcodec.schema.ServiceSchema;
import dev.fastcodec.schema.ServiceSchema.Mode;
import io.grpc.testing.protobuf.fast.SimpleRequest;
import io.grpc.testing.protobuf.fast.SimpleResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** {@code SimpleService} as ours: the methods and messages that the tests use. */
final class Simple {
    static final Method<SimpleRequest, SimpleResponse> UNARY = method("UnaryRpc", Mode.UNARY);
    static final Method<SimpleRequest, SimpleResponse> CLIENT = method("ClientStreamingRpc", Mode.CLIENT_STREAM);
    static final Method<SimpleRequest, SimpleResponse> SERVER = method("ServerStreamingRpc", Mode.SERVER_STREAM);
    static final Method<SimpleRequest, SimpleResponse> BOTH = method("BidiStreamingRpc", Mode.BOTH_STREAM);

    private Simple() {}

    private static Method<SimpleRequest, SimpleResponse> method(String name, Mode mode) {
        ServiceSchema.Method schema = new ServiceSchema.Method(name, List.of(), null, List.of(), mode, Options.NONE);
        ServiceSchema service =
                new ServiceSchema("SimpleService", "grpc.testing.SimpleService", null, List.of(schema), Options.NONE);
        return Method.<SimpleRequest, SimpleResponse>of("grpc.testing.SimpleService", name, mode, () -> service)
                .with(Payload.PROTO, SimpleRequest.PROTO, SimpleResponse.PROTO);
    }

    static SimpleRequest request(Object text) {
        return new SimpleRequest().setRequestMessage(text.toString());
    }

    static SimpleResponse response(Object text) {
        return new SimpleResponse().setResponseMessage(text.toString());
    }

    static Iterator<SimpleRequest> requests(List<String> texts) {
        return texts.stream().map(Simple::request).iterator();
    }

    static Iterator<SimpleResponse> responses(List<String> texts) {
        return texts.stream().map(Simple::response).iterator();
    }

    static List<String> texts(Iterator<SimpleResponse> responses) {
        List<String> all = new ArrayList<>();
        responses.forEachRemaining(r -> all.add(r.getResponseMessage()));
        return all;
    }

    /** Each of what an iterator gives, as it is pulled. */
    static <T, U> Iterator<U> each(Iterator<T> from, Function<T, U> map) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return from.hasNext();
            }

            @Override
            public U next() {
                return map.apply(from.next());
            }
        };
    }

    static Handler<SimpleRequest, SimpleResponse> unary(Function<String, String> body) {
        return Handlers.unary(UNARY, q -> response(body.apply(q.getRequestMessage())));
    }
}

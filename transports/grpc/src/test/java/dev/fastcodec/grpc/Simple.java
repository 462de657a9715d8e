package dev.fastcodec.grpc;

import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Handlers;
import dev.fastcodec.rpc.Method;
import io.grpc.testing.protobuf.fast.SimpleRequest;
import io.grpc.testing.protobuf.fast.SimpleResponse;
import io.grpc.testing.protobuf.fast.SimpleService;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** {@code SimpleService} as ours: the methods and messages that the tests use. */
final class Simple {
    static final Method<SimpleRequest, SimpleResponse> UNARY = SimpleService.Calls.UNARY_RPC;
    static final Method<SimpleRequest, SimpleResponse> CLIENT = SimpleService.Calls.CLIENT_STREAMING_RPC;
    static final Method<SimpleRequest, SimpleResponse> SERVER = SimpleService.Calls.SERVER_STREAMING_RPC;
    static final Method<SimpleRequest, SimpleResponse> BOTH = SimpleService.Calls.BIDI_STREAMING_RPC;

    private Simple() {}

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

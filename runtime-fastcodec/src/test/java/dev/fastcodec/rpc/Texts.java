package dev.fastcodec.rpc;

import dev.fastcodec.schema.ServiceSchema.Mode;
import dev.fastcodec.wkt.StringValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A service of texts, written as generated code would have it, for the tests of this package. */
final class Texts {
    static final Method<StringValue, StringValue> UNARY = method("Unary", Mode.UNARY);
    static final Method<StringValue, StringValue> ONEWAY = method("Oneway", Mode.ONEWAY);
    static final Method<StringValue, StringValue> SERVER = method("Server", Mode.SERVER_STREAM);
    static final Method<StringValue, StringValue> CLIENT = method("Client", Mode.CLIENT_STREAM);
    static final Method<StringValue, StringValue> BOTH = method("Both", Mode.BOTH_STREAM);

    private Texts() {}

    static Method<StringValue, StringValue> method(String name, Mode mode) {
        return Method.<StringValue, StringValue>of("test.Texts", name, mode, () -> null)
                .with(Payload.PROTO, StringValue.PROTO, StringValue.PROTO);
    }

    static StringValue text(Object o) {
        return new StringValue().setValue(o.toString());
    }

    /** Threads that the test must shut down. */
    static ExecutorService threads() {
        return Executors.newCachedThreadPool(r -> {
            Thread thread = new Thread(r);
            thread.setDaemon(true);
            return thread;
        });
    }

    static LocalChannel channel(ExecutorService threads, Handler<?, ?>... handlers) {
        return new LocalChannel(Router.of(List.of(handlers)), threads);
    }

    static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, 0), false);
    }

    static List<String> strings(Iterator<StringValue> iterator) {
        List<String> all = new ArrayList<>();
        iterator.forEachRemaining(m -> all.add(m.getValue()));
        return all;
    }
}

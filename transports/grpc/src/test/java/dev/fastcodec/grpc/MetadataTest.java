package dev.fastcodec.grpc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Handlers;
import dev.fastcodec.rpc.Interceptor;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.Router;
import dev.fastcodec.rpc.Stubs;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.InternalMetadata;
import io.grpc.Metadata.Key;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.MetadataUtils;
import io.grpc.testing.protobuf.SimpleRequest;
import io.grpc.testing.protobuf.SimpleServiceGrpc;
import io.grpc.testing.protobuf.fast.SimpleResponse;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Headers and trailers in both directions, and who sees them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MetadataTest {
    private static final byte[] BYTES = {0, 1, (byte) 0xff};
    private static final Key<String> TEXT = Key.of("text", io.grpc.Metadata.ASCII_STRING_MARSHALLER);
    private static final Key<byte[]> BINARY = Key.of("data-bin", io.grpc.Metadata.BINARY_BYTE_MARSHALLER);

    private static Metadata metadata(String text) {
        return new Metadata()
                .add("Text", text)
                .add("text", "again")
                .add("data-bin", BYTES)
                .add("data-bin", new byte[0]);
    }

    private static void check(String text, Metadata metadata) {
        assertEquals(List.of(text, "again"), metadata.all("text"));
        assertEquals(2, metadata.allBytes("data-bin").size());
        assertArrayEquals(BYTES, metadata.allBytes("data-bin").get(0));
        assertArrayEquals(new byte[0], metadata.allBytes("data-bin").get(1));
    }

    private static io.grpc.Metadata theirs(String text) {
        io.grpc.Metadata metadata = new io.grpc.Metadata();
        metadata.put(TEXT, text);
        metadata.put(TEXT, "again");
        metadata.put(BINARY, BYTES);
        metadata.put(BINARY, new byte[0]);
        return metadata;
    }

    private static void check(String text, io.grpc.Metadata metadata) {
        assertEquals(List.of(text, "again"), iterable(metadata.getAll(TEXT)));
        assertArrayEquals(BYTES, metadata.getAll(BINARY).iterator().next());
    }

    private static List<String> iterable(Iterable<String> texts) {
        BlockingQueue<String> all = new LinkedBlockingQueue<>();
        texts.forEach(all::add);
        return List.copyOf(all);
    }

    private static Handler<?, ?>[] handlers(AtomicReference<Metadata> seen) {
        return new Handler<?, ?>[] {
            Simple.unary(q -> {
                answer(seen);
                return q;
            }),
            Handlers.serverStream(Simple.SERVER, q -> {
                answer(seen);
                return Simple.responses(List.of("a", "b"));
            })
        };
    }

    private static void answer(AtomicReference<Metadata> seen) {
        Call call = Call.current();
        seen.set(call.headers());
        assertInstanceOf(InetSocketAddress.class, call.get(Call.PEER));
        call.responseHeaders().addAll(metadata("head"));
        call.trailers().addAll(metadata("tail"));
    }

    /** As Kitex writes and reads metainfo over gRPC. */
    @Test
    void metainfoIsSpelledInHttpAsItIsThere() {
        Metadata ours = new Metadata()
                .put("RPC_TRANSIT_TOKEN_A", "1")
                .put("RPC_PERSIST_U", "2")
                .put("RPC_OTHER", "3");
        io.grpc.Metadata wire = Headers.sent(ours);
        assertEquals(Set.of("rpc-transit-token-a", "rpc-persist-u", "rpc_other"), wire.keys());
        Metadata received = Headers.received(wire);
        assertEquals("1", received.get("RPC_TRANSIT_TOKEN_A"));
        assertEquals("2", received.get("RPC_PERSIST_U"));
        assertEquals("3", received.get("RPC_OTHER"));
    }

    /** As Kitex sends what goes with business errors. */
    @Test
    void textsThatAreNotAsciiAreReadAsUtf8() {
        byte[] name = "biz-extra".getBytes(StandardCharsets.US_ASCII);
        byte[] value = "{\"ключ\":\"𝄞\"}".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "{\"ключ\":\"𝄞\"}",
                Headers.received(InternalMetadata.newMetadata(name, value)).get("biz-extra"));
    }

    @Test
    void bothWaysBetweenOurs() {
        AtomicReference<Metadata> seen = new AtomicReference<>();
        try (Loopback loopback = Loopback.of(handlers(seen))) {
            for (boolean stream : new boolean[] {false, true}) {
                AtomicReference<Call> made = new AtomicReference<>();
                Channel channel = loopback.ours().with(metadata("request")).with(made::set);
                if (stream) {
                    Simple.texts(Stubs.serverStream(channel, Simple.SERVER, Simple.request("a")));
                } else {
                    Stubs.unary(channel, Simple.UNARY, Simple.request("a"));
                }
                check("request", seen.getAndSet(null));
                check("head", made.get().responseHeaders());
                check("tail", made.get().trailers());
                assertEquals(
                        loopback.server.getListenSockets().get(0), made.get().get(Call.PEER));
            }
        }
    }

    @Test
    void fromTheirStubAndBack() {
        AtomicReference<Metadata> seen = new AtomicReference<>();
        AtomicReference<io.grpc.Metadata> headers = new AtomicReference<>();
        AtomicReference<io.grpc.Metadata> trailers = new AtomicReference<>();
        try (Loopback loopback = Loopback.of(handlers(seen))) {
            SimpleServiceGrpc.newBlockingStub(loopback.channel)
                    .withInterceptors(
                            MetadataUtils.newAttachHeadersInterceptor(theirs("request")),
                            MetadataUtils.newCaptureMetadataInterceptor(headers, trailers))
                    .unaryRpc(SimpleRequest.getDefaultInstance());
        }
        check("request", seen.get());
        check("head", headers.get());
        check("tail", trailers.get());
    }

    @Test
    void toTheirServerAndBack() {
        AtomicReference<io.grpc.Metadata> seen = new AtomicReference<>();
        ServerInterceptor interceptor = new ServerInterceptor() {
            @Override
            public <Q, R> ServerCall.Listener<Q> interceptCall(
                    ServerCall<Q, R> call, io.grpc.Metadata headers, ServerCallHandler<Q, R> next) {
                seen.set(headers);
                return next.startCall(
                        new SimpleForwardingServerCall<Q, R>(call) {
                            @Override
                            public void sendHeaders(io.grpc.Metadata responseHeaders) {
                                responseHeaders.merge(theirs("head"));
                                super.sendHeaders(responseHeaders);
                            }

                            @Override
                            public void close(io.grpc.Status status, io.grpc.Metadata responseTrailers) {
                                responseTrailers.merge(theirs("tail"));
                                super.close(status, responseTrailers);
                            }
                        },
                        headers);
            }
        };
        ServerServiceDefinition service =
                ServerInterceptors.intercept(Servers.GRPC_JAVA.services().get(0), interceptor);
        AtomicReference<Call> made = new AtomicReference<>();
        try (Loopback loopback = Loopback.of(List.of(service))) {
            Stubs.unary(loopback.ours().with(metadata("request")).with(made::set), Simple.UNARY, Simple.request("a"));
        }
        check("request", seen.get());
        check("head", made.get().responseHeaders());
        check("tail", made.get().trailers());
    }

    @Test
    void headersMayComeLongBeforeTheFirstMessage() throws InterruptedException {
        CountDownLatch headersCame = new CountDownLatch(1);
        try (Loopback loopback = Loopback.of(Handlers.serverStream(Simple.SERVER, q -> {
            Call.current().responseHeaders().add("early", "1");
            Call.current().sendHeaders();
            try {
                headersCame.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return Simple.responses(List.of("late"));
        }))) {
            AtomicReference<Metadata> early = new AtomicReference<>();
            Channel channel = loopback.ours()
                    .with(call -> call.onHeaders(headers -> {
                        early.set(headers);
                        headersCame.countDown();
                    }));
            Iterator<SimpleResponse> responses = Stubs.serverStream(channel, Simple.SERVER, Simple.request("a"));
            assertEquals("late", responses.next().getResponseMessage());
            assertEquals("1", early.get().get("early"));
        }
    }

    @Test
    void interceptorsOnBothSidesSeeThem() {
        Interceptor client = (call, next) -> {
            call.headers().put("token", "secret");
            return next.proceed(call);
        };
        Interceptor server = (call, next) -> {
            call.trailers().put("user", call.headers().get("token") + "!");
            return next.proceed(call);
        };
        List<Handler<?, ?>> handlers = Handler.with(List.of(Simple.unary(q -> q)), server);
        AtomicReference<Call> made = new AtomicReference<>();
        try (Loopback loopback = Loopback.of(GrpcServices.of(Router.of(handlers)))) {
            Stubs.unary(loopback.ours().with(made::set).with(client), Simple.UNARY, Simple.request("a"));
        }
        assertEquals("secret!", made.get().trailers().get("user"));
        assertNull(made.get().trailers().get("token"));
    }

    @Test
    void theirInterceptorsSeeMessagesAsText() {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        io.grpc.ClientInterceptor log = new io.grpc.ClientInterceptor() {
            @Override
            public <Q, R> io.grpc.ClientCall<Q, R> interceptCall(
                    io.grpc.MethodDescriptor<Q, R> method, io.grpc.CallOptions options, io.grpc.Channel next) {
                return new io.grpc.ForwardingClientCall.SimpleForwardingClientCall<>(next.newCall(method, options)) {
                    @Override
                    public void sendMessage(Q message) {
                        seen.add(message.toString());
                        super.sendMessage(message);
                    }
                };
            }
        };
        try (Loopback loopback = Loopback.of(Simple.unary(q -> q))) {
            Channel channel = GrpcChannel.of(io.grpc.ClientInterceptors.intercept(loopback.channel, log));
            Stubs.unary(channel, Simple.UNARY, Simple.request("hello"));
        }
        assertEquals(1, seen.size());
        assertTrue(seen.element().contains("\"hello\""), seen.element());
    }
}

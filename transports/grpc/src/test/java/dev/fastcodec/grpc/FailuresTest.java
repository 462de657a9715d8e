package dev.fastcodec.grpc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import dev.fastcodec.EncodeException;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Handlers;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.rpc.Stubs;
import dev.fastcodec.wkt.Any;
import io.grpc.ServerServiceDefinition;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.grpc.testing.protobuf.SimpleRequest;
import io.grpc.testing.protobuf.SimpleResponse;
import io.grpc.testing.protobuf.SimpleServiceGrpc;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What calls fail with, across the two kinds of stubs. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailuresTest {
    private static final io.grpc.Metadata.Key<String> BIZ_STATUS = ascii("biz-status");
    private static final io.grpc.Metadata.Key<String> BIZ_EXTRA = ascii("biz-extra");

    private static io.grpc.Metadata.Key<String> ascii(String name) {
        return io.grpc.Metadata.Key.of(name, io.grpc.Metadata.ASCII_STRING_MARSHALLER);
    }

    private static SimpleRequest theirs(String text) {
        return SimpleRequest.newBuilder().setRequestMessage(text).build();
    }

    private static Handler<?, ?> failing(RuntimeException e) {
        return Simple.unary(q -> {
            throw e;
        });
    }

    private static StatusRuntimeException seenByTheirs(RuntimeException thrown) {
        try (Loopback loopback = Loopback.of(failing(thrown))) {
            return assertThrows(StatusRuntimeException.class, () -> SimpleServiceGrpc.newBlockingStub(loopback.channel)
                    .unaryRpc(theirs("a")));
        }
    }

    private static <E extends RuntimeException> E seenByOurs(Class<E> type, List<ServerServiceDefinition> services) {
        try (Loopback loopback = Loopback.of(services)) {
            Channel channel = loopback.ours();
            E unary = assertThrows(type, () -> Stubs.unary(channel, Simple.UNARY, Simple.request("a")));
            E stream = assertThrows(
                    type, () -> Simple.texts(Stubs.serverStream(channel, Simple.SERVER, Simple.request(""))));
            assertEquals(unary.toString(), stream.toString());
            return unary;
        }
    }

    private static List<ServerServiceDefinition> theirsFailing(Throwable failure) {
        return List.of(
                new SimpleServiceGrpc.SimpleServiceImplBase() {
                    @Override
                    public void unaryRpc(SimpleRequest request, StreamObserver<SimpleResponse> responses) {
                        responses.onError(failure);
                    }

                    @Override
                    public void serverStreamingRpc(SimpleRequest request, StreamObserver<SimpleResponse> responses) {
                        responses.onError(failure);
                    }
                }.bindService());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void everyCodeWithItsText(Status status) {
        String text = "no: 100 % über\n€";
        StatusRuntimeException theirs = seenByTheirs(new RpcException(status, text));
        assertEquals(status.name(), theirs.getStatus().getCode().name());
        assertEquals(text, theirs.getStatus().getDescription());

        RpcException ours = seenByOurs(
                RpcException.class,
                theirsFailing(io.grpc.Status.fromCodeValue(status.number())
                        .withDescription(text)
                        .asRuntimeException()));
        assertEquals(status, ours.status());
        assertEquals(text, ours.text());
        assertTrue(ours.isRemote());
    }

    @Test
    void detailsBothWays() throws Exception {
        RetryInfo info = RetryInfo.newBuilder()
                .setRetryDelay(Duration.newBuilder().setSeconds(7))
                .build();
        com.google.protobuf.Any packed = com.google.protobuf.Any.pack(info);
        StatusRuntimeException theirs = seenByTheirs(new RpcException(Status.UNAVAILABLE, "later")
                .withDetails(List.of(new Any()
                        .setTypeUrl(packed.getTypeUrl())
                        .setValue(packed.getValue().toByteArray()))));
        com.google.rpc.Status read = StatusProto.fromThrowable(theirs);
        assertEquals(Code.UNAVAILABLE_VALUE, read.getCode());
        assertEquals("later", read.getMessage());
        assertEquals(info, read.getDetails(0).unpack(RetryInfo.class));

        RpcException ours = seenByOurs(RpcException.class, theirsFailing(StatusProto.toStatusRuntimeException(read)));
        assertEquals(Status.UNAVAILABLE, ours.status());
        assertEquals(1, ours.details().size());
        assertArrayEquals(packed.getValue().toByteArray(), ours.details().get(0).getValue());
    }

    @Test
    void businessErrorsAsKitexHasThem() {
        BizStatusException error = new BizStatusException(-404, "nö", Map.of("who", "\"Ada\" é"));
        StatusRuntimeException theirs = seenByTheirs(error);
        assertEquals(io.grpc.Status.Code.INTERNAL, theirs.getStatus().getCode());
        assertEquals("nö", theirs.getStatus().getDescription());
        assertEquals("-404", theirs.getTrailers().get(BIZ_STATUS));
        assertEquals("{\"who\":\"\\\"Ada\\\" \\u00e9\"}", theirs.getTrailers().get(BIZ_EXTRA));

        BizStatusException ours = seenByOurs(BizStatusException.class, theirsFailing(theirs));
        assertEquals(error.code(), ours.code());
        assertEquals(error.getMessage(), ours.getMessage());
        assertEquals(error.extra(), ours.extra());
    }

    @Test
    void detailsAndTrailersBesideABusinessErrorBothWays() throws Exception {
        List<Any> details = List.of(new Any().setTypeUrl("t/x").setValue(new byte[] {8, 1}));
        BizStatusException error = new BizStatusException(7, "closed", Map.of("until", "monday"))
                .with(new Metadata().add("why", "because"))
                .withDetails(details);
        StatusRuntimeException theirs = seenByTheirs(error);
        com.google.rpc.Status read = StatusProto.fromThrowable(theirs);
        assertEquals(Code.INTERNAL_VALUE, read.getCode());
        assertEquals("closed", read.getMessage());
        assertEquals("t/x", read.getDetails(0).getTypeUrl());

        BizStatusException ours = seenByOurs(BizStatusException.class, theirsFailing(theirs));
        assertEquals(7, ours.code());
        assertEquals(error.extra(), ours.extra());
        assertEquals(details, ours.details());
        assertEquals("because", ours.trailers().get("why"));
    }

    @Test
    void aBusinessStatusOfZeroIsNone() {
        io.grpc.Metadata trailers = new io.grpc.Metadata();
        trailers.put(BIZ_STATUS, "0");
        RpcException e =
                seenByOurs(RpcException.class, theirsFailing(io.grpc.Status.INTERNAL.asRuntimeException(trailers)));
        assertEquals(Status.INTERNAL, e.status());
    }

    @Test
    void tellsNobodyOfExceptionsThatNobodyDeclared() {
        StatusRuntimeException e = seenByTheirs(new IllegalStateException("secret"));
        assertEquals(io.grpc.Status.Code.UNKNOWN, e.getStatus().getCode());
        assertNull(e.getStatus().getDescription());
    }

    @Test
    void trailersAreThereInFailuresAndElsewhere() {
        Metadata trailers = new Metadata().add("why", "because").add("why-bin", new byte[] {0, -1});
        try (Loopback loopback = Loopback.of(Simple.unary(q -> {
            Call.current().trailers().add("always", "1");
            throw new RpcException(Status.ABORTED, "x").with(trailers);
        }))) {
            RpcException e = assertThrows(
                    RpcException.class, () -> Stubs.unary(loopback.ours(), Simple.UNARY, Simple.request("a")));
            assertEquals("because", e.trailers().get("why"));
            assertArrayEquals(new byte[] {0, -1}, e.trailers().getBytes("why-bin"));
            assertEquals("1", e.trailers().get("always"));
        }
    }

    @Test
    void noServerIsUnavailableAndNotRemote() {
        Loopback gone = Loopback.of();
        gone.server.shutdownNow();
        try (gone) {
            RpcException e =
                    assertThrows(RpcException.class, () -> Stubs.unary(gone.ours(), Simple.UNARY, Simple.request("a")));
            assertEquals(Status.UNAVAILABLE, e.status());
            assertFalse(e.isRemote());
        }
    }

    @Test
    void unknownMethodIsUnimplementedAndRemote() {
        try (Loopback loopback = Loopback.of()) {
            RpcException e = assertThrows(
                    RpcException.class, () -> Stubs.unary(loopback.ours(), Simple.UNARY, Simple.request("a")));
            assertEquals(Status.UNIMPLEMENTED, e.status());
            assertTrue(e.isRemote());
        }
    }

    @Test
    void whatCannotBeWrittenIsThrownAsItIsAndTheChannelGoesOn() {
        try (Loopback loopback = Loopback.of(
                Simple.unary(q -> q),
                Handlers.clientStream(Simple.CLIENT, requests -> {
                    requests.forEachRemaining(q -> {});
                    return Simple.response("");
                }),
                Handlers.serverStream(Simple.SERVER, q -> Simple.responses(List.of("fine", "\ud800"))))) {
            Channel channel = loopback.ours();
            assertThrows(EncodeException.class, () -> Stubs.unary(channel, Simple.UNARY, Simple.request("\ud800")));
            assertThrows(
                    EncodeException.class,
                    () -> Stubs.clientStream(channel, Simple.CLIENT, Simple.requests(List.of("\ud800"))));
            Metadata umlaut = new Metadata().add("who", "é");
            assertThrows(
                    EncodeException.class, () -> Stubs.unary(channel.with(umlaut), Simple.UNARY, Simple.request("a")));
            Metadata slash = new Metadata().add("a/b", "c");
            assertThrows(
                    EncodeException.class, () -> Stubs.unary(channel.with(slash), Simple.UNARY, Simple.request("a")));
            RpcException e = assertThrows(
                    RpcException.class,
                    () -> Simple.texts(Stubs.serverStream(channel, Simple.SERVER, Simple.request("a"))));
            assertEquals(Status.INTERNAL, e.status());
            assertEquals(
                    "a", Stubs.unary(channel, Simple.UNARY, Simple.request("a")).getResponseMessage());
        }
    }

    @Test
    void bytesThatCannotBeReadAreToldAtBothSides() {
        try (Loopback loopback = Loopback.of(Raw.services(new byte[] {0x0a, 5, 'a'}))) {
            for (boolean stream : new boolean[] {false, true}) {
                RpcException e = assertThrows(RpcException.class, () -> {
                    if (stream) {
                        Simple.texts(Stubs.serverStream(loopback.ours(), Simple.SERVER, Simple.request("a")));
                    } else {
                        Stubs.unary(loopback.ours(), Simple.UNARY, Simple.request("a"));
                    }
                });
                assertEquals(Status.INTERNAL, e.status());
                assertFalse(e.isRemote());
                assertInstanceOf(dev.fastcodec.DecodeException.class, e.getCause());
            }
        }
        try (Loopback loopback = Loopback.of(Servers.OURS.services())) {
            for (dev.fastcodec.rpc.Method<?, ?> method : List.of(Simple.UNARY, Simple.SERVER, Simple.BOTH)) {
                io.grpc.Status status = Raw.call(loopback.channel, method, new byte[] {0x0a, 5, 'a'});
                assertEquals(io.grpc.Status.Code.INTERNAL, status.getCode());
                assertTrue(status.getDescription().startsWith("request cannot be read: "), status.toString());
            }
        }
    }

    @Test
    void limitsOfSizeHold() {
        String large = "x".repeat(1000);
        try (Loopback loopback =
                Loopback.of(s -> s.addServices(Servers.OURS.services()).maxInboundMessageSize(500), c -> {})) {
            RpcException e = assertThrows(
                    RpcException.class, () -> Stubs.unary(loopback.ours(), Simple.UNARY, Simple.request(large)));
            assertEquals(Status.RESOURCE_EXHAUSTED, e.status());
            assertEquals(
                    "re: a",
                    Stubs.unary(loopback.ours(), Simple.UNARY, Simple.request("a"))
                            .getResponseMessage());
        }
        try (Loopback loopback =
                Loopback.of(s -> s.addServices(Servers.OURS.services()), c -> c.maxInboundMessageSize(500))) {
            RpcException e = assertThrows(
                    RpcException.class, () -> Stubs.unary(loopback.ours(), Simple.UNARY, Simple.request(large)));
            assertEquals(Status.RESOURCE_EXHAUSTED, e.status());
            assertFalse(e.isRemote());
        }
    }
}

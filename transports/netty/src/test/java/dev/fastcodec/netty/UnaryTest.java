package dev.fastcodec.netty;

import static dev.fastcodec.netty.EchoService.ECHO;
import static dev.fastcodec.netty.EchoService.MISSING;
import static dev.fastcodec.netty.EchoService.POST;
import static dev.fastcodec.netty.EchoService.VISIT;
import static dev.fastcodec.netty.EchoService.answering;
import static dev.fastcodec.netty.EchoService.args;
import static dev.fastcodec.netty.EchoService.refused;
import static dev.fastcodec.netty.EchoService.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.EncodeException;
import dev.fastcodec.netty.echo.EchoArgs;
import dev.fastcodec.netty.echo.EchoResult;
import dev.fastcodec.netty.echo.Letter;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Deadline;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.thrift.TApplicationException;
import dev.fastcodec.thrift.TApplicationException.Code;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls without streams, over every framing. */
@ExtendWith(NoLeaks.class)
class UnaryTest {

    record Wire(Framing framing, Payload payload) {
        ClientOptions options() {
            return ClientOptions.DEFAULT.framing(framing).payload(payload);
        }
    }

    static List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        for (Framing framing : Framing.values()) {
            wires.add(new Wire(framing, Payload.BINARY));
            wires.add(new Wire(framing, Payload.COMPACT));
        }
        return wires;
    }

    private static Handler<EchoArgs, EchoResult> echo() {
        return answering(ECHO, (call, args) -> result(args.getNote()));
    }

    private static Loopback loopback(ClientOptions options, Handler<?, ?>... handlers) {
        return new Loopback(ServerOptions.DEFAULT, options, handlers);
    }

    @ParameterizedTest
    @MethodSource("wires")
    void answers(Wire wire) {
        try (Loopback loopback = loopback(wire.options(), echo())) {
            for (int i = 0; i < 20; i++) {
                assertEquals(result(args(i, "né" + i).getNote()), loopback.call(ECHO, args(i, "né" + i)));
            }
            byte[] large = new byte[3 << 20];
            new Random(1).nextBytes(large);
            EchoArgs args = args(1, "x".repeat(100_000));
            args.getNote().setData(large);
            assertEquals(result(args.getNote()), loopback.call(ECHO, args));
        }
    }

    @ParameterizedTest
    @MethodSource("wires")
    void failsAsTheServerSays(Wire wire) {
        Handler<EchoArgs, EchoResult> handler =
                answering(ECHO, (call, args) -> switch (args.getNote().getText()) {
                    case "declared" -> refused("no");
                    case "undeclared" -> throw new IllegalStateException("broken");
                    case "application" -> throw new TApplicationException(Code.INVALID_TRANSFORM, "odd");
                    case "business" ->
                        throw new BizStatusException(404, "not found", Map.of("k", "v"))
                                .with(new Metadata().add("why", "because"));
                    default -> throw new RpcException(Status.NOT_FOUND, "nothing there");
                });
        try (Loopback loopback = loopback(wire.options(), handler)) {
            assertEquals(refused("no"), loopback.call(ECHO, args(1, "declared")));
            fails(loopback, "undeclared", Status.UNKNOWN, new TApplicationException(Code.INTERNAL_ERROR, "broken"));
            fails(loopback, "application", Status.INTERNAL, new TApplicationException(Code.INVALID_TRANSFORM, "odd"));
            fails(loopback, "", Status.UNKNOWN, new TApplicationException(Code.INTERNAL_ERROR, "nothing there"));
            Throwable business = loopback.failure(ECHO, args(1, "business"));
            if (wire.framing().isKitex()) {
                BizStatusException e = assertInstanceOf(BizStatusException.class, business);
                assertEquals(404, e.code());
                assertEquals("not found", e.getMessage());
                assertEquals(Map.of("k", "v"), e.extra());
                assertEquals("because", e.trailers().get("why"));
            } else {
                assertEquals(
                        Status.UNKNOWN,
                        assertInstanceOf(RpcException.class, business).status());
            }
            RpcException unknown = assertInstanceOf(RpcException.class, loopback.failure(MISSING, args(1, "")));
            assertEquals(Status.UNIMPLEMENTED, unknown.status());
            String service = wire.framing().isKitex() ? "Echo" : "";
            assertEquals(
                    new TApplicationException(Code.UNKNOWN_METHOD, "unknown method missing (service " + service + ")"),
                    unknown.getCause());
        }
    }

    @Test
    void bothSidesKnowTheOther() {
        CompletableFuture<Object> client = new CompletableFuture<>();
        Handler<EchoArgs, EchoResult> handler = answering(ECHO, (call, args) -> {
            client.complete(call.get(Call.PEER));
            return result(args.getNote());
        });
        try (Loopback loopback = loopback(ClientOptions.DEFAULT, handler)) {
            Call call = Call.client(ECHO);
            Loopback.await(loopback.channel().unary(call, ECHO, args(1, "")));
            assertEquals(loopback.server().address(), call.get(Call.PEER));
            assertInstanceOf(InetSocketAddress.class, Loopback.await(client));
        }
    }

    /** As Volo tells them: an exception, and the error in its header. */
    @Test
    void businessErrorBesideAnException() {
        Handler<EchoArgs, EchoResult> handler = answering(ECHO, (call, args) -> {
            call.responseHeaders().put("biz-status", args.getNote().getText()).put("biz-message", "not found");
            throw new TApplicationException(Code.INTERNAL_ERROR, "status_code: 404");
        });
        try (Loopback loopback = loopback(ClientOptions.DEFAULT.framing(Framing.TTHEADER), handler)) {
            BizStatusException e = assertInstanceOf(BizStatusException.class, loopback.failure(ECHO, args(1, "404")));
            assertEquals(404, e.code());
            assertEquals("not found", e.getMessage());
            fails(loopback, "0", Status.UNKNOWN, new TApplicationException(Code.INTERNAL_ERROR, "status_code: 404"));
        }
    }

    private static void fails(Loopback loopback, String how, Status status, TApplicationException cause) {
        RpcException e = assertInstanceOf(RpcException.class, loopback.failure(ECHO, args(1, how)));
        assertEquals(status, e.status());
        assertEquals(cause, e.getCause());
        assertTrue(e.isRemote());
    }

    @ParameterizedTest
    @MethodSource("wires")
    void onewayReturnsAtOnceAndArrives(Wire wire) throws InterruptedException {
        LinkedBlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
        Handler<EchoArgs, EchoResult> visit = answering(VISIT, (call, args) -> {
            seen.add(args.getNote().getId());
            throw new IllegalStateException("nobody hears this");
        });
        try (Loopback loopback = loopback(wire.options(), visit, echo())) {
            for (int i = 0; i < 10; i++) {
                loopback.call(VISIT, args(i, ""));
            }
            loopback.call(ECHO, args(1, "afterwards"));
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                all.add(seen.poll(Loopback.PATIENCE, TimeUnit.SECONDS));
            }
            all.sort(null);
            assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), all);
        }
    }

    @ParameterizedTest
    @MethodSource("wires")
    void metadataTravelBothWaysWhereThereIsAHeader(Wire wire) {
        Handler<EchoArgs, EchoResult> handler = answering(ECHO, (call, args) -> {
            call.responseHeaders().put("seen", String.valueOf(call.headers().get("RPC_TRANSIT_token")));
            call.trailers().put("end-bin", new byte[] {1, 2});
            return result(args.getNote().setText(String.valueOf(call.deadline() != null)));
        });
        try (Loopback loopback = loopback(wire.options(), handler)) {
            Call call = Call.client(ECHO).timeout(Duration.ofSeconds(9));
            call.headers().add("RPC_TRANSIT_token", "t1");
            CompletableFuture<EchoResult> result = loopback.channel().unary(call, ECHO, args(1, ""));
            if (!wire.framing().hasHeader()) {
                assertInstanceOf(EncodeException.class, Loopback.failure(result));
                return;
            }
            assertEquals(
                    String.valueOf(wire.framing().isKitex()),
                    Loopback.await(result).getSuccess().getText(),
                    "the deadline travels");
            assertEquals("t1", call.responseHeaders().get("seen"));
            assertEquals(2, call.trailers().getBytes("end-bin").length);
            if (wire.framing().isKitex()) {
                assertEquals("2", call.get(NettyChannel.HEADER).get(22));
            }
        }
    }

    @Test
    void kitexProtobuf() {
        Handler<Letter, Letter> handler = answering(POST, (call, letter) -> {
            if (letter.getId() == 0) {
                throw new BizStatusException(7, "no id");
            }
            if (letter.getId() < 0) {
                throw new IllegalStateException("negative");
            }
            return new Letter().setId(letter.getId() + 1).setText(letter.getText());
        });
        for (Framing framing : List.of(Framing.FRAMED, Framing.TTHEADER_FRAMED)) {
            ClientOptions options = ClientOptions.DEFAULT.framing(framing).payload(Payload.PROTO);
            try (Loopback loopback = loopback(options, handler)) {
                assertEquals(
                        new Letter().setId(8).setText("hi"),
                        loopback.call(POST, new Letter().setId(7).setText("hi")));
                RpcException e = assertInstanceOf(RpcException.class, loopback.failure(POST, new Letter().setId(-1)));
                assertEquals(new TApplicationException(Code.INTERNAL_ERROR, "negative"), e.getCause());
                Throwable business = loopback.failure(POST, new Letter());
                assertEquals(framing.hasHeader(), business instanceof BizStatusException);
            }
        }
        ClientOptions unframed = ClientOptions.DEFAULT.framing(Framing.TTHEADER).payload(Payload.PROTO);
        assertThrows(IllegalArgumentException.class, () -> NettyChannel.to("127.0.0.1", 1, unframed));
    }

    @Test
    void servicesShareNamesOfMethods() {
        Handler<EchoArgs, EchoResult> other = answering(
                ECHO.in("Other", () -> null),
                (call, args) -> result(args.getNote().setText("other")));
        ClientOptions options = ClientOptions.DEFAULT.framing(Framing.TTHEADER);
        assertThrows(IllegalStateException.class, () -> loopback(options, echo(), other));

        List<Handler<?, ?>> both = List.of(echo(), other);
        try (NettyServer server = NettyServer.start(
                        new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0),
                        dev.fastcodec.rpc.Router.of(both).fallback("Other"),
                        ServerOptions.DEFAULT);
                NettyChannel header = NettyChannel.to(server.address(), options);
                NettyChannel multiplexed = NettyChannel.to(server.address(), ClientOptions.DEFAULT.multiplexed(true));
                NettyChannel framed = NettyChannel.to(server.address(), ClientOptions.DEFAULT)) {
            for (NettyChannel channel : List.of(header, multiplexed)) {
                assertEquals("mine", text(channel, ECHO));
                assertEquals("other", text(channel, ECHO.in("Other", () -> null)));
            }
            assertEquals("other", text(framed, ECHO));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(NettyChannel channel, dev.fastcodec.rpc.Method<EchoArgs, EchoResult> method) {
        return Loopback.await(channel.unary(Call.client(method), method, args(1, "mine")))
                .getSuccess()
                .getText();
    }

    @Test
    void checksumsAreCompared() {
        ClientOptions options = ClientOptions.DEFAULT.framing(Framing.TTHEADER).checksum(true);
        try (Loopback loopback = loopback(options, echo())) {
            Call call = Call.client(ECHO);
            Loopback.await(loopback.channel().unary(call, ECHO, args(1, "x")));
            assertEquals(8, call.get(NettyChannel.HEADER).get("crc32c").length());
        }
    }

    @Test
    void callsOfOneConnectionOvertakeEachOther() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        Handler<EchoArgs, EchoResult> handler = EchoService.unary(ECHO, false, (call, args, responder) -> {
            if (args.getNote().getText().equals("slow")) {
                gate.thenRun(() -> responder.complete(result(args.getNote())));
            } else {
                responder.complete(result(args.getNote()));
            }
        });
        try (Loopback loopback = loopback(ClientOptions.DEFAULT.connections(1), handler)) {
            CompletableFuture<EchoResult> slow = loopback.channel().unary(Call.client(ECHO), ECHO, args(1, "slow"));
            loopback.call(ECHO, args(2, "fast"));
            assertTrue(!slow.isDone());
            assertEquals(1, loopback.channel().connections());
            gate.complete(null);
            assertEquals(1, Loopback.await(slow).getSuccess().getId());
        }
    }

    @Test
    void deadlineAndCancellationEndACall() {
        Handler<EchoArgs, EchoResult> never = EchoService.unary(ECHO, false, (call, args, responder) -> {});
        try (Loopback loopback = loopback(ClientOptions.DEFAULT.callTimeout(Duration.ofMillis(50)), never)) {
            assertEquals(Status.DEADLINE_EXCEEDED, status(loopback.failure(ECHO, args(1, ""))));
            Call timed = Call.client(ECHO).timeout(Duration.ofMillis(30));
            assertEquals(
                    Status.DEADLINE_EXCEEDED,
                    status(Loopback.failure(loopback.channel().unary(timed, ECHO, args(1, "")))));
            Call over = Call.client(ECHO).deadline(Deadline.after(Duration.ZERO));
            assertEquals(
                    Status.DEADLINE_EXCEEDED,
                    status(Loopback.failure(loopback.channel().unary(over, ECHO, args(1, "")))));
            Call cancelled = Call.client(ECHO).timeout(Duration.ofMinutes(1));
            CompletableFuture<EchoResult> result = loopback.channel().unary(cancelled, ECHO, args(1, ""));
            cancelled.cancellation().cancel();
            assertEquals(Status.CANCELLED, status(Loopback.failure(result)));
        }
    }

    private static Status status(Throwable failure) {
        return assertInstanceOf(RpcException.class, failure).status();
    }

    @Test
    void serverIsToldWhenNobodyWaitsAnyMore() throws Exception {
        CompletableFuture<RpcException> told = new CompletableFuture<>();
        Handler<EchoArgs, EchoResult> never =
                EchoService.unary(ECHO, false, (call, args, responder) -> call.cancellation()
                        .onCancel(() -> told.complete(call.cancellation().cause())));
        try (NettyServer server = Loopback.server(0, ServerOptions.DEFAULT, never)) {
            NettyChannel channel = NettyChannel.to(server.address(), ClientOptions.DEFAULT);
            channel.unary(Call.client(ECHO), ECHO, args(1, ""));
            CompletableFuture<?> second = channel.unary(Call.client(ECHO), ECHO, args(1, ""));
            Loopback.until(() -> server.connections() == 2);
            channel.close();
            assertEquals(
                    Status.CANCELLED,
                    told.get(Loopback.PATIENCE, TimeUnit.SECONDS).status());
            assertEquals(Status.UNAVAILABLE, status(Loopback.failure(second)));
            assertEquals(
                    Status.UNAVAILABLE, status(Loopback.failure(channel.unary(Call.client(ECHO), ECHO, args(1, "")))));
        }
    }
}

package dev.fastcodec.netty;

import static dev.fastcodec.netty.EchoService.ECHO;
import static dev.fastcodec.netty.EchoService.answering;
import static dev.fastcodec.netty.EchoService.args;
import static dev.fastcodec.netty.EchoService.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.netty.echo.EchoArgs;
import dev.fastcodec.netty.echo.EchoResult;
import dev.fastcodec.netty.echo.Note;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.Incoming;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What clients can do to a server. */
@ExtendWith(NoLeaks.class)
class ServerFaultTest {
    private static Handler<EchoArgs, EchoResult> echo() {
        return answering(ECHO, (call, args) -> result(args.getNote()));
    }

    /** The server answers a proper call, and has no connection but that of the call. */
    private static void isWell(NettyServer server) {
        try (NettyChannel channel = NettyChannel.to(server.address(), ClientOptions.DEFAULT)) {
            assertEquals(
                    result(args(1, "well").getNote()),
                    Loopback.await(channel.unary(Call.client(ECHO), ECHO, args(1, "well"))));
        }
        Loopback.until(() -> server.connections() == 0);
    }

    @Test
    void framesCutAtEveryByte() throws IOException {
        try (NettyServer server = Loopback.server(0, ServerOptions.DEFAULT, echo())) {
            for (Framing framing : Framing.values()) {
                byte[] call = Peers.call(framing, 1, args(1, "cut"));
                for (int end = 0; end < call.length; end++) {
                    try (Socket socket = Peers.connect(server)) {
                        Peers.send(socket, call, 0, end);
                    }
                }
            }
            isWell(server);
        }
    }

    @Test
    void framesThatComeByteByByte() throws IOException {
        try (NettyServer server = Loopback.server(0, ServerOptions.DEFAULT, echo());
                Socket socket = Peers.connect(server)) {
            socket.setTcpNoDelay(true);
            byte[] call = Peers.call(Framing.FRAMED, 7, args(1, "slow"));
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < call.length; i++) {
                    Peers.send(socket, call, i, i + 1);
                }
                byte[] frame = Peers.frame(socket);
                Incoming answer = Incoming.read(Protocol.BINARY, frame, 0, frame.length);
                assertEquals(7, answer.envelope().sequence());
                assertEquals(result(args(1, "slow").getNote()), answer.body(EchoResult.BINARY));
            }
        }
    }

    @Test
    void garbageEndsTheConnection() throws IOException {
        Random random = new Random(13);
        try (NettyServer server = Loopback.server(0, ServerOptions.DEFAULT, echo())) {
            for (int round = 0; round < 200; round++) {
                byte[] garbage = new byte[8 + random.nextInt(100)];
                random.nextBytes(garbage);
                garbage[4] = 'x'; // no shape has this here, unless the first bytes make one
                garbage[0] = 'x';
                try (Socket socket = Peers.connect(server)) {
                    Peers.send(socket, garbage, 0, garbage.length);
                    assertTrue(Peers.closed(socket));
                }
            }
            byte[] damaged = Peers.call(Framing.FRAMED, 1, args(1, "damaged"));
            for (int i = 0; i < damaged.length; i++) {
                byte[] copy = damaged.clone();
                copy[i] ^= 0x55;
                try (Socket socket = Peers.connect(server)) {
                    Peers.send(socket, copy, 0, copy.length);
                    socket.shutdownOutput();
                    Peers.closed(socket);
                }
            }
            isWell(server);
        }
    }

    @Test
    void oversizedFramesAreRefusedBeforeTheyAreThere() throws IOException {
        ServerOptions small = ServerOptions.DEFAULT.limit(1000);
        try (NettyServer server = Loopback.server(0, small, echo())) {
            for (Framing framing : Framing.values()) {
                byte[] call = Peers.call(framing, 1, args(1, "x".repeat(2000)));
                try (Socket socket = Peers.connect(server)) {
                    Peers.send(socket, call, 0, framing == Framing.UNFRAMED ? call.length : 20);
                    assertTrue(Peers.closed(socket), framing.name());
                }
            }
            isWell(server);
        }
    }

    /** A client that asks and does not read: the server stops to read from it. */
    @Test
    void slowReaderIsNotReadFrom() throws Exception {
        AtomicInteger handled = new AtomicInteger();
        Note large = new Note().setData(new byte[256 << 10]);
        Handler<EchoArgs, EchoResult> handler = EchoService.unary(ECHO, false, (call, args, responder) -> {
            handled.incrementAndGet();
            responder.complete(result(large));
        });
        int calls = 2000; // whose answers have 500 MiB
        try (NettyServer server = Loopback.server(0, ServerOptions.DEFAULT, handler);
                Socket socket = Peers.connect(server)) {
            byte[] call = Peers.call(Framing.FRAMED, 1, args(1, "x".repeat(1000)));
            Thread sender = new Thread(() -> {
                try {
                    for (int i = 0; i < calls; i++) {
                        Peers.send(socket, call, 0, call.length);
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            sender.start();
            int before = StreamTest.settled(handled);
            assertTrue(before < calls / 4, before + " calls handled for nobody");
            for (int i = 0; i < calls; i++) {
                Peers.frame(socket);
            }
            assertEquals(calls, handled.get());
            sender.join();
        }
    }

    /** As Kitex's clients do it. */
    @Test
    void onewayCallIsHandledThoughTheConnectionIsClosed() throws Exception {
        int calls = 200;
        AtomicInteger visits = new AtomicInteger();
        CompletableFuture<Void> all = new CompletableFuture<>();
        Handler<EchoArgs, EchoResult> visit = answering(EchoService.VISIT, (call, args) -> {
            if (visits.incrementAndGet() == calls) {
                all.complete(null);
            }
            return new EchoResult();
        });
        ExecutorService late = Executors.newSingleThreadExecutor();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        late.execute(gate::join);
        try (NettyServer server = Loopback.server(0, ServerOptions.DEFAULT.executor(late), visit)) {
            byte[] bytes = new Outgoing(Protocol.BINARY)
                    .addFramed(Envelope.oneway("visit", 1), EchoArgs.BINARY, args(1, "gone"))
                    .toByteArray();
            for (int i = 0; i < calls; i++) {
                try (Socket socket = Peers.connect(server)) {
                    Peers.send(socket, bytes, 0, bytes.length);
                }
            }
            Loopback.until(() -> server.connections() == 0);
            gate.complete(null);
            all.get(Loopback.PATIENCE, TimeUnit.SECONDS);
        } finally {
            late.shutdownNow();
        }
    }

    @Test
    void connectionsOpenedAndDropped() throws Exception {
        openAndDrop(300);
    }

    @Test
    @Tag("deep")
    void tenThousandConnectionsOpenedAndDropped() throws Exception {
        openAndDrop(10_000);
    }

    private static void openAndDrop(int count) throws Exception {
        Random random = new Random(17);
        byte[] call = Peers.call(Framing.TTHEADER, 1, args(1, "dropped"));
        try (NettyServer server = Loopback.server(0, ServerOptions.DEFAULT, echo())) {
            for (int i = 0; i < count; i++) {
                try (Socket socket = Peers.connect(server)) {
                    if (random.nextBoolean()) {
                        socket.setSoLinger(true, 0); // a reset in place of an end
                    }
                    Peers.send(socket, call, 0, random.nextInt(call.length + 1));
                }
            }
            isWell(server);
        }
    }

    @Test
    void stopWaitsForCallsInProgressOnly() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        Handler<EchoArgs, EchoResult> handler = EchoService.unary(ECHO, false, (call, args, responder) -> {
            begun.complete(null);
            gate.thenRun(() -> responder.complete(result(args.getNote())));
        });
        NettyServer server = Loopback.server(0, ServerOptions.DEFAULT, handler);
        ClientOptions options = ClientOptions.DEFAULT.framing(Framing.TTHEADER).connections(1);
        try (NettyChannel channel = NettyChannel.to(server.address(), options)) {
            CompletableFuture<String> reset = new CompletableFuture<>();
            Call call = Call.client(ECHO).onHeaders(headers -> reset.complete(headers.get("crrst")));
            CompletableFuture<EchoResult> result = channel.unary(call, ECHO, args(1, "last"));
            begun.get(Loopback.PATIENCE, TimeUnit.SECONDS);
            CompletableFuture<Boolean> stopped =
                    CompletableFuture.supplyAsync(() -> server.stop(Duration.ofSeconds(Loopback.PATIENCE)));
            Throwable refused = null;
            while (!(refused instanceof RpcException e && e.status() == Status.UNAVAILABLE)) {
                try (NettyChannel other = NettyChannel.to(server.address(), ClientOptions.DEFAULT)) {
                    refused = Loopback.failure(
                            other.unary(Call.client(ECHO).timeout(Duration.ofMillis(100)), ECHO, args(1, "")));
                }
            }
            gate.complete(null);
            assertEquals("last", Loopback.await(result).getSuccess().getText());
            assertEquals("1", Loopback.await(reset));
            assertEquals(true, Loopback.await(stopped));
        }
    }

    @Test
    void stopGivesUpInTime() throws Exception {
        CompletableFuture<RpcException> cancelled = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        Handler<EchoArgs, EchoResult> never = EchoService.unary(ECHO, false, (call, args, responder) -> {
            call.cancellation()
                    .onCancel(() -> cancelled.complete(call.cancellation().cause()));
            begun.complete(null);
        });
        NettyServer server = Loopback.server(0, ServerOptions.DEFAULT, never);
        try (NettyChannel channel = NettyChannel.to(server.address(), ClientOptions.DEFAULT)) {
            CompletableFuture<EchoResult> result = channel.unary(Call.client(ECHO), ECHO, args(1, ""));
            begun.get(Loopback.PATIENCE, TimeUnit.SECONDS);
            assertEquals(false, server.stop(Duration.ofMillis(100)));
            assertEquals(Status.UNAVAILABLE, ((RpcException) Loopback.failure(result)).status());
            assertEquals(
                    Status.CANCELLED,
                    cancelled.get(Loopback.PATIENCE, TimeUnit.SECONDS).status());
        }
    }
}

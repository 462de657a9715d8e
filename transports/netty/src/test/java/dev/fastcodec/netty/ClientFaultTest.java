package dev.fastcodec.netty;

import static dev.fastcodec.netty.EchoService.CHAT;
import static dev.fastcodec.netty.EchoService.ECHO;
import static dev.fastcodec.netty.EchoService.answering;
import static dev.fastcodec.netty.EchoService.args;
import static dev.fastcodec.netty.EchoService.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.netty.Peers.Listener;
import dev.fastcodec.netty.echo.EchoArgs;
import dev.fastcodec.netty.echo.EchoResult;
import dev.fastcodec.netty.echo.Note;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Receiver;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.thrift.Incoming;
import dev.fastcodec.thrift.Protocol;
import dev.fastcodec.thrift.TApplicationException;
import dev.fastcodec.thrift.TApplicationException.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What servers can do to a client. */
@ExtendWith(NoLeaks.class)
class ClientFaultTest {
    private static final Duration SOON = Duration.ofMillis(200);

    private static Handler<EchoArgs, EchoResult> echo() {
        return answering(ECHO, (call, args) -> result(args.getNote()));
    }

    private static RpcException failure(NettyChannel channel) {
        return assertInstanceOf(
                RpcException.class, Loopback.failure(channel.unary(Call.client(ECHO), ECHO, args(1, "lost"))));
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (NettyChannel channel = NettyChannel.to("127.0.0.1", port, ClientOptions.DEFAULT)) {
            RpcException e = failure(channel);
            assertEquals(Status.UNAVAILABLE, e.status());
            assertTrue(e.getMessage().startsWith("cannot connect to /127.0.0.1"), e.getMessage());
            CompletableFuture<Throwable> failed = new CompletableFuture<>();
            channel.stream(Call.client(CHAT), CHAT, new Receiver<Note>() {
                @Override
                public void message(Note message) {}

                @Override
                public void end() {}

                @Override
                public void fail(Throwable cause) {
                    failed.complete(cause);
                }
            });
            assertEquals(Status.UNAVAILABLE, ((RpcException) Loopback.await(failed)).status());
        }
    }

    /** The other side is there and says nothing: calls end in time, and the next goes over another connection. */
    @Test
    void halfOpenConnectionIsNotUsedAgain() {
        try (Listener silent =
                        new Listener((socket, number) -> socket.getInputStream().readAllBytes());
                NettyChannel channel = NettyChannel.to(
                        silent.address(),
                        ClientOptions.DEFAULT.callTimeout(SOON).connections(1))) {
            for (int i = 1; i <= 3; i++) {
                assertEquals(Status.DEADLINE_EXCEEDED, failure(channel).status());
                int connections = i;
                Loopback.until(() -> silent.accepted() >= connections);
            }
            assertEquals(3, silent.accepted());
        }
    }

    @Test
    void answersCutAtEveryByte() {
        byte[] reply = Peers.reply(1, result(args(1, "cut").getNote()));
        try (Listener cutter = new Listener((socket, number) -> {
                    Peers.frame(socket);
                    Peers.send(socket, reply, 0, number);
                });
                NettyChannel channel = NettyChannel.to(cutter.address(), ClientOptions.DEFAULT)) {
            for (int end = 0; end < reply.length; end++) {
                assertEquals(Status.UNAVAILABLE, failure(channel).status(), "cut at " + end);
            }
            assertEquals(
                    "cut",
                    Loopback.await(channel.unary(Call.client(ECHO), ECHO, args(1, "")))
                            .getSuccess()
                            .getText());
        }
    }

    @Test
    void garbageAndOversizedAnswers() {
        Random random = new Random(23);
        byte[] large = Peers.reply(1, result(args(1, "x".repeat(5000)).getNote()));
        try (Listener babbler = new Listener((socket, number) -> {
                    Peers.frame(socket);
                    byte[] garbage = new byte[50];
                    random.nextBytes(garbage);
                    garbage[0] = 'x';
                    garbage[4] = 'x';
                    byte[] answer = number % 2 == 0 ? garbage : large;
                    Peers.send(socket, answer, 0, answer.length);
                    socket.getInputStream().readAllBytes();
                });
                NettyChannel channel = NettyChannel.to(babbler.address(), ClientOptions.DEFAULT.limit(1000))) {
            for (int i = 0; i < 20; i++) {
                RpcException e = failure(channel);
                assertEquals(Status.INTERNAL, e.status());
                assertInstanceOf(DecodeException.class, e.getCause());
                assertTrue(!e.isRemote());
            }
        }
    }

    /** Answers that are none for the call: wrong name, wrong type, a body that cannot be read, another sequence id. */
    @Test
    void answersThatAreNone() {
        byte[] good = Peers.reply(1, result(args(1, "good").getNote()));
        byte[] name = good.clone();
        name[12] ^= 1;
        byte[] type = good.clone();
        type[7] = 1;
        byte[] body = good.clone();
        body[20] = 99;
        byte[] sequence = good.clone();
        sequence[18] = 77;
        List<byte[]> answers = List.of(name, type, body, sequence);
        List<Object> expected = List.of(
                new TApplicationException(
                        Code.WRONG_METHOD_NAME, "wrong method name, expect=echo, actual=" + (char) ('e' ^ 1) + "cho"),
                new TApplicationException(Code.INVALID_MESSAGE_TYPE, "client side, invalid message type 1"));
        try (Listener liar = new Listener((socket, number) -> {
            Peers.frame(socket);
            Peers.send(socket, answers.get(number), 0, answers.get(number).length);
            socket.getInputStream().readAllBytes();
        })) {
            for (int i = 0; i < answers.size(); i++) {
                ClientOptions options = i < 3 ? ClientOptions.DEFAULT : ClientOptions.DEFAULT.callTimeout(SOON);
                try (NettyChannel channel = NettyChannel.to(liar.address(), options)) {
                    RpcException e = failure(channel);
                    assertEquals(i < 3 ? Status.INTERNAL : Status.DEADLINE_EXCEEDED, e.status(), "answer " + i);
                    if (i < 2) {
                        assertEquals(expected.get(i), e.getCause());
                    } else if (i == 2) {
                        assertInstanceOf(DecodeException.class, e.getCause());
                    }
                }
            }
        }
    }

    /** A server that does not read: what waits is limited, and calls beyond fail at once. */
    @Test
    void slowReaderDoesNotFillTheMemory() {
        int mebi = 1 << 20;
        EchoArgs large = args(1, "");
        large.getNote().setData(new byte[mebi]);
        ClientOptions options =
                ClientOptions.DEFAULT.connections(1).maxBuffered(4 * mebi).callTimeout(Duration.ofSeconds(2));
        CompletableFuture<Void> over = new CompletableFuture<>();
        try (Listener deaf = new Listener((socket, number) -> over.join());
                NettyChannel channel = NettyChannel.to(deaf.address(), options)) {
            List<CompletableFuture<EchoResult>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                calls.add(channel.unary(Call.client(ECHO), ECHO, large));
            }
            int exhausted = 0;
            for (CompletableFuture<EchoResult> call : calls) {
                Status status = ((RpcException) Loopback.failure(call)).status();
                assertTrue(status == Status.RESOURCE_EXHAUSTED || status == Status.DEADLINE_EXCEEDED, status.name());
                exhausted += status == Status.RESOURCE_EXHAUSTED ? 1 : 0;
            }
            assertTrue(exhausted > 10, exhausted + " calls failed at once");
            over.complete(null);
        }
    }

    /** A server killed and started again while calls are made: each call ends, with its own answer or as unavailable. */
    @Test
    void serverKilledAndRestartedUnderLoad() throws Exception {
        NettyServer server = Loopback.server(0, ServerOptions.DEFAULT, echo());
        int port = server.address().getPort();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        ClientOptions options =
                ClientOptions.DEFAULT.callTimeout(Duration.ofSeconds(10)).connections(3);
        try (NettyChannel channel = NettyChannel.to(server.address(), options)) {
            for (int t = 0; t < 6; t++) {
                int base = t * 1_000_000;
                callers.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = base; !stop.get(); i++) {
                                call(channel, i, answered, lost);
                            }
                        },
                        task -> new Thread(task).start()));
            }
            for (int round = 0; round < 5; round++) {
                more(200, answered, callers);
                server.close();
                server = restart(port);
            }
            more(200, answered, callers);
            stop.set(true);
            for (CompletableFuture<Void> caller : callers) {
                Loopback.await(caller);
            }
            assertTrue(lost.get() > 0, "no call was lost");
        } finally {
            stop.set(true);
            server.close();
        }
    }

    /** Waits until so many more calls are answered. */
    private static void more(int count, AtomicInteger answered, List<CompletableFuture<Void>> callers) {
        int enough = answered.get() + count;
        long until = System.nanoTime() + Duration.ofSeconds(Loopback.PATIENCE).toNanos();
        while (answered.get() < enough) {
            callers.stream().filter(CompletableFuture::isDone).forEach(Loopback::await);
            assertTrue(System.nanoTime() < until, "only " + answered.get() + " calls answered");
            Thread.onSpinWait();
        }
    }

    /** A server at a port that a client may hold for a moment, as the system gives it any. */
    private static NettyServer restart(int port) {
        long until = System.nanoTime() + Duration.ofSeconds(Loopback.PATIENCE).toNanos();
        while (true) {
            try {
                return Loopback.server(port, ServerOptions.DEFAULT, echo());
            } catch (java.io.UncheckedIOException e) {
                assertTrue(System.nanoTime() < until, e.toString());
            }
        }
    }

    private static void call(NettyChannel channel, int id, AtomicInteger answered, AtomicInteger lost) {
        CompletableFuture<EchoResult> result = channel.unary(Call.client(ECHO), ECHO, args(id, ""));
        try {
            assertEquals(id, result.join().getSuccess().getId());
            answered.incrementAndGet();
        } catch (java.util.concurrent.CompletionException e) {
            assertEquals(
                    Status.UNAVAILABLE,
                    assertInstanceOf(RpcException.class, e.getCause()).status());
            lost.incrementAndGet();
        }
    }

    @Test
    void idleConnectionsAreClosed() throws Exception {
        ClientOptions options = ClientOptions.DEFAULT.idleTimeout(Duration.ofMillis(50));
        try (Loopback loopback = new Loopback(ServerOptions.DEFAULT, options, echo())) {
            loopback.call(ECHO, args(1, ""));
            Loopback.until(() -> loopback.server().connections() == 0);
            loopback.call(ECHO, args(2, ""));
        }
        ServerOptions impatient = ServerOptions.DEFAULT.idleTimeout(Duration.ofMillis(50));
        try (NettyServer server = Loopback.server(0, impatient, echo());
                java.net.Socket socket = Peers.connect(server)) {
            assertTrue(Peers.closed(socket));
        }
    }

    /** Volo closes its connection behind an answer that says so, Kitex when it stops. */
    @Test
    void connectionThatIsClosedNextIsNotUsedAgain() {
        List<Object> clients = new ArrayList<>();
        Handler<EchoArgs, EchoResult> handler = answering(ECHO, (call, args) -> {
            clients.add(call.get(Call.PEER));
            call.responseHeaders().put("crrst", args.getNote().getText());
            return result(args.getNote());
        });
        ClientOptions options = ClientOptions.DEFAULT.framing(Framing.TTHEADER).connections(1);
        try (Loopback loopback = new Loopback(ServerOptions.DEFAULT, options, handler)) {
            for (String reset : List.of("", "1", "", "")) {
                loopback.call(ECHO, args(1, reset));
            }
            assertEquals(clients.get(0), clients.get(1));
            assertNotEquals(clients.get(1), clients.get(2));
            assertEquals(clients.get(2), clients.get(3));
        }
    }

    /** An exception with sequence id 0, as Kitex answers what it cannot read, is for the only call, and for none of two. */
    @Test
    void exceptionWithoutSequence() {
        byte[] exception = new dev.fastcodec.thrift.Outgoing(Protocol.BINARY)
                .addFramed(
                        dev.fastcodec.thrift.Envelope.call("", 0).exception(),
                        TApplicationException.BINARY,
                        new TApplicationException(Code.PROTOCOL_ERROR, "unreadable"))
                .toByteArray();
        try (Listener kitex = new Listener((socket, number) -> {
            byte[] frame = Peers.frame(socket);
            boolean two = Incoming.read(Protocol.BINARY, frame, 0, frame.length)
                    .body(EchoArgs.BINARY)
                    .getNote()
                    .getText()
                    .equals("two");
            if (two) {
                Peers.frame(socket);
            }
            Peers.send(socket, exception, 0, exception.length);
            socket.getInputStream().readAllBytes();
        })) {
            ClientOptions options =
                    ClientOptions.DEFAULT.callTimeout(Duration.ofMillis(500)).connections(1);
            try (NettyChannel channel = NettyChannel.to(kitex.address(), options)) {
                assertEquals(
                        new TApplicationException(Code.PROTOCOL_ERROR, "unreadable"),
                        failure(channel).getCause());
            }
            try (NettyChannel channel = NettyChannel.to(kitex.address(), options)) {
                CompletableFuture<EchoResult> first = channel.unary(Call.client(ECHO), ECHO, args(1, "two"));
                CompletableFuture<EchoResult> second = channel.unary(Call.client(ECHO), ECHO, args(2, "two"));
                for (CompletableFuture<EchoResult> each : List.of(first, second)) {
                    assertEquals(Status.DEADLINE_EXCEEDED, ((RpcException) Loopback.failure(each)).status());
                }
            }
        }
    }
}

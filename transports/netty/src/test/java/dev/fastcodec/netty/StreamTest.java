package dev.fastcodec.netty;

import static dev.fastcodec.netty.EchoService.CHAT;
import static dev.fastcodec.netty.EchoService.streaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.netty.echo.Note;
import dev.fastcodec.netty.wire.StreamFrame;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Handlers;
import dev.fastcodec.rpc.Receiver;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Sender;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.rpc.Stubs;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import dev.fastcodec.wkt.Any;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams in frames of TTHeader. */
@ExtendWith(NoLeaks.class)
class StreamTest {
    /** Handles each message as it comes, one at a time. */
    private static Handler<Note, Note> each(BiConsumer<Sender<Note>, Note> message) {
        return streaming(CHAT, (call, responses) -> {
            responses.request(1);
            return new Receiver<Note>() {
                @Override
                public void message(Note note) {
                    message.accept(responses, note);
                    responses.request(1);
                }

                @Override
                public void end() {
                    call.trailers().put("served", call.headers().get("who"));
                    responses.end();
                }

                @Override
                public void fail(Throwable cause) {}
            };
        });
    }

    private static Handler<Note, Note> echo() {
        return each((responses, note) -> responses.send(note));
    }

    private static Loopback loopback(Handler<Note, Note> handler) {
        return new Loopback(ServerOptions.DEFAULT, ClientOptions.DEFAULT, handler);
    }

    private static Call call() {
        Call call = Call.client(CHAT);
        call.headers().put("who", "me");
        return call;
    }

    @Test
    void bothWays() {
        try (Loopback loopback = loopback(echo())) {
            Call call = call();
            Collector collector = new Collector();
            Sender<Note> requests = loopback.channel().stream(call, CHAT, collector);
            requests.request(1000);
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                requests.send(new Note().setId(i));
                expected.add(i);
            }
            requests.end();
            assertEquals(expected, collector.all());
            assertEquals("me", call.trailers().get("served"));
        }
    }

    /** In a method of its own, so that no local holds on to the stream. */
    private static void takeOneAndLeave(Loopback loopback) {
        Iterator<Note> answers = Stubs.bothStream(
                loopback.channel(), CHAT, List.of(new Note().setId(7)).iterator());
        assertEquals(7, answers.next().getId());
    }

    /** Messages without an end, from something that must be closed. */
    private record Endless(CountDownLatch closed) implements Iterator<Note>, AutoCloseable {
        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Note next() {
            return new Note().setId(7);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /** The requests have ended by then, and the handler waits until it can send. */
    @Test
    void aStreamThatIsLostIsCancelledInTheEnd() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Handler<Note, Note> endless = Handlers.bothStream(CHAT, requests -> {
            Call.current().cancellation().onCancel(cancelled::countDown);
            requests.forEachRemaining(r -> {});
            return new Endless(closed);
        });
        try (Loopback loopback = loopback(endless)) {
            takeOneAndLeave(loopback);
            for (int i = 0; i < 3000 && !cancelled.await(10, TimeUnit.MILLISECONDS); i++) {
                System.gc();
            }
            assertEquals(0, cancelled.getCount());
            assertTrue(closed.await(30, TimeUnit.SECONDS), "the handler's thread is left behind");
        }
    }

    @Test
    void manyStreamsShareAConnection() {
        ClientOptions one = ClientOptions.DEFAULT.streamConnections(1);
        try (Loopback loopback = new Loopback(ServerOptions.DEFAULT, one, echo())) {
            List<Collector> collectors = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Collector collector = new Collector();
                collectors.add(collector);
                Sender<Note> requests = loopback.channel().stream(call(), CHAT, collector);
                requests.request(100);
                requests.send(new Note().setId(i));
                requests.end();
            }
            for (int i = 0; i < 50; i++) {
                assertEquals(List.of(i), collectors.get(i).all());
            }
            assertEquals(1, loopback.channel().connections());
        }
    }

    /** A server that sends without end is slowed down by a client that takes one message at a time. */
    @Test
    void receiverHoldsTheSenderBack() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        CompletableFuture<Void> blocked = new CompletableFuture<>();
        Handler<Note, Note> endless = streaming(
                CHAT,
                (call, responses) -> new Receiver<Note>() {
                    @Override
                    public void message(Note note) {}

                    @Override
                    public void end() {}

                    @Override
                    public void fail(Throwable cause) {}

                    @Override
                    public void ready() {
                        pump();
                    }

                    private void pump() {
                        Note note = new Note().setData(new byte[64 << 10]);
                        while (responses.isReady()) {
                            responses.send(note.setId(sent.getAndIncrement()));
                        }
                        blocked.complete(null);
                    }

                    Receiver<Note> start() {
                        pump();
                        return this;
                    }
                }.start());
        try (Loopback loopback = loopback(endless)) {
            Collector collector = new Collector();
            Sender<Note> requests = loopback.channel().stream(call(), CHAT, collector);
            requests.request(1);
            collector.first.get(Loopback.PATIENCE, TimeUnit.SECONDS);
            blocked.get(Loopback.PATIENCE, TimeUnit.SECONDS);
            int before = settled(sent);
            assertEquals(1, collector.size());
            assertTrue(before < 1000, before + " messages sent that nobody took");
            requests.request(before);
            Loopback.until(() -> sent.get() != before);
            requests.fail(new RpcException(Status.CANCELLED, "enough"));
            assertEquals(Status.CANCELLED, ((RpcException) collector.failure()).status());
        }
    }

    /** Messages without a byte take memory, too: a server that nobody lets read them stops to take them from the connection. */
    @Test
    void emptyMessagesThatNobodyTakesAreNotReadWithoutEnd() throws Exception {
        Handler<Note, Note> deaf = streaming(CHAT, (call, responses) -> new Receiver<Note>() {
            @Override
            public void message(Note note) {}

            @Override
            public void end() {}

            @Override
            public void fail(Throwable cause) {}
        });
        try (NettyServer server = Loopback.server(0, ServerOptions.DEFAULT, deaf);
                SocketChannel socket = SocketChannel.open(server.address())) {
            Outgoing open = new Outgoing(Protocol.BINARY);
            new StreamFrame(StreamFrame.Type.HEADER, 1, "chat", Map.of("isn", "Echo"), Map.of()).write(open);
            socket.write(ByteBuffer.wrap(open.toByteArray()));
            Outgoing empty = new Outgoing(Protocol.BINARY);
            for (int i = 0; i < 1000; i++) {
                new StreamFrame(StreamFrame.Type.DATA, 1, "chat", Map.of(), Map.of()).write(empty);
            }
            ByteBuffer frames = ByteBuffer.wrap(empty.toByteArray());
            socket.configureBlocking(false);
            long most = 64L << 20; // what the system buffers, and much more
            long taken = 0;
            for (int refused = 0; refused < 20 && taken < most; ) {
                int n = socket.write(frames);
                taken += n;
                if (!frames.hasRemaining()) {
                    frames.rewind();
                }
                refused = n > 0 ? 0 : refused + 1;
                if (n == 0) {
                    TimeUnit.MILLISECONDS.sleep(20); // there is no event for nothing happening
                }
            }
            assertTrue(taken < most, "all was taken");
        }
    }

    @Test
    void moreStreamsThanAllowedAreRefused() {
        ServerOptions three = ServerOptions.DEFAULT.callsPerConnection(3);
        try (Loopback loopback = new Loopback(three, ClientOptions.DEFAULT.streamConnections(1), echo())) {
            List<Sender<Note>> open = new ArrayList<>();
            List<Collector> collectors = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                collectors.add(new Collector());
                open.add(loopback.channel().stream(call(), CHAT, collectors.get(i)));
                open.get(i).request(10);
            }
            Throwable refused = collectors.get(3).failure();
            assertEquals("more than 3 streams", ((RpcException) refused).text());
            for (int i = 0; i < 3; i++) {
                open.get(i).send(new Note().setId(i));
                open.get(i).end();
                assertEquals(List.of(i), collectors.get(i).all());
            }
            Collector again = new Collector();
            Sender<Note> one = loopback.channel().stream(call(), CHAT, again);
            one.end();
            assertEquals(List.of(), again.all());
        }
    }

    /** The number when it has stopped to change. */
    static int settled(AtomicInteger number) throws InterruptedException {
        int before = -1;
        for (int same = 0; same < 5; ) {
            int now = number.get();
            same = now == before ? same + 1 : 0;
            before = now;
            TimeUnit.MILLISECONDS.sleep(20); // there is no event for nothing happening
        }
        return before;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cancellationReachesTheServer(boolean afterTheRequests) throws Exception {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        CompletableFuture<RpcException> cancelled = new CompletableFuture<>();
        Handler<Note, Note> waiting = streaming(CHAT, (call, responses) -> {
            call.cancellation()
                    .onCancel(() -> cancelled.complete(call.cancellation().cause()));
            call.responseHeaders().put("hello", "you");
            call.sendHeaders();
            return new Receiver<Note>() {
                @Override
                public void message(Note note) {}

                @Override
                public void end() {
                    ended.complete(true);
                }

                @Override
                public void fail(Throwable cause) {
                    failed.complete(cause);
                }
            };
        });
        try (Loopback loopback = loopback(waiting)) {
            CompletableFuture<String> headers = new CompletableFuture<>();
            Call call = call().onHeaders(h -> headers.complete(h.get("hello")));
            Collector collector = new Collector();
            Sender<Note> requests = loopback.channel().stream(call, CHAT, collector);
            assertEquals("you", Loopback.await(headers));
            if (afterTheRequests) {
                requests.end();
                Loopback.await(ended);
            }
            call.cancellation().cancel();
            assertEquals(Status.CANCELLED, ((RpcException) collector.failure()).status());
            assertEquals(
                    Status.CANCELLED,
                    cancelled.get(Loopback.PATIENCE, TimeUnit.SECONDS).status());
            assertInstanceOf(RpcException.class, failed.get(Loopback.PATIENCE, TimeUnit.SECONDS));

            Collector late = new Collector();
            loopback.channel().stream(call().timeout(Duration.ofMillis(50)), CHAT, late);
            assertEquals(Status.DEADLINE_EXCEEDED, ((RpcException) late.failure()).status());
        }
    }

    @Test
    void failuresComeInTheTrailer() {
        Handler<Note, Note> failing = each((responses, note) -> {
            switch (note.getId()) {
                case 1 ->
                    responses.fail(new BizStatusException(5, "five", Map.of("a", "b")).withDetails(List.of(new Any())));
                case 2 -> responses.fail(new IllegalStateException("broken"));
                case 3 -> responses.end();
                default -> responses.send(note);
            }
        });
        try (Loopback loopback = loopback(failing)) {
            Throwable business = one(loopback, 1).failure();
            assertEquals(5, assertInstanceOf(BizStatusException.class, business).code());
            assertEquals(List.of(new Any()), ((BizStatusException) business).details());
            RpcException broken =
                    assertInstanceOf(RpcException.class, one(loopback, 2).failure());
            assertEquals("broken", broken.getMessage());
            assertEquals(Status.UNKNOWN, broken.status());
            assertEquals(List.of(), one(loopback, 3).all());

            Collector unknown = new Collector();
            loopback.channel().stream(Call.client(EchoService.NOTHING), EchoService.NOTHING, unknown);
            RpcException missing = assertInstanceOf(RpcException.class, unknown.failure());
            assertEquals(Status.UNIMPLEMENTED, missing.status());
        }
    }

    private static Collector one(Loopback loopback, int id) {
        Collector collector = new Collector();
        Sender<Note> requests = loopback.channel().stream(call(), CHAT, collector);
        requests.request(10);
        requests.send(new Note().setId(id));
        return collector;
    }
}

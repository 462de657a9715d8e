package dev.fastcodec.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Cancellation;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Handlers;
import dev.fastcodec.rpc.MessageStream;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.rpc.Stubs;
import io.grpc.Context;
import io.grpc.testing.protobuf.SimpleRequest;
import io.grpc.testing.protobuf.SimpleServiceGrpc;
import io.grpc.testing.protobuf.fast.SimpleResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines and cancellations, in the middle of calls of all kinds. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndsTest {
    private final LinkedBlockingQueue<RpcException> causes = new LinkedBlockingQueue<>();
    private final CountDownLatch running = new CountDownLatch(1);

    /** Handlers that go on until they are cancelled. */
    private Handler<?, ?>[] endless() {
        return new Handler<?, ?>[] {
            Handlers.unary(Simple.UNARY, q -> {
                CountDownLatch cancelled = new CountDownLatch(1);
                listen().onCancel(cancelled::countDown);
                running.countDown();
                await(cancelled);
                return Simple.response("late");
            }),
            Handlers.serverStream(Simple.SERVER, q -> {
                listen();
                running.countDown();
                return IntStream.iterate(0, i -> i + 1)
                        .mapToObj(Simple::response)
                        .iterator();
            }),
            Handlers.clientStream(Simple.CLIENT, requests -> {
                listen();
                running.countDown();
                requests.forEachRemaining(q -> {});
                return Simple.response("late");
            }),
            Handlers.bothStream(Simple.BOTH, requests -> {
                listen();
                running.countDown();
                return Simple.each(requests, q -> Simple.response(q.getRequestMessage()));
            })
        };
    }

    private Cancellation listen() {
        Cancellation cancellation = Call.current().cancellation();
        cancellation.onCancel(() -> causes.add(cancellation.cause()));
        return cancellation;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Iterator<io.grpc.testing.protobuf.fast.SimpleRequest> endlessRequests() {
        return IntStream.iterate(0, i -> i + 1).mapToObj(Simple::request).iterator();
    }

    private static void call(Channel channel, int kind) {
        switch (kind) {
            case 0 -> Stubs.unary(channel, Simple.UNARY, Simple.request("a"));
            case 1 ->
                Stubs.serverStream(channel, Simple.SERVER, Simple.request("a")).forEachRemaining(r -> {});
            case 2 -> Stubs.clientStream(channel, Simple.CLIENT, endlessRequests());
            case 3 -> Stubs.bothStream(channel, Simple.BOTH, endlessRequests()).forEachRemaining(r -> {});
            case 4 ->
                join(Stubs.unaryAsync(channel, Simple.UNARY, Simple.request("a"))
                        .toCompletableFuture());
            case 5 -> join(Flows.all(Stubs.serverStreamAsync(channel, Simple.SERVER, Simple.request("a"))));
            case 6 ->
                join(Stubs.clientStreamAsync(channel, Simple.CLIENT, Flows.of(endlessRequests()))
                        .toCompletableFuture());
            default -> join(Flows.all(Stubs.bothStreamAsync(channel, Simple.BOTH, Flows.of(endlessRequests()))));
        }
    }

    private static void join(CompletableFuture<?> future) {
        try {
            future.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void deadlinesAreSeenAtBothSides(int kind) throws InterruptedException {
        try (Loopback loopback = Loopback.of(endless())) {
            // As long as the machine needs for the call to get to the handler before its end.
            for (long millis = 200; running.getCount() > 0; millis *= 3) {
                Channel channel = loopback.ours().with(Duration.ofMillis(millis));
                RpcException e = assertThrows(RpcException.class, () -> call(channel, kind));
                assertEquals(Status.DEADLINE_EXCEEDED, e.status());
            }
            RpcException atServer = causes.take();
            assertTrue(
                    atServer.status() == Status.DEADLINE_EXCEEDED || atServer.status() == Status.CANCELLED,
                    atServer.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void cancellationsAreSeenAtBothSides(int kind) throws InterruptedException {
        try (Loopback loopback = Loopback.of(endless())) {
            Cancellation cancellation = new Cancellation();
            Thread canceller = new Thread(() -> {
                await(running);
                cancellation.cancel();
            });
            canceller.start();
            RpcException e =
                    assertThrows(RpcException.class, () -> call(loopback.ours().with(cancellation), kind));
            assertEquals(Status.CANCELLED, e.status());
            assertFalse(e.isRemote());
            assertEquals(Status.CANCELLED, causes.take().status());
            canceller.join();
        }
    }

    @Test
    void handlersKnowTheDeadline() {
        AtomicReference<Long> left = new AtomicReference<>();
        AtomicReference<Boolean> inContext = new AtomicReference<>();
        try (Loopback loopback = Loopback.of(
                Simple.unary(q -> {
                    left.set(Call.current().deadline().nanosLeft());
                    inContext.set(Context.current().getDeadline() != null);
                    return q;
                }),
                Handlers.serverStream(Simple.SERVER, q -> {
                    inContext.set(Context.current().getDeadline() != null);
                    return Simple.responses(List.of());
                }))) {
            Channel channel = loopback.ours().with(Duration.ofMinutes(2));
            Stubs.unary(channel, Simple.UNARY, Simple.request("a"));
            assertTrue(left.get() > TimeUnit.MINUTES.toNanos(1), left.toString());
            assertTrue(left.get() <= TimeUnit.MINUTES.toNanos(2), left.toString());
            assertTrue(inContext.getAndSet(false));
            Simple.texts(Stubs.serverStream(channel, Simple.SERVER, Simple.request("a")));
            assertTrue(inContext.get());
        }
    }

    @Test
    void callsOnBehalfOfAnotherEndWithIt() throws InterruptedException {
        try (Loopback behind = Loopback.of(endless());
                Loopback front = Loopback.of(Simple.unary(
                        q -> Stubs.unary(behind.ours().within(Call.current()), Simple.UNARY, Simple.request(q))
                                .getResponseMessage()))) {
            for (long millis = 200; running.getCount() > 0; millis *= 3) {
                Channel channel = front.ours().with(Duration.ofMillis(millis));
                RpcException e = assertThrows(RpcException.class, () -> call(channel, 0));
                assertEquals(Status.DEADLINE_EXCEEDED, e.status());
            }
            causes.take();
        }
    }

    @Test
    void closingAStreamOfResponsesCancels() throws InterruptedException {
        try (Loopback loopback = Loopback.of(endless())) {
            try (MessageStream<SimpleResponse> responses =
                    MessageStream.of(Stubs.serverStream(loopback.ours(), Simple.SERVER, Simple.request("a")))) {
                assertEquals("0", responses.next().getResponseMessage());
            }
            assertEquals(Status.CANCELLED, causes.take().status());
        }
    }

    /** In a method of its own, so that no local holds on to the stream. */
    private static void takeOneAndLeave(Iterator<SimpleResponse> responses) {
        assertEquals("0", responses.next().getResponseMessage());
    }

    @Test
    void losingAStreamOfResponsesCancelsInTheEnd() throws InterruptedException {
        try (Loopback loopback = Loopback.of(endless())) {
            takeOneAndLeave(Stubs.serverStream(loopback.ours(), Simple.SERVER, Simple.request("a")));
            RpcException cause;
            do {
                System.gc();
                cause = causes.poll(10, TimeUnit.MILLISECONDS);
            } while (cause == null);
            assertEquals(Status.CANCELLED, cause.status());
        }
    }

    @Test
    void theirClientCancelsOurHandler() throws Exception {
        try (Loopback loopback = Loopback.of(endless())) {
            Context.CancellableContext context = Context.current().withCancellation();
            Iterator<io.grpc.testing.protobuf.SimpleResponse> responses =
                    context.call(() -> SimpleServiceGrpc.newBlockingStub(loopback.channel)
                            .serverStreamingRpc(SimpleRequest.getDefaultInstance()));
            assertEquals("0", responses.next().getResponseMessage());
            context.cancel(null);
            assertEquals(Status.CANCELLED, causes.take().status());
        }
    }

    @Test
    void aLostConnectionEndsCallsOnBothSides() throws InterruptedException {
        try (Loopback loopback = Loopback.of(endless())) {
            CompletableFuture<Void> call = CompletableFuture.runAsync(() -> call(loopback.ours(), 0));
            await(running);
            loopback.server.shutdownNow();
            RpcException e = assertThrows(RpcException.class, () -> join(call));
            assertTrue(e.status() == Status.UNAVAILABLE || e.status() == Status.CANCELLED, e.toString());
            assertEquals(Status.CANCELLED, causes.take().status());
        }
    }

    @Test
    void anInterruptedThreadStopsWaitingAndCancels() throws InterruptedException {
        try (Loopback loopback = Loopback.of(endless())) {
            AtomicReference<RpcException> seen = new AtomicReference<>();
            AtomicReference<Boolean> still = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                seen.set(assertThrows(RpcException.class, () -> call(loopback.ours(), 0)));
                still.set(Thread.currentThread().isInterrupted());
            });
            caller.start();
            await(running);
            caller.interrupt();
            caller.join();
            assertEquals(Status.CANCELLED, seen.get().status());
            assertTrue(still.get());
            assertEquals(Status.CANCELLED, causes.take().status());
        }
    }

    /** The first call on a channel waits for a connection; what is sent must be what it was when it was sent. */
    @Test
    void messagesMayBeChangedAsSoonAsTheyAreSent() {
        try (Loopback loopback = Loopback.of(Servers.OURS.services())) {
            io.grpc.testing.protobuf.fast.SimpleRequest request = Simple.request("before");
            CompletableFuture<SimpleResponse> response =
                    Stubs.unaryAsync(loopback.ours(), Simple.UNARY, request).toCompletableFuture();
            request.setRequestMessage("after");
            assertEquals("re: before", response.join().getResponseMessage());
        }
        try (Loopback loopback = Loopback.of(Servers.OURS.services())) {
            io.grpc.testing.protobuf.fast.SimpleRequest reused = Simple.request("");
            Iterator<io.grpc.testing.protobuf.fast.SimpleRequest> requests = IntStream.range(0, 20)
                    .mapToObj(i -> reused.setRequestMessage(Integer.toString(i)))
                    .iterator();
            assertEquals(
                    "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19",
                    Stubs.clientStream(loopback.ours(), Simple.CLIENT, requests).getResponseMessage());
        }
    }

    @Test
    void moreOrFewerMessagesThanTheMethodHasAreRefused() {
        try (Loopback loopback = Loopback.of(Servers.OURS.services())) {
            byte[] empty = {};
            for (dev.fastcodec.rpc.Method<?, ?> method : List.of(Simple.UNARY, Simple.SERVER)) {
                io.grpc.Status none = Raw.call(loopback.channel, method);
                assertEquals(io.grpc.Status.Code.INTERNAL, none.getCode(), none.toString());
                io.grpc.Status two = Raw.call(loopback.channel, method, empty, empty);
                assertFalse(two.isOk(), two.toString()); // grpc-java itself resets the stream
            }
        }
        for (byte[][] responses : new byte[][][] {{}, {{}, {}}}) {
            try (Loopback loopback = Loopback.of(Raw.services(responses))) {
                RpcException e = assertThrows(
                        RpcException.class, () -> Stubs.unary(loopback.ours(), Simple.UNARY, Simple.request("a")));
                assertEquals(Status.INTERNAL, e.status());
            }
        }
    }
}

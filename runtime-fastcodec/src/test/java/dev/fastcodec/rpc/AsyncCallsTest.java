package dev.fastcodec.rpc;

import static dev.fastcodec.rpc.Texts.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.wkt.StringValue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls with stages and publishers, over a channel in the same program. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncCallsTest {
    private final ExecutorService threads = Texts.threads();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdown();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS), "a thread is left behind");
    }

    private LocalChannel channel(Handler<?, ?>... handlers) {
        return Texts.channel(threads, handlers);
    }

    private static Status status(CompletableFuture<?> call) {
        CompletionException e = assertThrows(CompletionException.class, call::join);
        return assertInstanceOf(RpcException.class, e.getCause()).status();
    }

    private static Flow.Publisher<StringValue> echo(Flow.Publisher<StringValue> requests) {
        return requests;
    }

    @Test
    void callsAndAnswersOnce() {
        Channel channel = channel(
                Handlers.unaryAsync(Texts.UNARY, q -> CompletableFuture.completedFuture(text("re: " + q.getValue()))));
        assertEquals(
                text("re: a"),
                Stubs.unaryAsync(channel, Texts.UNARY, text("a"))
                        .toCompletableFuture()
                        .join());
    }

    @Test
    void streamsAnswersOfEachSubscription() {
        Channel channel =
                channel(Handlers.serverStreamAsync(Texts.SERVER, q -> new Numbers(Integer.parseInt(q.getValue()))));
        Flow.Publisher<StringValue> answers = Stubs.serverStreamAsync(channel, Texts.SERVER, text(1000));
        assertEquals(1000, Collected.of(answers).join().size());
        assertEquals("999", Collected.of(answers).join().get(999));
        assertEquals(
                List.of(),
                Collected.of(Stubs.serverStreamAsync(channel, Texts.SERVER, text(0)))
                        .join());
    }

    @Test
    void streamsRequests() {
        Channel channel = channel(Handlers.clientStreamAsync(
                Texts.CLIENT, requests -> Collected.of(requests).thenApply(Texts::text)));
        assertEquals(
                text("[0, 1, 2]"),
                Stubs.clientStreamAsync(channel, Texts.CLIENT, new Numbers(3))
                        .toCompletableFuture()
                        .join());
        assertEquals(
                text("[]"),
                Stubs.clientStreamAsync(channel, Texts.CLIENT, new Numbers(0))
                        .toCompletableFuture()
                        .join());
    }

    @Test
    void streamsBothWays() {
        Channel channel = channel(Handlers.bothStreamAsync(Texts.BOTH, AsyncCallsTest::echo));
        List<String> answers = Collected.of(Stubs.bothStreamAsync(channel, Texts.BOTH, new Numbers(5000)))
                .join();
        assertEquals(5000, answers.size());
        assertEquals("4999", answers.get(4999));
    }

    @Test
    void blockingAndAsyncSidesMeet() {
        Channel channel = channel(Handlers.bothStream(Texts.BOTH, requests -> requests));
        assertEquals(
                100,
                Collected.of(Stubs.bothStreamAsync(channel, Texts.BOTH, new Numbers(100)))
                        .join()
                        .size());
    }

    @Test
    void requestsAreAskedForOnlyAsTheyAreTaken() {
        Numbers endless = new Numbers(Integer.MAX_VALUE);
        Channel channel = channel(Handlers.bothStreamAsync(Texts.BOTH, AsyncCallsTest::echo));
        List<String> answers = Collected.first(500, Stubs.bothStreamAsync(channel, Texts.BOTH, endless))
                .join();
        assertEquals("499", answers.get(499));
        long asked = endless.requested.get();
        assertTrue(asked <= 500 + 4 * LocalPipe.WINDOW, asked + " asked for");
        BlockingCallsTest.awaitQuietly(endless.cancelled);
    }

    @Test
    void cancellingTheSubscriptionCancelsThePublisherAtTheServer() {
        Numbers endless = new Numbers(Integer.MAX_VALUE);
        Channel channel = channel(Handlers.serverStreamAsync(Texts.SERVER, q -> endless));
        Collected.first(10, Stubs.serverStreamAsync(channel, Texts.SERVER, text("")))
                .join();
        BlockingCallsTest.awaitQuietly(endless.cancelled);
    }

    @Test
    void aClientThatIsLostAfterItsLastRequestCancelsThePublisherAtTheServer() {
        Numbers endless = new Numbers(Integer.MAX_VALUE);
        Channel channel = channel(Handlers.bothStreamAsync(
                Texts.BOTH,
                requests -> subscriber -> Collected.of(requests).thenRun(() -> endless.subscribe(subscriber))));
        Collected.first(10, Stubs.bothStreamAsync(channel, Texts.BOTH, new Numbers(3)))
                .join();
        BlockingCallsTest.awaitQuietly(endless.cancelled);
    }

    @Test
    void cancellingTheStageCancelsTheCall() {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(2);
        Channel channel = channel(
                Handlers.unaryAsync(Texts.UNARY, q -> {
                    Call.current().cancellation().onCancel(cancelled::countDown);
                    running.countDown();
                    return new CompletableFuture<>();
                }),
                Handlers.clientStreamAsync(Texts.CLIENT, requests -> {
                    Call.current().cancellation().onCancel(cancelled::countDown);
                    return Collected.of(requests).thenApply(Texts::text);
                }));
        CompletableFuture<StringValue> unary =
                Stubs.unaryAsync(channel, Texts.UNARY, text("a")).toCompletableFuture();
        BlockingCallsTest.awaitQuietly(running);
        unary.cancel(true);
        Numbers endless = new Numbers(Integer.MAX_VALUE);
        Stubs.clientStreamAsync(channel, Texts.CLIENT, endless)
                .toCompletableFuture()
                .cancel(true);
        BlockingCallsTest.awaitQuietly(cancelled);
        BlockingCallsTest.awaitQuietly(endless.cancelled);
    }

    @Test
    void aHandlerMayStopListeningAndAnswer() {
        Numbers endless = new Numbers(Integer.MAX_VALUE);
        Channel channel = channel(Handlers.clientStreamAsync(
                Texts.CLIENT, requests -> Collected.first(3, requests).thenApply(Texts::text)));
        assertEquals(
                text("[0, 1, 2]"),
                Stubs.clientStreamAsync(channel, Texts.CLIENT, endless)
                        .toCompletableFuture()
                        .join());
        BlockingCallsTest.awaitQuietly(endless.cancelled);
    }

    @Test
    void failuresOfHandlersArrive() {
        RpcException mine = new RpcException(Status.NOT_FOUND, "mine");
        Channel channel = channel(
                Handlers.unaryAsync(Texts.UNARY, q -> CompletableFuture.failedFuture(mine)),
                Handlers.clientStreamAsync(Texts.CLIENT, q -> {
                    throw mine;
                }),
                Handlers.bothStreamAsync(Texts.BOTH, requests -> subscriber -> {
                    subscriber.onSubscribe(new Flow.Subscription() {
                        @Override
                        public void request(long n) {}

                        @Override
                        public void cancel() {}
                    });
                    subscriber.onError(mine);
                }));
        assertEquals(
                Status.NOT_FOUND,
                status(Stubs.unaryAsync(channel, Texts.UNARY, text("a")).toCompletableFuture()));
        assertEquals(
                Status.NOT_FOUND,
                status(Stubs.clientStreamAsync(channel, Texts.CLIENT, new Numbers(3))
                        .toCompletableFuture()));
        assertEquals(
                Status.NOT_FOUND, status(Collected.of(Stubs.bothStreamAsync(channel, Texts.BOTH, new Numbers(3)))));
        assertEquals(
                Status.UNIMPLEMENTED, status(Collected.of(Stubs.serverStreamAsync(channel, Texts.SERVER, text("a")))));
    }

    @Test
    void refusesRequestsThatAreNotPositive() {
        Channel channel = channel(Handlers.serverStreamAsync(Texts.SERVER, q -> new Numbers(3)));
        AtomicReference<Throwable> seen = new AtomicReference<>();
        CountDownLatch end = new CountDownLatch(1);
        Stubs.serverStreamAsync(channel, Texts.SERVER, text("a")).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription s) {
                s.request(0);
            }

            @Override
            public void onNext(StringValue message) {}

            @Override
            public void onError(Throwable failure) {
                seen.set(failure);
                end.countDown();
            }

            @Override
            public void onComplete() {}
        });
        BlockingCallsTest.awaitQuietly(end);
        assertInstanceOf(IllegalArgumentException.class, seen.get());
    }
}

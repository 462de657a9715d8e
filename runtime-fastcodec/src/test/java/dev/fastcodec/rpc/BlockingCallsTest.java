package dev.fastcodec.rpc;

import static dev.fastcodec.rpc.Texts.strings;
import static dev.fastcodec.rpc.Texts.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.EncodeException;
import dev.fastcodec.wkt.StringValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that wait, over a channel in the same program. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BlockingCallsTest {
    private final ExecutorService threads = Texts.threads();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdown();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS), "a thread is left behind");
    }

    private LocalChannel channel(Handler<?, ?>... handlers) {
        return Texts.channel(threads, handlers);
    }

    private static Iterator<StringValue> numbers(int to) {
        return IntStream.range(0, to).mapToObj(Texts::text).iterator();
    }

    @Test
    void callsAndAnswersOnce() {
        Channel channel = channel(Handlers.unary(Texts.UNARY, q -> text("re: " + q.getValue())));
        StringValue request = text("a");
        assertEquals(text("re: a"), Stubs.unary(channel, Texts.UNARY, request));
        assertEquals(text("a"), request);
    }

    @Test
    void doesNotWaitForOneway() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Channel channel = channel(Handlers.unary(Texts.ONEWAY, q -> {
            awaitQuietly(release);
            done.countDown();
            return null;
        }));
        Stubs.unary(channel, Texts.ONEWAY, text("a"));
        release.countDown();
        done.await();
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void streamsAnswers() {
        Channel channel = channel(Handlers.serverStream(Texts.SERVER, q -> numbers(Integer.parseInt(q.getValue()))));
        assertEquals(
                1000,
                strings(Stubs.serverStream(channel, Texts.SERVER, text(1000))).size());
        assertEquals(List.of(), strings(Stubs.serverStream(channel, Texts.SERVER, text(0))));
        assertEquals(List.of("0", "1"), strings(Stubs.serverStream(channel, Texts.SERVER, text(2))));
    }

    @Test
    void streamsRequests() {
        Channel channel = channel(Handlers.clientStream(Texts.CLIENT, requests -> text(strings(requests))));
        assertEquals(text("[]"), Stubs.clientStream(channel, Texts.CLIENT, numbers(0)));
        assertEquals(text("[0, 1, 2]"), Stubs.clientStream(channel, Texts.CLIENT, numbers(3)));
    }

    @Test
    void streamsBothWays() {
        Channel channel = channel(Handlers.bothStream(Texts.BOTH, requests -> Texts.stream(requests)
                .map(q -> text(q.getValue() + "!"))
                .iterator()));
        List<String> answers = strings(Stubs.bothStream(channel, Texts.BOTH, numbers(5000)));
        assertEquals(5000, answers.size());
        assertEquals("4999!", answers.get(4999));
    }

    @Test
    void answersWhatWasAskedBecauseOfTheAnswerBefore() {
        Channel channel = channel(Handlers.bothStream(Texts.BOTH, requests -> Texts.stream(requests)
                .map(q -> text(Integer.parseInt(q.getValue()) + 1))
                .iterator()));
        BlockingQueue<StringValue> next = new LinkedBlockingQueue<>(List.of(text(0)));
        Iterator<StringValue> questions = new Iterator<>() {
            private StringValue taken;

            @Override
            public boolean hasNext() {
                try {
                    taken = next.take();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return !taken.getValue().equals("10");
            }

            @Override
            public StringValue next() {
                return taken;
            }
        };
        List<String> answers = new ArrayList<>();
        Stubs.bothStream(channel, Texts.BOTH, questions).forEachRemaining(a -> {
            answers.add(a.getValue());
            next.add(a);
        });
        assertEquals(10, answers.size());
    }

    @Test
    void endlessAnswersAreMadeOnlyAsTheyArePulled() {
        AtomicInteger made = new AtomicInteger();
        Channel channel = channel(Handlers.serverStream(Texts.SERVER, q -> IntStream.iterate(0, i -> i + 1)
                .peek(i -> made.set(i))
                .mapToObj(Texts::text)
                .iterator()));
        Iterator<StringValue> answers = Stubs.serverStream(channel, Texts.SERVER, text(""));
        for (int i = 0; i < 1000; i++) {
            assertEquals(text(i), answers.next());
            assertTrue(made.get() <= i + 2 * (MessageIterator.WINDOW + LocalPipe.WINDOW), made + " made, taken " + i);
        }
        MessageStream.of(answers).close();
    }

    @Test
    void endlessRequestsAreMadeOnlyAsTheyArePulled() {
        AtomicInteger made = new AtomicInteger();
        Channel channel = channel(Handlers.clientStream(Texts.CLIENT, requests -> {
            for (int i = 0; i < 1000; i++) {
                assertEquals(text(i), requests.next());
                int sent = made.get();
                assertTrue(sent <= i + 2 * (MessageIterator.WINDOW + LocalPipe.WINDOW), sent + " made, taken " + i);
            }
            return text("enough");
        }));
        Iterator<StringValue> endless = IntStream.iterate(0, i -> i + 1)
                .peek(made::set)
                .mapToObj(Texts::text)
                .iterator();
        assertEquals(text("enough"), Stubs.clientStream(channel, Texts.CLIENT, endless));
    }

    @Test
    void aCancellationEndsAWaitingCallAndItsHandler() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Channel channel = channel(Handlers.unary(Texts.UNARY, q -> {
            Call.current().cancellation().onCancel(cancelled::countDown);
            running.countDown();
            awaitQuietly(cancelled);
            return q;
        }));
        Cancellation cancellation = new Cancellation();
        threads.execute(() -> {
            awaitQuietly(running);
            cancellation.cancel();
        });
        RpcException e =
                assertThrows(RpcException.class, () -> Stubs.unary(channel.with(cancellation), Texts.UNARY, text("a")));
        assertEquals(Status.CANCELLED, e.status());
        assertFalse(e.isRemote());
        cancelled.await();
    }

    @Test
    void aCancellationInTheMiddleEndsBothStreams() throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        Channel channel = channel(Handlers.bothStream(Texts.BOTH, requests -> {
            Call.current().cancellation().onCancel(cancelled::countDown);
            return requests;
        }));
        Cancellation cancellation = new Cancellation();
        Iterator<StringValue> endless =
                IntStream.iterate(0, i -> i + 1).mapToObj(Texts::text).iterator();
        Iterator<StringValue> answers = Stubs.bothStream(channel.with(cancellation), Texts.BOTH, endless);
        assertEquals(text(0), answers.next());
        cancellation.cancel();
        cancelled.await();
        RpcException e = assertThrows(RpcException.class, () -> answers.forEachRemaining(a -> {}));
        assertEquals(Status.CANCELLED, e.status());
    }

    @Test
    void aClientThatIsLostAfterItsLastRequestEndsTheHandler() {
        Channel channel = channel(Handlers.bothStream(Texts.BOTH, requests -> {
            requests.forEachRemaining(q -> {});
            return IntStream.iterate(0, i -> i + 1).mapToObj(Texts::text).iterator();
        }));
        try (MessageStream<StringValue> answers = MessageStream.of(Stubs.bothStream(channel, Texts.BOTH, numbers(3)))) {
            assertEquals(text(0), answers.next());
        } // the handler's thread has ended when stop() has
    }

    @Test
    void deadlinesEndCallsAndAreSeenByHandlers() throws InterruptedException {
        AtomicInteger started = new AtomicInteger();
        AtomicReference<RpcException> seen = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        Channel channel = channel(Handlers.unary(Texts.UNARY, q -> {
                    started.incrementAndGet();
                    assertTrue(Call.current().deadline().nanosLeft()
                            < Duration.ofMinutes(1).toNanos());
                    return waitForTheEnd(over, seen);
                }))
                .with(Duration.ofMinutes(1));
        // On a busy machine a short time may be over before the handler has begun.
        for (int millis = 10; started.get() == 0; millis *= 2) {
            Channel hurried = channel.with(Duration.ofMillis(millis)).with(Duration.ofMinutes(1));
            RpcException e = assertThrows(RpcException.class, () -> Stubs.unary(hurried, Texts.UNARY, text("a")));
            assertEquals(Status.DEADLINE_EXCEEDED, e.status());
        }
        over.await();
        assertEquals(Status.DEADLINE_EXCEEDED, seen.get().status());
    }

    @Test
    void deadlinesEndStreamsAndAreSeenByHandlers() throws InterruptedException {
        AtomicReference<RpcException> seen = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        Channel channel = channel(Handlers.clientStream(Texts.CLIENT, requests -> waitForTheEnd(over, seen)))
                .with(Duration.ofMillis(20));
        RpcException e = assertThrows(RpcException.class, () -> Stubs.clientStream(channel, Texts.CLIENT, numbers(3)));
        assertEquals(Status.DEADLINE_EXCEEDED, e.status());
        over.await();
        assertEquals(Status.DEADLINE_EXCEEDED, seen.get().status());
    }

    private static StringValue waitForTheEnd(CountDownLatch over, AtomicReference<RpcException> seen) {
        Cancellation cancellation = Call.current().cancellation();
        CountDownLatch cancelled = new CountDownLatch(1);
        cancellation.onCancel(cancelled::countDown);
        awaitQuietly(cancelled);
        seen.set(cancellation.cause());
        over.countDown();
        return text("too late");
    }

    @Test
    void aCallOnBehalfOfAnotherHasItsDeadlineAndEndsWithIt() throws InterruptedException {
        CountDownLatch inner = new CountDownLatch(1);
        LocalChannel back = channel(Handlers.unary(Texts.UNARY, q -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            assertTrue(Call.current().deadline().nanosLeft()
                    < Duration.ofMinutes(1).toNanos());
            Call.current().cancellation().onCancel(cancelled::countDown);
            inner.countDown();
            awaitQuietly(cancelled);
            return q;
        }));
        Channel front =
                channel(Handlers.unary(Texts.UNARY, q -> Stubs.unary(back.within(Call.current()), Texts.UNARY, q)));
        Cancellation cancellation = new Cancellation();
        threads.execute(() -> {
            awaitQuietly(inner);
            cancellation.cancel();
        });
        RpcException e = assertThrows(
                RpcException.class,
                () -> Stubs.unary(front.with(cancellation).with(Duration.ofMinutes(1)), Texts.UNARY, text("a")));
        assertEquals(Status.CANCELLED, e.status());
    }

    @Test
    void interruptionEndsACallAndStaysToBeSeen() {
        CountDownLatch cancelled = new CountDownLatch(1);
        Channel channel = channel(Handlers.unary(Texts.UNARY, q -> {
            Call.current().cancellation().onCancel(cancelled::countDown);
            awaitQuietly(cancelled);
            return q;
        }));
        Thread.currentThread().interrupt();
        RpcException e = assertThrows(RpcException.class, () -> Stubs.unary(channel, Texts.UNARY, text("a")));
        assertEquals(Status.CANCELLED, e.status());
        assertTrue(Thread.interrupted());
    }

    @Test
    void whatCannotBeWrittenIsThrownAsItIs() {
        Channel channel = channel(
                Handlers.unary(Texts.UNARY, q -> q),
                Handlers.serverStream(Texts.SERVER, q -> numbers(1)),
                Handlers.clientStream(Texts.CLIENT, requests -> text(strings(requests))));
        StringValue broken = text("\ud800");
        assertThrows(EncodeException.class, () -> Stubs.unary(channel, Texts.UNARY, broken));
        assertThrows(EncodeException.class, () -> Stubs.serverStream(channel, Texts.SERVER, broken));
        assertThrows(
                EncodeException.class,
                () -> Stubs.clientStream(channel, Texts.CLIENT, List.of(broken).iterator()));
    }

    @Test
    void whatTheRequestsThrowIsThrownAndCancels() throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        Channel channel = channel(Handlers.clientStream(Texts.CLIENT, requests -> {
            Call.current().cancellation().onCancel(cancelled::countDown);
            return text(strings(requests));
        }));
        IllegalStateException mine = new IllegalStateException();
        Iterator<StringValue> broken = Texts.stream(numbers(10))
                .peek(m -> {
                    if (m.getValue().equals("5")) {
                        throw mine;
                    }
                })
                .iterator();
        assertSame(
                mine,
                assertThrows(IllegalStateException.class, () -> Stubs.clientStream(channel, Texts.CLIENT, broken)));
        cancelled.await();
    }

    @Test
    void nobodyAnswersWhatNobodyHandles() {
        Channel channel = channel();
        for (Runnable call : List.<Runnable>of(
                () -> Stubs.unary(channel, Texts.UNARY, text("a")),
                () -> Stubs.serverStream(channel, Texts.SERVER, text("a")).next(),
                () -> Stubs.clientStream(channel, Texts.CLIENT, numbers(3)),
                () -> Stubs.bothStream(channel, Texts.BOTH, numbers(3)).next())) {
            assertEquals(
                    Status.UNIMPLEMENTED,
                    assertThrows(RpcException.class, call::run).status());
        }
    }

    @Test
    void manyCallsLeaveNothingBehind() {
        Cancellation shared = new Cancellation();
        Channel channel = channel(
                        Handlers.unary(Texts.UNARY, q -> q), Handlers.bothStream(Texts.BOTH, requests -> requests))
                .with(shared)
                .with(Duration.ofHours(1));
        for (int i = 0; i < 5000; i++) {
            assertEquals(text(i), Stubs.unary(channel, Texts.UNARY, text(i)));
        }
        for (int i = 0; i < 500; i++) {
            assertEquals(
                    3,
                    strings(Stubs.bothStream(channel, Texts.BOTH, numbers(3))).size());
        }
        assertEquals(0, shared.listeners());
        assertFalse(Call.isCurrent());
    }
}

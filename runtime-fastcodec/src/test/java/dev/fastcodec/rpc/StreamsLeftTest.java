package dev.fastcodec.rpc;

import static dev.fastcodec.rpc.Texts.strings;
import static dev.fastcodec.rpc.Texts.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.wkt.StringValue;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams that somebody does not want to the end: closed, lost, or given by what must be closed. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamsLeftTest {
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
    void closingAStreamCancelsTheHandler() throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        Channel channel = channel(Handlers.serverStream(Texts.SERVER, q -> {
            Call.current().cancellation().onCancel(cancelled::countDown);
            return IntStream.iterate(0, i -> i + 1).mapToObj(Texts::text).iterator();
        }));
        try (MessageStream<StringValue> answers =
                MessageStream.of(Stubs.serverStream(channel, Texts.SERVER, text("")))) {
            assertEquals(text(0), answers.next());
        }
        cancelled.await();
    }

    /** In a method of its own, so that no local holds on to the stream. */
    private static void takeOneAndLeave(Iterator<StringValue> answers) {
        assertEquals(text(0), answers.next());
    }

    @Test
    void streamsThatAreLostAreClosedInTheEnd() throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(2);
        Handler<?, ?>[] endless = {
            Handlers.serverStream(Texts.SERVER, q -> {
                Call.current().cancellation().onCancel(cancelled::countDown);
                return IntStream.iterate(0, i -> i + 1).mapToObj(Texts::text).iterator();
            }),
            Handlers.bothStream(Texts.BOTH, requests -> {
                Call.current().cancellation().onCancel(cancelled::countDown);
                return requests;
            })
        };
        Channel channel = channel(endless);
        takeOneAndLeave(Stubs.serverStream(channel, Texts.SERVER, text("")));
        takeOneAndLeave(Stubs.bothStream(
                channel,
                Texts.BOTH,
                IntStream.iterate(0, i -> i + 1).mapToObj(Texts::text).iterator()));
        while (!cancelled.await(10, TimeUnit.MILLISECONDS)) {
            System.gc();
        }
    }

    /** Messages from something that must be closed. */
    private record Cursor(Iterator<StringValue> messages, CountDownLatch closed)
            implements Iterator<StringValue>, AutoCloseable {
        @Override
        public boolean hasNext() {
            return messages.hasNext();
        }

        @Override
        public StringValue next() {
            return messages.next();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void whatIsSentIsClosedThen() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(3);
        Channel channel = channel(
                Handlers.serverStream(
                        Texts.SERVER, q -> new Cursor(numbers(q.getValue().isEmpty() ? 2 : Integer.MAX_VALUE), closed)),
                Handlers.clientStream(Texts.CLIENT, requests -> text(strings(requests))));
        assertEquals(List.of("0", "1"), strings(Stubs.serverStream(channel, Texts.SERVER, text(""))));
        try (MessageStream<StringValue> answers =
                MessageStream.of(Stubs.serverStream(channel, Texts.SERVER, text("endless")))) {
            assertEquals(text(0), answers.next());
        }
        assertEquals(text("[0, 1]"), Stubs.clientStream(channel, Texts.CLIENT, new Cursor(numbers(2), closed)));
        closed.await();
    }

    @Test
    void iteratorsWithoutAChannelAreStreamsToo() {
        CountDownLatch closed = new CountDownLatch(1);
        try (MessageStream<StringValue> stream = MessageStream.of(new Cursor(numbers(1), closed))) {
            assertSame(stream, MessageStream.of(stream));
            assertEquals(List.of("0"), strings(stream));
        }
        assertEquals(0, closed.getCount());
        MessageStream.of(numbers(1)).close();
    }
}

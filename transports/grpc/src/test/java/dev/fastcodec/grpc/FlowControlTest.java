package dev.fastcodec.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.rpc.Cancellation;
import dev.fastcodec.rpc.Handlers;
import dev.fastcodec.rpc.MessageStream;
import dev.fastcodec.rpc.Stubs;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.testing.protobuf.SimpleRequest;
import io.grpc.testing.protobuf.SimpleServiceGrpc;
import io.grpc.testing.protobuf.fast.SimpleResponse;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever sends goes no faster than the other side takes, so that memory has a bound: the windows of both sides and of HTTP/2. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FlowControlTest {
    private static final String TEXT = "x".repeat(64 << 10);
    /** HTTP/2 lets 1 MiB be on its way, and either side of a stub 16 messages. */
    private static final int LIMIT = 100;

    private static final int TAKEN = 300;

    /** Makes messages as they are pulled, and tells when it is too far ahead of what the reader has taken. */
    private static final class Source<T> implements Iterator<T> {
        private final Function<Object, T> message;
        private final CountDownLatch tooFar = new CountDownLatch(1);
        private volatile int made;
        private volatile int taken;

        Source(Function<Object, T> message) {
            this.message = message;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public T next() {
            made++; // by one thread at a time
            if (made > taken + LIMIT) {
                tooFar.countDown();
            }
            return message.apply(TEXT);
        }

        /** The reader stops for a while: time for a sender that knows no bound to pass it. */
        void pause() throws InterruptedException {
            assertFalse(tooFar.await(300, TimeUnit.MILLISECONDS), () -> made + " made, " + taken + " taken");
        }

        void check() {
            assertTrue(made >= taken && made <= taken + LIMIT, () -> made + " made, " + taken + " taken");
        }
    }

    private static void takeSlowly(Iterator<?> messages, Source<?> source) throws InterruptedException {
        for (int i = 1; i <= TAKEN; i++) {
            messages.next();
            source.taken = i;
            if (i == 1 || i == TAKEN / 2) {
                source.pause();
            }
        }
        source.check();
    }

    @Test
    void responsesOfABlockingHandler() throws InterruptedException {
        Source<SimpleResponse> source = new Source<>(Simple::response);
        try (Loopback loopback = Loopback.of(Handlers.serverStream(Simple.SERVER, q -> source));
                MessageStream<SimpleResponse> responses =
                        MessageStream.of(Stubs.serverStream(loopback.ours(), Simple.SERVER, Simple.request("a")))) {
            takeSlowly(responses, source);
        }
    }

    @Test
    void responsesOfAPublisherToASubscriber() throws InterruptedException {
        Source<SimpleResponse> source = new Source<>(Simple::response);
        try (Loopback loopback = Loopback.of(Handlers.serverStreamAsync(Simple.SERVER, q -> Flows.of(source)))) {
            CountDownLatch end = new CountDownLatch(TAKEN);
            AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();
            Stubs.serverStreamAsync(loopback.ours(), Simple.SERVER, Simple.request("a"))
                    .subscribe(new Flow.Subscriber<>() {
                        @Override
                        public void onSubscribe(Flow.Subscription s) {
                            subscription.set(s);
                            s.request(1);
                        }

                        @Override
                        public void onNext(SimpleResponse message) {
                            source.taken++;
                            end.countDown();
                            if (source.taken > 1) {
                                subscription.get().request(1);
                            }
                        }

                        @Override
                        public void onError(Throwable failure) {}

                        @Override
                        public void onComplete() {}
                    });
            source.pause();
            subscription.get().request(1);
            end.await();
            source.check();
            subscription.get().cancel();
        }
    }

    @Test
    void requestsOfABlockingStub() throws InterruptedException {
        Source<io.grpc.testing.protobuf.fast.SimpleRequest> source = new Source<>(Simple::request);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (Loopback loopback = Loopback.of(Handlers.clientStream(Simple.CLIENT, requests -> {
            try {
                takeSlowly(requests, source);
            } catch (Throwable e) {
                failure.set(e);
            }
            return Simple.response("enough");
        }))) {
            assertEquals(
                    "enough",
                    Stubs.clientStream(loopback.ours(), Simple.CLIENT, source).getResponseMessage());
        }
        assertEquals(null, failure.get());
    }

    @Test
    void requestsOfAPublisher() throws InterruptedException {
        Source<io.grpc.testing.protobuf.fast.SimpleRequest> source = new Source<>(Simple::request);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (Loopback loopback = Loopback.of(Handlers.bothStream(Simple.BOTH, requests -> {
            try {
                takeSlowly(requests, source);
            } catch (Throwable e) {
                failure.set(e);
            }
            return Simple.responses(java.util.List.of("enough"));
        }))) {
            Cancellation cancellation = new Cancellation();
            assertEquals(
                    java.util.List.of("enough"),
                    Flows.join(
                            Stubs.bothStreamAsync(loopback.ours().with(cancellation), Simple.BOTH, Flows.of(source))));
        }
        assertEquals(null, failure.get());
    }

    @Test
    void theirSlowClientWithOurHandler() throws InterruptedException {
        Source<SimpleResponse> source = new Source<>(Simple::response);
        try (Loopback loopback = Loopback.of(Handlers.serverStream(Simple.SERVER, q -> source))) {
            AtomicReference<ClientCallStreamObserver<SimpleRequest>> call = new AtomicReference<>();
            CountDownLatch end = new CountDownLatch(TAKEN);
            SimpleServiceGrpc.newStub(loopback.channel)
                    .serverStreamingRpc(
                            SimpleRequest.getDefaultInstance(),
                            new ClientResponseObserver<SimpleRequest, io.grpc.testing.protobuf.SimpleResponse>() {
                                @Override
                                public void beforeStart(ClientCallStreamObserver<SimpleRequest> stream) {
                                    call.set(stream);
                                    stream.disableAutoRequestWithInitial(1);
                                }

                                @Override
                                public void onNext(io.grpc.testing.protobuf.SimpleResponse message) {
                                    source.taken++;
                                    end.countDown();
                                    if (source.taken > 1) {
                                        call.get().request(1);
                                    }
                                }

                                @Override
                                public void onError(Throwable failure) {}

                                @Override
                                public void onCompleted() {}
                            });
            source.pause();
            call.get().request(1);
            end.await();
            source.check();
            call.get().cancel("enough", null);
        }
    }
}

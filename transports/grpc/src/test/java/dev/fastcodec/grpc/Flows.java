package dev.fastcodec.grpc;

import io.grpc.testing.protobuf.fast.SimpleResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Publishers and subscribers for tests. */
final class Flows {
    private Flows() {}

    /** Publishes what an iterator gives, in the thread that asks, never more than is asked for. */
    static <T> Flow.Publisher<T> of(Iterator<T> from) {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            private final AtomicLong waiting = new AtomicLong();
            private volatile boolean over;

            @Override
            public void request(long n) {
                if (waiting.getAndAdd(n) > 0) {
                    return;
                }
                do {
                    if (!over && from.hasNext()) {
                        subscriber.onNext(from.next());
                    }
                    if (!over && !from.hasNext()) {
                        over = true;
                        subscriber.onComplete();
                    }
                } while (waiting.decrementAndGet() > 0);
            }

            @Override
            public void cancel() {
                over = true;
            }
        });
    }

    /** All messages, taken one by one. */
    static <T> CompletableFuture<List<T>> all(Flow.Publisher<T> from) {
        CompletableFuture<List<T>> end = new CompletableFuture<>();
        List<T> all = new ArrayList<>();
        from.subscribe(new Flow.Subscriber<>() {
            private Flow.Subscription subscription;

            @Override
            public void onSubscribe(Flow.Subscription s) {
                subscription = s;
                s.request(1);
            }

            @Override
            public void onNext(T message) {
                all.add(message);
                subscription.request(1);
            }

            @Override
            public void onError(Throwable failure) {
                end.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                end.complete(all);
            }
        });
        return end;
    }

    static List<String> join(Flow.Publisher<SimpleResponse> from) {
        return all(from).join().stream().map(SimpleResponse::getResponseMessage).toList();
    }

    /** What a publisher gives, changed. */
    static <T, U> Flow.Publisher<U> map(Flow.Publisher<T> from, Function<T, U> map) {
        return subscriber -> from.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription s) {
                subscriber.onSubscribe(s);
            }

            @Override
            public void onNext(T message) {
                subscriber.onNext(map.apply(message));
            }

            @Override
            public void onError(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }
}

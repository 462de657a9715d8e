package calls;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Collects what is published. */
final class Items implements Flow.Subscriber<Item> {
    private final List<Item> all = new ArrayList<>();
    private final CompletableFuture<List<Item>> end = new CompletableFuture<>();

    private Items() {}

    static CompletableFuture<List<Item>> of(Flow.Publisher<Item> publisher) {
        Items items = new Items();
        publisher.subscribe(items);
        return items.end;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Item item) {
        all.add(item);
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(all);
    }

    /** Publishes what an iterator has, to one subscriber. */
    record Published(Iterator<Item> items) implements Flow.Publisher<Item> {
        @Override
        public void subscribe(Flow.Subscriber<? super Item> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                private long wanted;
                private boolean over;

                @Override
                public synchronized void request(long n) {
                    boolean running = wanted > 0;
                    wanted += n;
                    while (!running && wanted > 0 && !over) {
                        if (items.hasNext()) {
                            subscriber.onNext(items.next());
                        }
                        wanted--;
                        if (!over && !items.hasNext()) {
                            over = true;
                            subscriber.onComplete();
                        }
                    }
                }

                @Override
                public synchronized void cancel() {
                    over = true;
                }
            });
        }
    }
}

package dev.fastcodec.rpc;

import dev.fastcodec.wkt.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** A subscriber that asks for one message after the other, up to a number, and keeps them. */
final class Collected implements Flow.Subscriber<StringValue> {
    final CompletableFuture<List<String>> end = new CompletableFuture<>();
    private final List<String> all = new ArrayList<>();
    private final int most;
    private Flow.Subscription subscription;

    private Collected(int most) {
        this.most = most;
    }

    static CompletableFuture<List<String>> of(Flow.Publisher<StringValue> publisher) {
        return first(Integer.MAX_VALUE, publisher);
    }

    /** Cancels after so many. */
    static CompletableFuture<List<String>> first(int most, Flow.Publisher<StringValue> publisher) {
        Collected collected = new Collected(most);
        publisher.subscribe(collected);
        return collected.end;
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
        subscription = s;
        s.request(1);
    }

    @Override
    public void onNext(StringValue message) {
        all.add(message.getValue());
        if (all.size() == most) {
            subscription.cancel();
            end.complete(all);
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(all);
    }
}

package dev.fastcodec.rpc;

import dev.fastcodec.wkt.StringValue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** Publishes 0, 1, … in the thread that requests, never more than was requested. */
final class Numbers implements Flow.Publisher<StringValue> {
    final AtomicLong requested = new AtomicLong();
    final CountDownLatch cancelled = new CountDownLatch(1);
    private final int to;

    Numbers(int to) {
        this.to = to;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super StringValue> subscriber) {
        subscriber.onSubscribe(new Subscribed(subscriber));
    }

    private final class Subscribed implements Flow.Subscription {
        private final Flow.Subscriber<? super StringValue> subscriber;
        private final AtomicLong waiting = new AtomicLong();
        private int next;
        private volatile boolean over;

        Subscribed(Flow.Subscriber<? super StringValue> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long n) {
            requested.addAndGet(n);
            if (waiting.getAndAdd(n) > 0) {
                return;
            }
            do {
                if (!over && next < to) {
                    subscriber.onNext(Texts.text(next++));
                }
                if (!over && next == to) {
                    over = true;
                    subscriber.onComplete();
                }
            } while (waiting.decrementAndGet() > 0);
        }

        @Override
        public void cancel() {
            over = true;
            cancelled.countDown();
        }
    }
}

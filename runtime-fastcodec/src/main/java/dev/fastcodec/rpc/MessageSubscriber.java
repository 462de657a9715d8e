package dev.fastcodec.rpc;

import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends what a publisher gives, one message whenever the sender is ready. */
final class MessageSubscriber<T> implements Flow.Subscriber<T> {
    private final AtomicBoolean wants = new AtomicBoolean();
    private volatile Sender<T> sender;
    private volatile Flow.Subscription subscription;
    private volatile boolean stopped;

    /** Where messages go; before it subscribes. */
    void start(Sender<T> itsSender) {
        sender = itsSender;
    }

    @Override
    public void onSubscribe(Flow.Subscription itsSubscription) {
        if (subscription != null) {
            itsSubscription.cancel();
            return;
        }
        subscription = Objects.requireNonNull(itsSubscription);
        if (stopped) {
            itsSubscription.cancel();
            return;
        }
        wants.set(true);
        ready();
    }

    @Override
    public void onNext(T message) {
        if (stopped) {
            return;
        }
        try {
            sender.send(Objects.requireNonNull(message));
        } catch (RuntimeException | Error e) {
            stop();
            sender.fail(e);
            return;
        }
        wants.set(true);
        ready();
    }

    /** The sender may be ready. */
    void ready() {
        Sender<T> s = sender;
        Flow.Subscription from = subscription;
        if (s != null && from != null && !stopped && s.isReady() && wants.compareAndSet(true, false)) {
            from.request(1);
        }
    }

    @Override
    public void onComplete() {
        if (!stopped) {
            sender.end();
        }
    }

    @Override
    public void onError(Throwable cause) {
        if (!stopped) {
            sender.fail(Objects.requireNonNull(cause));
        }
    }

    /** The call has ended: no more messages are wanted. */
    void stop() {
        stopped = true;
        Flow.Subscription from = subscription;
        if (from != null) {
            from.cancel();
        }
    }
}

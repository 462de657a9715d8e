package dev.fastcodec.rpc;

import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * What comes in a stream, for one subscriber: what it requests is asked for, no more. The engine's thread, which is one at a time, tells the
 * subscriber. Subscribing, requesting and cancelling may come from any.
 */
final class MessagePublisher<T> implements Flow.Publisher<T>, Flow.Subscription, Receiver<T> {
    private static final Flow.Subscription NO_SUBSCRIPTION = new Flow.Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    };

    private Sender<?> sender;
    private MessageSubscriber<?> outbound;
    private Flow.Subscriber<? super T> subscriber;
    private long demand; // not asked for yet: no sender, or more than an int
    private long asked; // asked for and not here yet
    private boolean ended;
    private boolean told;
    private Throwable failure;
    private boolean cancelled;
    private boolean server;

    /** A publisher whose call is made for one subscriber: it first knows its subscription, then the call begins unless it is cancelled by then. */
    static <T> void call(Flow.Subscriber<? super T> subscriber, Consumer<MessagePublisher<T>> start) {
        MessagePublisher<T> publisher = new MessagePublisher<>();
        publisher.subscribe(subscriber);
        if (!publisher.isCancelled()) {
            try {
                start.accept(publisher);
            } catch (RuntimeException | Error e) {
                publisher.fail(e);
            }
        }
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Also tells this one when the sender is ready and when the call has ended. Before the call begins. */
    void alsoTell(MessageSubscriber<?> requests) {
        outbound = requests;
    }

    /** What to ask for messages, whose call goes on when the subscription is cancelled. */
    void startAtServer(Sender<?> itsSender) {
        server = true;
        start(itsSender);
    }

    /** What to ask for messages; to cancel the subscription cancels its call. */
    void start(Sender<?> itsSender) {
        boolean cancel;
        synchronized (this) {
            sender = itsSender;
            cancel = cancelled;
        }
        if (cancel && !server) {
            itsSender.fail(cancellation());
        } else {
            ask();
        }
    }

    private static RpcException cancellation() {
        return new RpcException(Status.CANCELLED, "subscription cancelled");
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> itsSubscriber) {
        Objects.requireNonNull(itsSubscriber);
        synchronized (this) {
            if (subscriber == null) {
                subscriber = itsSubscriber;
            } else {
                itsSubscriber.onSubscribe(NO_SUBSCRIPTION);
                itsSubscriber.onError(new IllegalStateException("a stream has one subscriber"));
                return;
            }
        }
        itsSubscriber.onSubscribe(this);
        tellEnd();
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            cancel();
            finish(new IllegalArgumentException("request of " + n + " messages"));
            return;
        }
        synchronized (this) {
            demand = n > Long.MAX_VALUE - demand ? Long.MAX_VALUE : demand + n;
        }
        ask();
    }

    private void ask() {
        int more;
        Sender<?> to;
        synchronized (this) {
            to = sender;
            more = to == null || cancelled ? 0 : (int) Math.min(demand, Math.max(0, Integer.MAX_VALUE / 2 - asked));
            demand -= more;
            asked += more;
        }
        if (more > 0) {
            to.request(more);
        }
    }

    @Override
    public void cancel() {
        Sender<?> to;
        synchronized (this) {
            if (cancelled || ended) {
                return;
            }
            cancelled = true;
            to = sender;
        }
        if (to != null && !server) {
            to.fail(cancellation());
        }
    }

    @Override
    public void message(T message) {
        synchronized (this) {
            if (cancelled || ended) {
                return;
            }
            asked--;
        }
        subscriber.onNext(message);
        ask();
    }

    @Override
    public void end() {
        finish(null);
    }

    @Override
    public void fail(Throwable cause) {
        finish(cause);
    }

    private void finish(Throwable cause) {
        // A client that sends no more still waits for the responses, until it is lost.
        if (outbound != null && (cause != null || !server)) {
            outbound.stop();
        }
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            failure = cause;
        }
        tellEnd();
    }

    private void tellEnd() {
        synchronized (this) {
            boolean wrongRequest = failure instanceof IllegalArgumentException;
            if (!ended || told || subscriber == null || cancelled && !wrongRequest) {
                return;
            }
            told = true;
        }
        if (failure == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(failure);
        }
    }

    @Override
    public void ready() {
        if (outbound != null) {
            outbound.ready();
        }
    }
}

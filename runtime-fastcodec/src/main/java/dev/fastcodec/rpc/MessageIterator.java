package dev.fastcodec.rpc;

import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * What comes in a stream, for one thread that waits for it. So many messages at most are asked for before they are taken that a fast other side
 * neither waits for each nor fills the memory.
 */
final class MessageIterator<T> implements MessageStream<T>, Receiver<T> {
    /** How many messages are on the way or waiting here at most. */
    static final int WINDOW = 16;

    private final Gate news = new Gate();
    private final Gate writable;
    private final Queue<T> messages = new ArrayDeque<>();
    private boolean ended;
    private Throwable failure;
    private Throwable lost;
    private Sender<?> sender;
    private int taken;
    private boolean server;
    private boolean closed;

    /** Takes messages; {@code writable} learns what one needs to know who sends on the same call. */
    MessageIterator(Gate writable) {
        this.writable = writable;
    }

    /** Asks for the first messages; to close this cancels the call. */
    void start(Sender<?> itsSender) {
        sender = itsSender;
        itsSender.request(WINDOW);
    }

    /** Asks for the first messages; to close this only means not to want more of them. */
    void startAtServer(Sender<?> itsSender) {
        server = true;
        start(itsSender);
    }

    @Override
    public void message(T message) {
        synchronized (messages) {
            if (closed) {
                return;
            }
            messages.add(message);
        }
        news.signal();
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
        synchronized (messages) {
            if (lost == null) {
                lost = cause;
            }
            if (!ended) {
                ended = true;
                failure = cause;
            }
        }
        news.signal();
        writable.signal();
    }

    @Override
    public void ready() {
        writable.signal();
    }

    /** Whether nothing more comes. */
    boolean hasEnded() {
        synchronized (messages) {
            return ended;
        }
    }

    /** Why the call ended before its time, or null; at the server also when all messages had come by then. */
    Throwable failure() {
        synchronized (messages) {
            return lost;
        }
    }

    @Override
    public boolean hasNext() {
        while (true) {
            synchronized (messages) {
                if (!messages.isEmpty()) {
                    return true;
                } else if (closed || ended && failure == null) {
                    return false;
                } else if (ended) {
                    throw Stubs.here(failure);
                }
            }
            await();
        }
    }

    private void await() {
        try {
            news.await();
        } catch (RpcException interrupted) {
            sender.fail(interrupted);
            throw interrupted;
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T message;
        synchronized (messages) {
            message = messages.remove();
        }
        if (++taken == WINDOW / 2) {
            taken = 0;
            sender.request(WINDOW / 2);
        }
        return message;
    }

    @Override
    public void close() {
        boolean early;
        synchronized (messages) {
            closed = true;
            early = !ended;
            messages.clear();
        }
        if (early && !server) {
            sender.fail(new RpcException(Status.CANCELLED, "stream closed"));
        }
    }
}

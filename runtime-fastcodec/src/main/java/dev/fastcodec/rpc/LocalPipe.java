package dev.fastcodec.rpc;

import dev.fastcodec.Codec;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One direction of a {@link LocalStream}: messages wait here as bytes until the other side asks for them. */
final class LocalPipe<T, U> {
    /** How many messages may wait before the sender is not ready any more. */
    static final int WINDOW = 16;

    private final Codec<T> writing;
    private final Consumer<byte[]> delivery;
    private final Runnable onReady;
    private final Executor receiving;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private long allowed;
    private Runnable end;
    private boolean closed;

    /**
     * Empty.
     *
     * @param delivery decodes a message and gives it to the receiver; run in {@code receiving}, as is the end
     * @param onReady tells the sender's side that it may go on
     */
    LocalPipe(Codec<T> writing, Codec<U> reading, Consumer<U> receiver, Executor receiving, Runnable onReady) {
        this.writing = writing;
        this.delivery = bytes -> receiver.accept(reading.decode(bytes));
        this.receiving = receiving;
        this.onReady = onReady;
    }

    synchronized boolean isReady() {
        return waiting.size() < WINDOW && !closed;
    }

    void send(T message) {
        byte[] bytes = writing.encode(message);
        synchronized (this) {
            if (!closed && end == null) {
                waiting.add(bytes);
            }
        }
        flush();
    }

    void request(int messages) {
        synchronized (this) {
            allowed += messages;
        }
        flush();
    }

    /** Runs this behind all messages; of several, the first. */
    void end(Runnable last) {
        synchronized (this) {
            if (end == null) {
                end = last;
            }
        }
        flush();
    }

    /** Drops what waits. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void flush() {
        boolean becameReady = false;
        synchronized (this) {
            while (allowed > 0 && !waiting.isEmpty()) {
                byte[] bytes = waiting.remove();
                allowed--;
                becameReady |= waiting.size() == WINDOW - 1;
                receiving.execute(() -> delivery.accept(bytes));
            }
            if (waiting.isEmpty() && end != null && !closed) {
                closed = true;
                receiving.execute(end);
            }
        }
        if (becameReady) {
            onReady.run();
        }
    }
}

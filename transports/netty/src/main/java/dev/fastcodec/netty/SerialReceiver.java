package dev.fastcodec.netty;

import dev.fastcodec.rpc.Receiver;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Tells another receiver in the threads of an executor, in order and one thing at a time. */
final class SerialReceiver<T> implements Receiver<T> {
    private final Executor executor;
    private final Receiver<T> receiver;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    SerialReceiver(Executor executor, Receiver<T> receiver) {
        this.executor = executor;
        this.receiver = receiver;
    }

    @Override
    public void message(T message) {
        later(() -> receiver.message(message));
    }

    @Override
    public void end() {
        later(receiver::end);
    }

    @Override
    public void fail(Throwable cause) {
        later(() -> receiver.fail(cause));
    }

    @Override
    public void ready() {
        later(receiver::ready);
    }

    private void later(Runnable what) {
        synchronized (waiting) {
            waiting.add(what);
            if (running) {
                return;
            }
            running = true;
        }
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException e) {
            work();
        }
    }

    private void work() {
        while (true) {
            Runnable next;
            synchronized (waiting) {
                next = waiting.poll();
                if (next == null) {
                    running = false;
                    return;
                }
            }
            next.run();
        }
    }
}

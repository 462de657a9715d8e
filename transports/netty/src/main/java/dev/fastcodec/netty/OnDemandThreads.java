package dev.fastcodec.netty;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks that may block in as many threads as that takes, like a cached thread pool, but wakes no thread for a task that one which is awake takes as
 * soon. Short tasks then cost no switch between threads each: a thread that is on its way is the only one until it has taken a task, and wakes the next one
 * if there is more to do before it begins. So no task waits for another to end, and a burst of short ones is done by few threads.
 */
final class OnDemandThreads implements Executor {
    private static final long IDLE_NANOS = 60_000_000_000L;

    private final ThreadFactory factory;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    /** Whether a thread is on its way to a task. As long as there are tasks, one is. */
    private final AtomicBoolean coming = new AtomicBoolean();
    /** Those that wait, the last one first, and the lock of what follows. */
    private final Deque<Worker> idle = new ArrayDeque<>();

    private volatile boolean closed;

    OnDemandThreads(ThreadFactory factory) {
        this.factory = factory;
    }

    /** @throws RejectedExecutionException when closed */
    @Override
    public void execute(Runnable task) {
        Objects.requireNonNull(task);
        if (closed) {
            throw new RejectedExecutionException("closed");
        }
        tasks.add(task);
        callOne();
    }

    /** Takes no more tasks; those that it has are run, and then the threads end. */
    void close() {
        closed = true;
        synchronized (idle) {
            idle.forEach(Worker::wake);
            idle.clear();
        }
    }

    /** Lets a thread come if there is something to do and none is on its way. */
    private void callOne() {
        if (!tasks.isEmpty() && coming.compareAndSet(false, true)) {
            Worker waiting;
            synchronized (idle) {
                waiting = idle.poll();
            }
            if (waiting != null) {
                waiting.wake();
                return;
            }
            try {
                factory.newThread(new Worker()).start();
            } catch (RuntimeException | Error e) {
                coming.set(false);
                throw e;
            }
        }
    }

    /** A thread's work. When it starts or is woken, it is the one that is coming. */
    private final class Worker implements Runnable {
        private @Nullable Thread thread;
        private volatile boolean woken;

        @Override
        public void run() {
            thread = Thread.currentThread();
            do {
                Runnable task = tasks.poll();
                coming.set(false);
                guard(OnDemandThreads.this::callOne);
                for (; task != null; task = tasks.poll()) {
                    guard(task);
                }
            } while (isWanted());
        }

        private void guard(Runnable task) {
            try {
                task.run();
            } catch (Throwable e) {
                Thread current = Thread.currentThread();
                current.getUncaughtExceptionHandler().uncaughtException(current, e);
            } finally {
                Thread.interrupted(); // was meant for this task
            }
        }

        /** Waits; false when it has nothing to do for long, or for ever. */
        private boolean isWanted() {
            woken = false;
            synchronized (idle) {
                if (closed) {
                    return false;
                }
                idle.push(this);
            }
            long until = System.nanoTime() + IDLE_NANOS;
            for (long left = IDLE_NANOS; !woken && left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(OnDemandThreads.this, left);
            }
            if (!woken) {
                synchronized (idle) {
                    return !idle.remove(this); // not there any more: it is just being woken
                }
            }
            return true;
        }

        void wake() {
            woken = true;
            LockSupport.unpark(thread);
        }
    }
}

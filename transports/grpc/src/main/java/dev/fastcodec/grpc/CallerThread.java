package dev.fastcodec.grpc;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Runs what is told of a call in the thread that waits for it, which saves waking up two. */
final class CallerThread implements Executor {
    private final Thread caller = Thread.currentThread();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private volatile boolean gone;

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (gone) {
            runAll();
        } else {
            LockSupport.unpark(caller);
        }
    }

    /**
     * Runs tasks until the response is there.
     *
     * @param onInterrupt makes the response come soon; the thread remains interrupted
     */
    void await(Future<?> response, Runnable onInterrupt) {
        boolean interrupted = false;
        while (!response.isDone()) {
            Runnable task = tasks.poll();
            if (task != null) {
                task.run();
            } else {
                LockSupport.park(this);
                if (Thread.interrupted() && !interrupted) {
                    interrupted = true;
                    onInterrupt.run();
                }
            }
        }
        gone = true;
        runAll();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}

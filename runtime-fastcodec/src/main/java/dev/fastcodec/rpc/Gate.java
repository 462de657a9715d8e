package dev.fastcodec.rpc;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where a thread waits until something has changed. No monitor, so that virtual threads do not hold on to theirs. */
final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean news;

    /** Tells that something has changed. */
    void signal() {
        lock.lock();
        try {
            news = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something has changed since the last time that this returned.
     *
     * @throws RpcException with {@link Status#CANCELLED} when the thread is interrupted, which stays to be seen
     */
    void await() {
        lock.lock();
        try {
            while (!news) {
                changed.await();
            }
            news = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RpcException(Status.CANCELLED, "interrupted", e);
        } finally {
            lock.unlock();
        }
    }
}

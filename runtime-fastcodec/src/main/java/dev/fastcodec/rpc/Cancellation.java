package dev.fastcodec.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whether a call has been given up, by whom it may be: the caller, the other side, the deadline. Every call has one. A caller that wants to cancel
 * makes one and gives it to the channel with {@link Channel#with(Cancellation)}; several calls may share it. For use by several threads.
 */
public final class Cancellation {
    private final List<Runnable> listeners = new ArrayList<>();
    private RpcException cause;

    /** Not cancelled. */
    public Cancellation() {}

    /** Says how to be told no more. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        /** No listening from now on; whoever listens to something that lives longer than a call must call this in the end. */
        @Override
        void close();
    }

    /** Cancels with {@link Status#CANCELLED}. */
    public void cancel() {
        cancel(new RpcException(Status.CANCELLED, "cancelled by the caller"));
    }

    /** Cancels for a reason, once: later ones say nothing. Listeners run in this thread. */
    public void cancel(RpcException why) {
        Objects.requireNonNull(why);
        List<Runnable> told;
        synchronized (listeners) {
            if (cause != null) {
                return;
            }
            cause = why;
            told = List.copyOf(listeners);
            listeners.clear();
        }
        told.forEach(Runnable::run);
    }

    /** Whether it was cancelled. */
    public boolean isCancelled() {
        return cause() != null;
    }

    /** Why it was cancelled, or null when it was not. */
    public RpcException cause() {
        synchronized (listeners) {
            return cause;
        }
    }

    /** Runs the listener once when this is cancelled, at once if it has been; it must be quick and throw nothing. */
    public Registration onCancel(Runnable listener) {
        synchronized (listeners) {
            if (cause == null) {
                listeners.add(listener);
                return () -> remove(listener);
            }
        }
        listener.run();
        return () -> {};
    }

    /** How many listen; for tests. */
    int listeners() {
        synchronized (listeners) {
            return listeners.size();
        }
    }

    private void remove(Runnable listener) {
        synchronized (listeners) {
            listeners.remove(listener);
        }
    }
}

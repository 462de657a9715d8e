package dev.fastcodec.rpc;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A receiver that may be told things before the one that does the work exists: an interceptor may take its time. */
final class LateReceiver<Q> implements Receiver<Q> {
    private final Queue<Consumer<Receiver<Q>>> waiting = new ArrayDeque<>();
    private MessageMaps maps;
    private CompletableFuture<?> end;
    private Receiver<Q> receiver;

    synchronized void start(MessageMaps itsMaps, CompletableFuture<?> itsEnd, Receiver<Q> itsReceiver) {
        if (receiver != null) {
            throw new IllegalStateException("a call with a stream proceeds once");
        }
        maps = itsMaps;
        end = itsEnd;
        for (Consumer<Receiver<Q>> each : waiting) {
            each.accept(itsReceiver);
        }
        waiting.clear();
        receiver = itsReceiver;
    }

    private void act(Consumer<Receiver<Q>> action) {
        Receiver<Q> r;
        synchronized (this) {
            r = receiver;
            if (r == null) {
                waiting.add(action);
                return;
            }
        }
        action.accept(r);
    }

    @Override
    public void message(Q message) {
        act(r -> r.message(MessageMaps.request(maps, message)));
    }

    @Override
    public void end() {
        act(Receiver::end);
    }

    @Override
    public void fail(Throwable cause) {
        act(r -> {
            r.fail(cause);
            end.completeExceptionally(cause);
        });
    }

    @Override
    public void ready() {
        act(Receiver::ready);
    }
}

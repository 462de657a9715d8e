package dev.fastcodec.rpc;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** A sender that may be used before the one that does the work exists: an interceptor may take its time. */
final class LateSender<Q> implements Sender<Q> {
    private final Receiver<?> readyListener;
    private final Queue<Consumer<Sender<Q>>> waiting = new ArrayDeque<>();
    private boolean proceeded;
    private boolean over;
    private MessageMaps maps;
    private volatile Sender<Q> sender;

    LateSender(Receiver<?> readyListener) {
        this.readyListener = readyListener;
    }

    /** Throws when the call has gone on before: what a stream carried is gone. */
    synchronized void mayStart() {
        if (proceeded) {
            throw new IllegalStateException("a call with a stream proceeds once");
        }
        proceeded = true;
    }

    void start(MessageMaps itsMaps, Sender<Q> itsSender) {
        synchronized (this) {
            maps = itsMaps;
            for (Consumer<Sender<Q>> each : waiting) {
                each.accept(itsSender);
            }
            waiting.clear();
            sender = itsSender;
        }
        readyListener.ready();
    }

    private void act(Consumer<Sender<Q>> action) {
        Sender<Q> s = sender;
        if (s == null) {
            synchronized (this) {
                s = sender;
                if (s == null) {
                    if (!over) {
                        waiting.add(action);
                    }
                    return;
                }
            }
        }
        action.accept(s);
    }

    @Override
    public void request(int messages) {
        act(s -> s.request(messages));
    }

    @Override
    public boolean isReady() {
        Sender<Q> s = sender;
        return s != null && s.isReady();
    }

    @Override
    public void send(Q message) {
        act(s -> s.send(MessageMaps.request(maps, message)));
    }

    @Override
    public void end() {
        act(Sender::end);
    }

    @Override
    public void fail(Throwable cause) {
        Sender<Q> s;
        synchronized (this) {
            s = sender;
            if (s == null) {
                waiting.add(late -> late.fail(cause));
            }
            over = true;
        }
        if (s != null) {
            s.fail(cause);
        }
    }
}

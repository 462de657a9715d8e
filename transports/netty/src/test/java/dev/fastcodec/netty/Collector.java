package dev.fastcodec.netty;

import dev.fastcodec.netty.echo.Note;
import dev.fastcodec.rpc.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps what comes on a stream. */
final class Collector implements Receiver<Note> {
    private final List<Integer> ids = new ArrayList<>();
    private final CompletableFuture<List<Integer>> end = new CompletableFuture<>();
    /** Done with the first message, or the failure. */
    final CompletableFuture<Void> first = new CompletableFuture<>();

    @Override
    public synchronized void message(Note note) {
        ids.add(note.getId());
        first.complete(null);
    }

    @Override
    public synchronized void end() {
        end.complete(List.copyOf(ids));
    }

    @Override
    public void fail(Throwable cause) {
        end.completeExceptionally(cause);
        first.complete(null);
    }

    synchronized int size() {
        return ids.size();
    }

    List<Integer> all() {
        return Loopback.await(end);
    }

    Throwable failure() {
        return Loopback.failure(end);
    }
}

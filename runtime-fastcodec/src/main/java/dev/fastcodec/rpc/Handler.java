package dev.fastcodec.rpc;

import java.util.List;

/**
 * What a server does with calls of one method: what a service is to an engine. Generated code makes them, for {@link Router}. For use by several
 * threads.
 *
 * @param <Q> the request
 * @param <R> the response
 */
public interface Handler<Q, R> {
    /** The method. */
    Method<Q, R> method();

    /**
     * Whether {@link #unary} may hold its thread for as long as it likes. If not, it is as quick as its author promises by implementing the {@code Async}
     * interface, and may run in a thread of the engine's own.
     */
    boolean isBlocking();

    /**
     * Handles a call of a method without streams. Throws nothing: what goes wrong is told to the responder.
     *
     * @param call the server's side; the engine cancels its {@link Call#cancellation()} when nobody waits any more
     * @param responder is answered before this returns, or later; of a oneway method too
     */
    void unary(Call call, Q request, Responder<R> responder);

    /**
     * Handles a call of a method with a stream. Returns at once: a handler that blocks runs in the call's executor.
     *
     * @param call as for {@link #unary}; when it ends early, the receiver is told, too
     * @param responses where responses go
     * @return takes the requests, of which a method without a stream of them has one, and their end
     */
    Receiver<Q> stream(Call call, Sender<R> responses);

    /** The same with interceptors around each call, the first one outermost. */
    default Handler<Q, R> with(Interceptor... interceptors) {
        return new InterceptedHandler<>(this, List.of(interceptors));
    }

    /** All of these with interceptors around each call, the first one outermost. */
    static List<Handler<?, ?>> with(List<Handler<?, ?>> handlers, Interceptor... interceptors) {
        return handlers.stream().<Handler<?, ?>>map(h -> h.with(interceptors)).toList();
    }
}

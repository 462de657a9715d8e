package dev.fastcodec.rpc;

/**
 * Sends to the other side of a call with a stream, and asks it for more: at the client the requests, at the server the responses. Made by engines.
 * Messages come from one thread at a time; {@link #request} and {@link #fail} from any.
 *
 * @param <T> the messages
 */
public interface Sender<T> {
    /** Allows the other side so many more messages, which the {@link Receiver} of this side gets. None comes before it was asked for. */
    void request(int messages);

    /**
     * Whether another message can be sent now without being stored for long. Whoever sends when not ready is not refused, but loses the limit of
     * memory. When it becomes true, the receiver of this side is told with {@link Receiver#ready()}.
     */
    boolean isReady();

    /**
     * Sends a message; at the server the {@link Call#responseHeaders()} go before the first. Ignored when the call has ended.
     *
     * @throws dev.fastcodec.EncodeException when it cannot be written; the call goes on
     */
    void send(T message);

    /** No more messages. At the client this is the half close; at the server the call has ended well, and {@link Call#trailers()} are sent. */
    void end();

    /**
     * Gives the call up, once; ignored when it has ended. At the client it is cancelled, and the receiver of this side gets the cause. At the server
     * the caller gets what the cause says in the engine's terms, with {@link Call#trailers()}.
     */
    void fail(Throwable cause);

    /** Takes nothing, of a call that has failed already. For engines. */
    static <T> Sender<T> ofNothing() {
        return new Sender<>() {
            @Override
            public void request(int messages) {}

            @Override
            public boolean isReady() {
                return false;
            }

            @Override
            public void send(T message) {}

            @Override
            public void end() {}

            @Override
            public void fail(Throwable cause) {}
        };
    }
}

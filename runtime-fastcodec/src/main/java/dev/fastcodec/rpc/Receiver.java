package dev.fastcodec.rpc;

/**
 * Takes what the other side of a call with a stream sends: at the client the responses, at the server the requests. Called by engines, one call after
 * the other and never two at once, with no more messages than were asked for with {@link Sender#request}. Must not block. Nothing
 * follows {@link #fail}, nor {@link #end} at the client; at the server {@link #fail} may, when the client is lost while it waits for the responses.
 *
 * @param <T> the messages
 */
public interface Receiver<T> {
    /** Another message. */
    void message(T message);

    /** No more messages. At the client the call went well; at the server the client is done sending and waits for the responses. */
    void end();

    /** The call failed; at the server it was cancelled or the connection is lost. Nothing can be sent any more. */
    void fail(Throwable cause);

    /** {@link Sender#isReady()} has become true; may come when it is no news. */
    default void ready() {}
}

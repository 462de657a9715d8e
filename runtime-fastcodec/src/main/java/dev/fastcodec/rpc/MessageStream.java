package dev.fastcodec.rpc;

import java.util.Iterator;

/**
 * What the iterators are that stubs return and handlers get. Waiting for a message blocks; pulling is what makes the other side send more. Whoever
 * does not want the rest closes it: at the client this cancels the call, as does a {@link Cancellation}; at the server the call goes on.
 *
 * <p>{@link #hasNext} and {@link #next} throw what the call failed with, an {@link RpcException} as a rule.
 *
 * @param <T> the messages
 */
public interface MessageStream<T> extends Iterator<T>, AutoCloseable {
    /** Takes no more messages. */
    @Override
    void close();
}

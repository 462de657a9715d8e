package dev.fastcodec.rpc;

import java.util.Iterator;

/**
 * What the iterators are that stubs return and handlers get. Waiting for a message blocks; pulling is what makes the other side send more. Whoever
 * does not want the rest closes it: at the client this cancels the call, as do a {@link Cancellation} and a {@link Deadline} of the channel; at the
 * server the call goes on.
 *
 * <pre>{@code
 * try (MessageStream<Item> items = MessageStream.of(shop.watch(like))) {
 *   Item first = items.next();
 * }
 * }</pre>
 *
 * A stream that a caller has lost before its end, without closing it, is closed when the garbage collector finds it, which may be late or never:
 * until then the call is open on both sides, with some messages waiting.
 *
 * <p>{@link #hasNext} and {@link #next} throw what the call failed with, an {@link RpcException} as a rule. For one thread at a time; {@link #close}
 * may be called by any.
 *
 * @param <T> the messages
 */
public interface MessageStream<T> extends Iterator<T>, AutoCloseable {
    /** Takes no more messages. */
    @Override
    void close();

    /**
     * The stream that a stub returned or a handler got as an iterator. Any other iterator, such as that of an implementation which is called without a
     * channel, is closed if it can be.
     */
    static <T> MessageStream<T> of(Iterator<T> messages) {
        return messages instanceof MessageStream<T> stream ? stream : new ForeignStream<>(messages);
    }
}

package dev.fastcodec.rpc;

import java.util.Iterator;
import java.util.function.BooleanSupplier;

/** Sends what an iterator gives, as fast as the other side takes it. */
final class Pull {
    private Pull() {}

    /**
     * Sends all, in this thread, without an end. An iterator that can be closed, such as a stream from another call, is closed then, all of it sent or not.
     *
     * @param news tells that the sender may have become ready, or the call have ended
     * @return whether all were sent, as opposed to a call that has ended before
     */
    static <T> boolean sendAll(Iterator<? extends T> messages, Sender<T> sender, Gate news, BooleanSupplier ended) {
        try (MessageStream<? extends T> closed = MessageStream.of(messages)) {
            while (!ended.getAsBoolean() && closed.hasNext()) {
                while (!ended.getAsBoolean() && !sender.isReady()) {
                    news.await();
                }
                if (ended.getAsBoolean()) {
                    return false;
                }
                sender.send(closed.next());
            }
            return !ended.getAsBoolean();
        }
    }
}

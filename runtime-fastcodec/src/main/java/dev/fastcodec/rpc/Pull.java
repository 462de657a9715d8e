package dev.fastcodec.rpc;

import java.util.Iterator;
import java.util.function.BooleanSupplier;

/** Sends what an iterator gives, as fast as the other side takes it. */
final class Pull {
    private Pull() {}

    /**
     * Sends all, in this thread, without an end. A stream from another call that is not wanted any more is closed.
     *
     * @param news tells that the sender may have become ready, or the call have ended
     * @return whether all were sent, as opposed to a call that has ended before
     */
    static <T> boolean sendAll(Iterator<? extends T> messages, Sender<T> sender, Gate news, BooleanSupplier ended) {
        try {
            while (!ended.getAsBoolean() && messages.hasNext()) {
                while (!ended.getAsBoolean() && !sender.isReady()) {
                    news.await();
                }
                if (ended.getAsBoolean()) {
                    return false;
                }
                sender.send(messages.next());
            }
            return !ended.getAsBoolean();
        } finally {
            if (messages instanceof MessageStream<?> stream) {
                stream.close();
            }
        }
    }
}

package dev.fastcodec.rpc;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

/** A stream of responses as the caller holds it, and nobody else does: when it is lost, the call ends. */
final class CallerStream<T> implements MessageStream<T> {
    /** Its thread closes what was lost. */
    private static final Cleaner LOST = Cleaner.create();

    private final MessageIterator<T> messages;
    private final Cleaner.Cleanable closing;

    CallerStream(MessageIterator<T> messages) {
        this.messages = messages;
        this.closing = LOST.register(this, messages::close);
    }

    @Override
    public boolean hasNext() {
        try {
            return messages.hasNext();
        } finally {
            Reference.reachabilityFence(this); // who waits in it has not lost it
        }
    }

    @Override
    public T next() {
        try {
            return messages.next();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public void close() {
        closing.clean();
    }
}

package dev.fastcodec.rpc;

import java.util.Iterator;

/**
 * An iterator of somebody else's as a stream.
 *
 * @param messages closed with the stream if it can be
 */
record ForeignStream<T>(Iterator<T> messages) implements MessageStream<T> {
    @Override
    public boolean hasNext() {
        return messages.hasNext();
    }

    @Override
    public T next() {
        return messages.next();
    }

    @Override
    public void close() {
        if (messages instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("messages cannot be closed", e);
            }
        }
    }
}

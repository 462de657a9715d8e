package dev.fastcodec.json;

import dev.fastcodec.Message;

/**
 * The base of generated codecs for JSON whose fields go by their names.
 *
 * @param <T> the message
 */
public abstract non-sealed class NamedJsonCodec<T extends Message<T>> extends GeneratedJsonCodec<T> {
    private static final int MAX_DEPTH = 64;

    /** A codec that allows 64 levels of messages and containers, the outermost counted. */
    protected NamedJsonCodec() {
        super(MAX_DEPTH);
    }

    /**
     * Reads an object from index {@code p} on.
     *
     * @return the index behind its brace
     */
    protected abstract int read(JsonReader r, byte[] b, int p, T m);

    @Override
    final int readText(byte[] b, int from, int to, T message) {
        JsonReader r = new JsonReader(to, maxDepth(), options());
        return r.endOfText(b, read(r, b, r.white(b, from), message));
    }

    @Override
    final boolean isTyped() {
        return false;
    }
}

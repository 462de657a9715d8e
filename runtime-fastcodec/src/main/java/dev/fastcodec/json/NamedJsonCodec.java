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
     * Writes a message from index {@code p} on. There may be no room there.
     *
     * @param b {@code w.b}
     * @return the index behind it, in {@code w.b}
     */
    protected abstract int write(JsonWriter w, byte[] b, int p, T m);

    /**
     * Reads an object from index {@code p} on.
     *
     * @return the index behind its brace
     */
    protected abstract int read(JsonReader r, byte[] b, int p, T m);

    @Override
    final Encoded writeText(byte[] b, T message) {
        JsonWriter w = new JsonWriter(b, options());
        int p = write(w, b, 0, message);
        return new Encoded(w.b, 0, p);
    }

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

package dev.fastcodec.json;

import dev.fastcodec.Message;

/**
 * The base of generated codecs for the JSON of Protobuf ("ProtoJSON Format" in its documentation).
 *
 * @param <T> the message
 */
public abstract non-sealed class ProtoJsonCodec<T extends Message<T>> extends GeneratedJsonCodec<T> {
    private static final int MAX_DEPTH = 100;

    /** A codec that allows 100 levels of messages below the outermost. */
    protected ProtoJsonCodec() {
        super(MAX_DEPTH);
    }

    /**
     * Writes a message from index {@code p} on. There may be no room there.
     *
     * @param b {@code w.b}
     * @return the index behind it, in {@code w.b}
     */
    protected abstract int write(ProtoJsonWriter w, byte[] b, int p, T m);

    /**
     * Reads a message from index {@code p} on.
     *
     * @return the index behind it
     */
    protected abstract int read(ProtoJsonReader r, byte[] b, int p, T m);

    @Override
    final Encoded writeText(byte[] b, T message) {
        ProtoJsonWriter w = new ProtoJsonWriter(b, options(), registry());
        int p = write(w, b, 0, message);
        return new Encoded(w.b, 0, p);
    }

    @Override
    final int readText(byte[] b, int from, int to, T message) {
        ProtoJsonReader r = new ProtoJsonReader(to, maxDepth() + 1, options(), registry());
        return r.endOfText(b, read(r, b, r.white(b, from), message));
    }

    @Override
    final boolean isTyped() {
        return false;
    }
}

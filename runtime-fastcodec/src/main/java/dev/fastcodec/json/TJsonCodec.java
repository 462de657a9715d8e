package dev.fastcodec.json;

/**
 * The base of generated codecs for Thrift's typed JSON, libthrift's {@code TJSONProtocol}: fields go by their ids and every value is beside its type.
 * The bytes are the same as libthrift's. Other than libthrift, readers take white space between tokens, and refuse numbers out of their type's range.
 *
 * @param <T> the struct, union or exception
 */
public abstract non-sealed class TJsonCodec<T> extends GeneratedJsonCodec<T> {
    private static final int MAX_DEPTH = 64;

    /** A codec that allows 64 levels of structs and containers, the outermost counted. */
    protected TJsonCodec() {
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
     * Reads a struct from index {@code p} on.
     *
     * @return the index behind its brace
     */
    protected abstract int read(TJsonReader r, byte[] b, int p, T m);

    /** A new, empty message; for the classes of this package. */
    final T make() {
        return newMessage();
    }

    /** Reads a struct that is a part of a text, and gives the index behind its brace. */
    final int readPart(byte[] b, int p, int to, T message) {
        return read(new TJsonReader(to, maxDepth()), b, p, message);
    }

    @Override
    final Encoded writeText(byte[] b, T message) {
        JsonWriter w = new JsonWriter(b, options());
        int p = write(w, b, 0, message);
        return new Encoded(w.b, 0, p);
    }

    @Override
    final int readText(byte[] b, int from, int to, T message) {
        TJsonReader r = new TJsonReader(to, maxDepth());
        return r.endOfText(b, read(r, b, r.white(b, from), message));
    }

    @Override
    final boolean isTyped() {
        return true;
    }
}

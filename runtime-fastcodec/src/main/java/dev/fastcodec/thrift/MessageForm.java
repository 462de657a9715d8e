package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.internal.Inserts;

/** How the messages of a protocol look. */
abstract sealed class MessageForm permits StructForm, TJsonForm {
    /**
     * Where a message or its body is.
     *
     * @param origin from where on the offsets of failures count
     * @param from where it begins
     * @param to where the input ends
     */
    record Input(byte[] b, int origin, int from, int to) {}

    /** An envelope that was read, and where the body begins. */
    record Head(Envelope envelope, int body) {}

    /** What was read of a body, and where it ends. */
    record Body(Object struct, int end) {}

    /** The array that was written to, which may be a larger one than was given, and the index behind what was written. */
    record Written(byte[] array, int end) {}

    /**
     * Writes a message from index {@code p} on, where there may be no room.
     *
     * @param e null for the body alone
     * @param inserts takes large contents, or null when they belong in the array
     */
    abstract Written write(byte[] b, int p, Envelope e, Codec<?> codec, Object body, Inserts inserts);

    /** Reads the envelope of a message; failures are complete. */
    abstract Head head(Input message);

    /** Reads a body; failures are complete. */
    abstract Body body(Input body, Codec<?> codec);

    /** Passes over a body and gives the index behind it; failures are complete. */
    abstract int skip(Input body);

    /** The index behind the message whose body ends where this input begins. */
    abstract int end(Input rest);

    static IllegalArgumentException notOwn(Codec<?> codec, String protocol) {
        return new IllegalArgumentException(codec.getClass().getName() + " is not a codec of the protocol " + protocol);
    }
}

package dev.fastcodec.json;

import dev.fastcodec.Message;

/**
 * The base of generated codecs for messages that are something else in JSON than an object with their fields, so that an {@code Any} has them as its
 * {@code value}.
 *
 * @param <T> the message
 */
public abstract class SpecialJsonCodec<T extends Message<T>> extends ProtoJsonCodec<T> {
    /** As {@link ProtoJsonCodec#ProtoJsonCodec()}. */
    protected SpecialJsonCodec() {}
}

package dev.fastcodec;

import dev.fastcodec.schema.MessageSchema;

/**
 * A generated bean: mutable, not safe for use by several threads while one of them changes it.
 *
 * @param <T> the bean's own class
 */
public interface Message<T extends Message<T>> {

    /**
     * Sets every field back to absent or to its default, and keeps lists and sub-messages behind the scenes to be used again. Whoever still holds
     * one of those sees it change; {@link #copy()} what is to be kept.
     *
     * @return this
     */
    T clear();

    /** A deep copy, which shares nothing mutable with this one. */
    T copy();

    /** The fields that were read but are not declared, or null when there are none. Live: changing it changes this message. */
    UnknownFields unknownFields();

    /** What the IDL says about this type. */
    MessageSchema schema();
}

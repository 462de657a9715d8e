package dev.fastcodec;

import java.util.List;

/**
 * A bean of a Protobuf message that other files may add fields to: extensions. Each is a constant that code is generated with, such as
 * {@code ShopExt.PRIORITY}, and is got and set by it: {@code order.get(ShopExt.PRIORITY)}.
 *
 * <p>A decoder that was given a {@link TypeRegistry} reads the registered extensions; all others stay among the {@link #unknownFields()}, in order.
 * They are read when somebody asks for them: every method but {@link #has} then moves the extension from there to {@link #extensions()}, and throws
 * {@link DecodeException} when its bytes are not what its type asks for.
 *
 * @param <M> the bean's own class
 */
public interface Extendable<M extends Extendable<M>> extends Message<M> {

    /** The extensions that were set or read, or null when there are none. Live: changing it changes this message. */
    ExtensionSet extensions();

    /** As {@link #extensions()}, but made when there are none. */
    ExtensionSet mutableExtensions();

    /** As {@link #unknownFields()}, but made when there are none; null when the bean was generated to drop them. For decoders. */
    UnknownFields mutableUnknownFields();

    /**
     * The value of an extension. When it is absent: the declared default, else 0 or false for a number or bool, else null; for one that is repeated
     * an empty list, which is live.
     */
    default <T> T get(Extension<M, T> extension) {
        return ExtensionAccess.get(this, extension);
    }

    /**
     * Sets an extension. A list is copied, a message and bytes are not.
     *
     * @param value null clears it
     * @return this
     */
    default <T> M set(Extension<M, T> extension, T value) {
        return ExtensionAccess.set(this, extension, value);
    }

    /** Whether an extension is there; one that is repeated, whether it has an element. */
    default boolean has(Extension<M, ?> extension) {
        return ExtensionAccess.has(this, extension);
    }

    /**
     * Removes an extension.
     *
     * @return this
     */
    default M clear(Extension<M, ?> extension) {
        return ExtensionAccess.clear(this, extension);
    }

    /** Gets the message of an extension, or makes an empty one. */
    default <T extends Message<T>> T mutable(Extension<M, T> extension) {
        return ExtensionAccess.mutable(this, extension);
    }

    /**
     * Adds an element to an extension that is repeated.
     *
     * @return this
     */
    default <E> M add(Extension<M, ? extends List<E>> extension, E element) {
        return ExtensionAccess.add(this, extension, element);
    }

    /** Adds an empty message to an extension that is repeated, and returns it. */
    default <E extends Message<E>> E add(Extension<M, ? extends List<E>> extension) {
        return ExtensionAccess.add(this, extension);
    }
}

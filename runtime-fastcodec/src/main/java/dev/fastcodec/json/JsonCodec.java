package dev.fastcodec.json;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.TypeRegistry;

/**
 * A codec whose format is JSON, as UTF-8 bytes or as a string. A text is one object with white space around it; anything behind it is refused. What
 * is wrong with a text is told with line and column.
 *
 * @param <T> the message
 */
public interface JsonCodec<T> extends Codec<T> {

    /** A codec with other options; this one stays as it is. */
    JsonCodec<T> with(JsonOptions options);

    @Override
    JsonCodec<T> with(TypeRegistry registry);

    @Override
    JsonCodec<T> withMaxDepth(int levels);

    /** The message as text. */
    String encodeToString(T message);

    /**
     * Reads a message from text.
     *
     * @throws DecodeException when the text is not what the format and schema ask for; offsets count bytes of its UTF-8
     */
    T decode(String text);
}

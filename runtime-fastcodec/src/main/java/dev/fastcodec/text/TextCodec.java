package dev.fastcodec.text;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.TypeRegistry;

/**
 * A codec whose format is Protobuf's text format, as UTF-8 bytes or as a string. What is wrong with a text is told with line and column, in
 * protoc's words. A registry gives it the extensions that it reads, and the messages that it writes out in an {@code Any} and reads there; without
 * one it knows Google's well-known types alone.
 *
 * <p>A field that is not repeated may stand once in a text, and so may one member of a oneof; a required one must be there.
 *
 * @param <T> the message
 */
public interface TextCodec<T> extends Codec<T> {

    /** A codec with other options; this one stays as it is. */
    TextCodec<T> with(TextOptions options);

    @Override
    TextCodec<T> with(TypeRegistry registry);

    @Override
    TextCodec<T> withMaxDepth(int levels);

    /** The message as text. */
    String encodeToString(T message);

    /**
     * Reads a message from text.
     *
     * @throws DecodeException when the text is not what the format and schema ask for; offsets count bytes of its UTF-8
     */
    T decode(String text);
}

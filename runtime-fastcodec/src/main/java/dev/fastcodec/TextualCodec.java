package dev.fastcodec;

import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.internal.Utf8;
import java.nio.charset.StandardCharsets;

/**
 * What the codecs of formats that are text do alike: strings in place of their bytes in UTF-8. Extended by the formats' own codecs, not by users.
 *
 * @param <T> the message
 */
public abstract class TextualCodec<T> extends WireCodec<T> {
    /** A codec with the format's own limit of depth. */
    protected TextualCodec(int maxDepth) {
        super(maxDepth);
    }

    /** The text of a message. */
    public final String encodeToString(T message) {
        return new String(encode(message), StandardCharsets.UTF_8);
    }

    /**
     * Reads a text.
     *
     * @throws DecodeException also when there is an unpaired surrogate in it
     */
    public final T decode(String text) {
        try {
            return decode(Utf8.bytes(text));
        } catch (EncodeException e) {
            throw new DecodeException(Kind.INVALID_UTF8, "text with an unpaired surrogate", 0, schema().name());
        }
    }
}

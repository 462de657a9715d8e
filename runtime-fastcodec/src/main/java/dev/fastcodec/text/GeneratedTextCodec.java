package dev.fastcodec.text;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.TextualCodec;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.internal.LineAndColumn;
import dev.fastcodec.internal.Scratch;
import java.util.Objects;

/**
 * The base of generated codecs for the text format.
 *
 * @param <T> the message
 */
public abstract class GeneratedTextCodec<T extends Message<T>> extends TextualCodec<T> implements TextCodec<T> {
    private static final int MAX_DEPTH = 100;

    private TextOptions options = TextOptions.DEFAULT;

    /** A codec that allows 100 levels below the outermost message. */
    protected GeneratedTextCodec() {
        super(MAX_DEPTH);
    }

    /** Writes the fields of a message. */
    protected abstract void write(TextWriter w, T m);

    /** Reads a message that was not begun yet. */
    protected abstract void read(TextReader r, T m);

    /**
     * Where in a message a required field is missing: the rest of the path, such as {@code .item[2].id}, or null when none is.
     *
     * @param m a message that was read to its end
     */
    protected String missing(T m) {
        return null;
    }

    @Override
    public final TextCodec<T> with(TextOptions other) {
        Objects.requireNonNull(other);
        GeneratedTextCodec<T> twin = (GeneratedTextCodec<T>) twin();
        twin.options = other;
        return twin;
    }

    @Override
    public final TextCodec<T> with(TypeRegistry types) {
        return (TextCodec<T>) super.with(types);
    }

    @Override
    public final TextCodec<T> withMaxDepth(int levels) {
        return (TextCodec<T>) super.withMaxDepth(levels);
    }

    @Override
    protected final Encoded encodeScratch(T message) {
        TextWriter w = new TextWriter(Scratch.take(), options, registry());
        try {
            write(w, message);
        } catch (StackOverflowError e) {
            throw new EncodeException("message nested too deeply for the stack", e);
        }
        return new Encoded(w.array(), 0, w.size());
    }

    @Override
    protected final int decodeSlice(T message, byte[] b, int from, int to) {
        TextReader r = new TextReader(b, from, to, maxDepth(), registry());
        try {
            read(r, message);
        } catch (TextValues.Refused e) {
            boolean ended = e.place().offset() == to - from;
            throw located(
                    r,
                    ended ? Kind.TRUNCATED : Kind.INVALID_DATA,
                    e.getMessage(),
                    e.place().offset(),
                    b,
                    from);
        } catch (DecodeException e) {
            throw located(r, e.kind(), e.getMessage(), e.offset(), b, from);
        } catch (StackOverflowError e) {
            throw located(r, Kind.DEPTH, "text nested too deeply for the stack", to - from, b, from);
        }
        String missing = missing(message);
        if (missing != null) {
            throw failure(Kind.MISSING_REQUIRED, tellMissing(missing), to - from, missing, b, from);
        }
        return to;
    }

    private DecodeException located(TextReader r, Kind kind, String what, int offset, byte[] b, int from) {
        String text = what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
        return failure(kind, text, offset, r.path(), b, from);
    }

    private DecodeException failure(Kind kind, String what, int offset, String path, byte[] b, int from) {
        LineAndColumn place = LineAndColumn.of(b, from, from + offset);
        return new DecodeException(kind, what, offset, schema().name() + path, place.line(), place.column());
    }
}

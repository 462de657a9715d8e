package dev.fastcodec.json;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.TextualCodec;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.internal.Scratch;
import java.util.Arrays;
import java.util.Objects;

/**
 * What all generated JSON codecs do alike. Extended by {@link NamedJsonCodec}, {@link ProtoJsonCodec} and {@link TJsonCodec}.
 *
 * @param <T> the message
 */
public abstract sealed class GeneratedJsonCodec<T> extends TextualCodec<T> implements JsonCodec<T>
        permits NamedJsonCodec, ProtoJsonCodec, TJsonCodec {
    private JsonOptions options = JsonOptions.DEFAULT;

    GeneratedJsonCodec(int maxDepth) {
        super(maxDepth);
    }

    /** Writes a message to the start of an array. */
    abstract Encoded writeText(byte[] b, T message);

    /** Reads a message and the white space around it from index {@code from} on, and gives the index behind both. */
    abstract int readText(byte[] b, int from, int to, T message);

    /** Whether fields go by their ids and values are beside their types. */
    abstract boolean isTyped();

    /** The options. */
    final JsonOptions options() {
        return options;
    }

    @Override
    public final JsonCodec<T> with(JsonOptions options) {
        Objects.requireNonNull(options);
        GeneratedJsonCodec<T> other = (GeneratedJsonCodec<T>) twin();
        other.options = options;
        return other;
    }

    @Override
    public final JsonCodec<T> withMaxDepth(int levels) {
        return (JsonCodec<T>) super.withMaxDepth(levels);
    }

    @Override
    public final JsonCodec<T> with(TypeRegistry types) {
        return (JsonCodec<T>) super.with(types);
    }

    @Override
    protected final Encoded encodeScratch(T message) {
        Encoded text;
        try {
            text = writeText(Scratch.take(), message);
        } catch (StackOverflowError e) {
            throw new EncodeException("message nested too deeply for the stack", e);
        }
        return options.indent() == 0 ? text : indented(text.b(), text.to());
    }

    private Encoded indented(byte[] b, int size) {
        JsonWriter w = new JsonWriter(new byte[2 * size], options);
        int p = JsonIndent.write(w, b, size, options.indent());
        Scratch.give(b);
        return new Encoded(w.b, 0, p);
    }

    @Override
    protected final int decodeSlice(T message, byte[] b, int from, int to) {
        if (endsInNumber(b, from, to)) {
            // only a text with nothing around its number does; white space behind that tells where it ends
            byte[] spaced = Arrays.copyOfRange(b, from, to + 1);
            spaced[to - from] = ' ';
            decodeSlice(message, spaced, 0, spaced.length);
            return to;
        }
        DecodeException failure;
        try {
            int p = readText(b, from, to, message);
            if (p <= to) {
                return to;
            }
            failure = truncated(to);
        } catch (DecodeException e) {
            failure = e.offset() > to ? truncated(to) : e;
        } catch (IndexOutOfBoundsException e) {
            failure = truncated(to);
        } catch (StackOverflowError e) {
            failure = DecodeException.at(Kind.DEPTH, to, "text nested too deeply for the stack");
        }
        throw new JsonLocator(b, from, from, failure, isTyped()).located(schema());
    }

    /** Whether a text is a number at top level, with nothing behind it. */
    private static boolean endsInNumber(byte[] b, int from, int to) {
        int p = from;
        while (p < to && (b[p] == ' ' || b[p] == '\n' || b[p] == '\r' || b[p] == '\t')) {
            p++;
        }
        return p < to && (b[p] == '-' || b[p] >= '0' && b[p] <= '9') && b[to - 1] > ' ';
    }

    private static DecodeException truncated(int to) {
        return DecodeException.at(Kind.TRUNCATED, to, "text ends inside a value");
    }
}

package dev.fastcodec.json;

import dev.fastcodec.BytesList;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.IntList;
import dev.fastcodec.schema.EnumSchema;
import java.util.Arrays;

/** Reads JSON whose fields go by their names. Called by generated code. */
public sealed class JsonReader extends JsonElements permits ProtoJsonReader {
    /** Whether unknown fields are passed over. */
    final boolean ignoresUnknown;

    /**
     * A reader at the outermost object.
     *
     * @param end where the text ends, in the array
     * @param maxDepth how many levels are allowed, the outermost counted
     */
    public JsonReader(int end, int maxDepth, JsonOptions options) {
        this(end, maxDepth, options, true);
    }

    /** A reader for which lists and maps count as levels, or do not. */
    JsonReader(int end, int maxDepth, JsonOptions options, boolean containersCount) {
        super(end, maxDepth, containersCount, true);
        this.ignoresUnknown = options.ignoresUnknownFields();
    }

    @Override
    final int levels() {
        return 1;
    }

    /**
     * Reads the name of a field, leaves its index in {@link #n}, and goes to its value. A field that is null, or unknown and to be ignored, is read
     * whole: the index then is -1.
     *
     * @param next the index that is next by number
     * @return the position of the value, or behind it when it is read already
     */
    public final int field(byte[] b, int p, JsonNames names, int next) {
        int q;
        int guess = names.likely(next);
        int size = names.at(b, p + 1, guess);
        if (size == 0 && guess != next) {
            guess = next;
            size = names.at(b, p + 1, next);
        }
        if (size > 0) {
            n = guess;
            q = p + 1 + size;
            q = b[q] > ' ' ? q : white(b, q);
        } else {
            q = colon(b, token(b, p, "a name in quotes"));
            n = names.find(t, from, length);
            if (n < 0) {
                return unknown(b, p, q);
            }
            names.learn(next, n);
        }
        if (b[q] == 'n' && !names.takesNull(n)) {
            n = -1;
            return literal(b, q, "null");
        }
        return q;
    }

    /** Passes over a field whose name, the last token, stands at {@code p} and whose value at {@code q}. */
    int unknown(byte[] b, int p, int q) {
        valid(p);
        if (!ignoresUnknown) {
            throw fail(Kind.INVALID_DATA, p, "unknown field \"" + s + "\"");
        }
        int value = skip(b, q);
        n = -1;
        return value;
    }

    /** Counts the field at hand as seen, once: {@link #n} is its index. */
    public final long seen(long seen, int p) {
        if (n < 0) {
            return seen;
        } else if ((seen >>> n & 1) != 0) {
            throw twice(p);
        }
        return seen | 1L << n;
    }

    /** As the other, for more than 64 fields. */
    public final void seen(long[] seen, int p) {
        if (n >= 0) {
            if ((seen[n >> 6] >>> n & 1) != 0) {
                throw twice(p);
            }
            seen[n >> 6] |= 1L << n;
        }
    }

    private DecodeException twice(int p) {
        return fail(Kind.INVALID_DATA, p, "field that was there before");
    }

    /** Reads an enum by its name or number into {@link #n}. */
    public final int enumeration(byte[] b, int p, EnumSchema type) {
        if (b[p] != '"') {
            return i32(b, p);
        }
        int q = token(b, p, "a name");
        long number = type.number(t, from, length);
        if (number == EnumSchema.NONE) {
            valid(p);
            throw fail(Kind.INVALID_DATA, p, "unknown enum value \"" + s + "\"");
        }
        n = (int) number;
        return q;
    }

    /** Reads an enum that is a key, by name or number, into {@link #n}. */
    public final int enumerationKey(byte[] b, int p, EnumSchema type) {
        int q = token(b, p, "a key in quotes");
        long number = type.number(t, from, length);
        if (number == EnumSchema.NONE) {
            return i32Key(b, p);
        }
        n = (int) number;
        return colon(b, q);
    }

    /** Reads the elements of a list of enums. */
    public final int enumerations(byte[] b, int p, EnumSchema type, IntList out) {
        while (b[p] != ']') {
            p = enumeration(b, p, type);
            out.push(n);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads bytes that stand as the text of their UTF-8 into {@link #bytes}. */
    public final int text(byte[] b, int p) {
        int q = token(b, p, "a string");
        valid(p);
        bytes = Arrays.copyOfRange(t, from, from + length);
        return q;
    }

    /** Reads bytes that stand as the text of their UTF-8 and are a key into {@link #bytes}. */
    public final int textKey(byte[] b, int p) {
        return colon(b, text(b, p));
    }

    /** Reads the elements of a list of bytes that stand as text. */
    public final int texts(byte[] b, int p, BytesList out) {
        while (b[p] != ']') {
            p = text(b, p);
            out.add(bytes);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }
}

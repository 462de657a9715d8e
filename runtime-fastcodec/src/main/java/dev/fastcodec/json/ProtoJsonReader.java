package dev.fastcodec.json;

import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.Extendable;
import dev.fastcodec.Extension;
import dev.fastcodec.FloatList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.schema.EnumSchema;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the JSON of Protobuf. Called by generated code. Lists and maps are no levels of depth here, as in the binary format. */
public final class ProtoJsonReader extends JsonReader {
    /** Every unsigned integer of so many digits fits into a long. */
    private static final int MOST_DIGITS = 19;

    private static final long NONE = EnumSchema.NONE;

    /** The low bits of a double that is halfway between two floats. */
    private static final long HALFWAY = 1L << 28;

    /** The last number of single precision. */
    public float f;
    /** Whether the last enum is one of its type's; false only when unknown ones are passed over. */
    public boolean isKnown;

    /** What an {@code Any} may hold; may be null. */
    final TypeRegistry types;
    /** Where the name of the type of an {@code Any} stands that is being read as the message in it. */
    int typeTag = -1;

    private Extendable<?> extendee;
    private Map<Extendable<?>, Set<Extension<?, ?>>> extensions;

    /**
     * A reader at the outermost value.
     *
     * @param end where the text ends, in the array
     * @param maxDepth how many levels of messages are allowed, the outermost counted
     * @param types may be null
     */
    public ProtoJsonReader(int end, int maxDepth, JsonOptions options, TypeRegistry types) {
        super(end, maxDepth, options, false);
        this.types = types;
    }

    /** As the other, in a message that may have extensions, which are read whole. */
    public int field(byte[] b, int p, JsonNames names, int next, Extendable<?> m) {
        extendee = m;
        int q = field(b, p, names, next);
        extendee = null;
        return q;
    }

    @Override
    int unknown(byte[] b, int p, int q) {
        Extendable<?> m = extendee;
        extendee = null;
        if (p == typeTag) {
            n = -1;
            return skip(b, q);
        } else if (m != null && types != null && length > 2 && t[from] == '[' && t[from + length - 1] == ']') {
            String name = new String(t, from + 1, length - 2, StandardCharsets.UTF_8);
            Extension<?, ?> extension = types.extension(name);
            if (extension != null && extension.extendee() == m.getClass()) {
                int end = extension(b, p, q, extension, m);
                n = -1;
                return end;
            }
        }
        return super.unknown(b, p, q);
    }

    private int extension(byte[] b, int p, int q, Extension<?, ?> x, Extendable<?> m) {
        if (b[q] == 'n' && !ExtensionJson.takesNull(x)) {
            return literal(b, q, "null");
        }
        if (extensions == null) {
            extensions = new IdentityHashMap<>();
        }
        if (!extensions.computeIfAbsent(m, e -> new HashSet<>()).add(x)) {
            throw fail(Kind.INVALID_DATA, p, "extension that was there before");
        }
        return ExtensionJson.read(this, b, q, x, m);
    }

    /** Counts the field at hand as seen, once, and as the only member of its oneof: {@link #n} is its index. */
    public long seen(long seen, int p, JsonNames names) {
        if (n >= 0) {
            for (int rival : names.rivals(n)) {
                if ((seen >>> rival & 1) != 0) {
                    throw fail(Kind.INVALID_DATA, p, "second member of oneof " + names.oneof(n));
                }
            }
        }
        return seen(seen, p);
    }

    /** As the other, for more than 64 fields. */
    public void seen(long[] seen, int p, JsonNames names) {
        if (n >= 0) {
            for (int rival : names.rivals(n)) {
                if ((seen[rival >> 6] >>> rival & 1) != 0) {
                    throw fail(Kind.INVALID_DATA, p, "second member of oneof " + names.oneof(n));
                }
            }
        }
        seen(seen, p);
    }

    /** Checks that a map had no value for a key before. */
    public void once(Object before, int p) {
        if (before != null) {
            throw fail(Kind.INVALID_DATA, p, "key that was there before");
        }
    }

    // ---- single values

    /** Reads an unsigned number of 32 bits into {@link #n}. */
    public int u32(byte[] b, int p) {
        int q = u64(b, p);
        return narrow(p, q);
    }

    private int narrow(int p, int q) {
        if (v >>> Integer.SIZE != 0) {
            throw fail(Kind.INVALID_DATA, p, "number " + Long.toUnsignedString(v) + " out of the range of its type");
        }
        n = (int) v;
        return q;
    }

    /** Reads an unsigned number of 64 bits into {@link #v}. */
    public int u64(byte[] b, int p) {
        boolean quoted = b[p] == '"';
        int first = quoted ? p + 1 : p;
        int q = digits(b, first);
        int digits = q - first;
        if (digits == 0 || b[first] == '0' && digits > 1) {
            return oddUnsigned(b, p);
        } else if (digits > MOST_DIGITS && (digits > MOST_DIGITS + 1 || b[first] != '1' || v >= 0)) {
            // twenty digits that begin with 1 are less than 2^64 + 2^63, so that what is too large has wrapped to less
            // than 2^63
            return oddUnsigned(b, p);
        } else if (quoted ? b[q++] != '"' : b[q] == '.' || (b[q] | 0x20) == 'e') {
            return oddUnsigned(b, p);
        }
        return q;
    }

    private int oddUnsigned(byte[] b, int p) {
        int q;
        if (b[p] == '"') {
            q = token(b, p, "a number");
            unsigned(t, from, numberToken(p), p);
        } else {
            if (b[p] != '-' && (b[p] < '0' || b[p] > '9')) {
                throw expected(b, p, "a number");
            }
            q = number(b, p);
            unsigned(b, p, q, p);
        }
        return q;
    }

    private void unsigned(byte[] b, int p, int q, int at) {
        try {
            v = JsonNumbers.unsigned(b, p, q);
        } catch (ArithmeticException e) {
            throw fail(Kind.INVALID_DATA, at, "no unsigned integer of 64 bits");
        }
    }

    /** Reads a number of single precision into {@link #f}; what no number can say is in quotes. */
    public int float32(byte[] b, int p) {
        int q = float64(b, p);
        f = (float) d;
        boolean mayBeRoundedTwice = (Double.doubleToRawLongBits(d) & 2 * HALFWAY - 1) == HALFWAY
                || d != 0 && Math.abs(d) < Float.MIN_NORMAL;
        if (mayBeRoundedTwice) {
            boolean quoted = b[p] == '"';
            f = Float.parseFloat(
                    quoted
                            ? new String(t, from, length, StandardCharsets.ISO_8859_1)
                            : new String(b, p, q - p, StandardCharsets.ISO_8859_1));
        }
        if (Float.isInfinite(f) && !Double.isInfinite(d)) {
            throw fail(Kind.INVALID_DATA, p, "number out of the range of a float");
        }
        return q;
    }

    /** Reads an enum by its name or number into {@link #n}, and {@link #isKnown}. */
    public int enumValue(byte[] b, int p, EnumSchema type) {
        int q;
        long number;
        if (b[p] == '"') {
            q = token(b, p, "a name");
            number = type.number(t, from, length);
        } else {
            q = i32(b, p);
            number = type.isClosed() && type.name(n) == null ? NONE : n;
        }
        isKnown = number != NONE;
        if (isKnown) {
            n = (int) number;
        } else if (!ignoresUnknown || b[p] == '"' && !ascii) {
            throw unknownEnum(b, p);
        }
        return q;
    }

    private RuntimeException unknownEnum(byte[] b, int p) {
        if (b[p] != '"') {
            return fail(Kind.INVALID_DATA, p, "unknown enum value " + n);
        }
        valid(p);
        return fail(Kind.INVALID_DATA, p, "unknown enum value \"" + s + "\"");
    }

    /** Reads a {@code NullValue}, which is null, or as {@link #enumValue}. */
    public int nullValue(byte[] b, int p, EnumSchema type) {
        if (b[p] != 'n') {
            return enumValue(b, p, type);
        }
        n = 0;
        isKnown = true;
        return literal(b, p, "null");
    }

    // ---- keys of objects: each method goes to the entry's value

    /** Reads an unsigned number of 32 bits that is a key into {@link #n}. */
    public int u32Key(byte[] b, int p) {
        int q = u64Key(b, p);
        return narrow(p, q);
    }

    /** Reads an unsigned number of 64 bits that is a key into {@link #v}. */
    public int u64Key(byte[] b, int p) {
        int q = token(b, p, "a key in quotes");
        unsigned(t, from, numberToken(p), p);
        return colon(b, q);
    }

    // ---- the elements of lists

    /** Reads the elements of a list of unsigned 32-bit numbers. */
    public int u32s(byte[] b, int p, IntList out) {
        while (b[p] != ']') {
            p = u32(b, p);
            out.push(n);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads the elements of a list of unsigned 64-bit numbers. */
    public int u64s(byte[] b, int p, LongList out) {
        while (b[p] != ']') {
            p = u64(b, p);
            out.push(v);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads the elements of a list of numbers of single precision. */
    public int floats(byte[] b, int p, FloatList out) {
        while (b[p] != ']') {
            p = float32(b, p);
            out.push(f);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads the elements of a list of enums; those that are passed over are not put in. */
    public int enumValues(byte[] b, int p, EnumSchema type, IntList out) {
        while (b[p] != ']') {
            p = enumValue(b, p, type);
            if (isKnown) {
                out.push(n);
            }
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads the elements of a list of {@code NullValue}. */
    public int nullValues(byte[] b, int p, EnumSchema type, IntList out) {
        while (b[p] != ']') {
            p = nullValue(b, p, type);
            if (isKnown) {
                out.push(n);
            }
            p = nextElement(b, p);
        }
        return endContainer(p);
    }
}

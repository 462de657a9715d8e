package dev.fastcodec.thrift;

import dev.fastcodec.ByteList;
import dev.fastcodec.BytesList;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.StringList;
import dev.fastcodec.internal.Utf8Input;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringJoiner;

/**
 * What the readers of both protocols do alike: the limits of depth and size, and the walk over values that no generated code reads. A method takes the
 * position, gives the new one as its result, and leaves what it read in a field.
 *
 * <p>A read past the array's end is left to the JVM, whose {@link IndexOutOfBoundsException} the codec's outermost method takes for truncated input.
 */
abstract sealed class ThriftReader extends Utf8Input permits BinaryReader, CompactReader {
    /** The last length, count, id, or number of up to 32 bits. */
    public int n;
    /** The last number of 64 bits. */
    public long v;
    /** Where the input ends. */
    public final int end;

    /** The type of the last field, element or map value, as a code of the Binary protocol. */
    int type;

    /** The type of the last map key. */
    int keyType;

    private static final int MOST_EXPECTED = 1024;

    private final int maxDepth;
    private int depth = 1;

    ThriftReader(int end, int maxDepth) {
        this.end = end;
        this.maxDepth = maxDepth;
    }

    /** What is not UTF-8 shows as U+FFFD, as libthrift has it. */
    @Override
    protected final String unusual(byte[] b, int p, int n) {
        return new String(b, p, n, StandardCharsets.UTF_8);
    }

    /** Reads a field's header into {@link #type} and {@link #n}, its id; STOP has no id. */
    abstract int field(byte[] b, int p, int lastId);

    /** Whether the last field's value was in its header. */
    abstract boolean isInHeader();

    /** Reads the header of a list or set into {@link #type} and {@link #n}, its count, and checks both. */
    abstract int elements(byte[] b, int p);

    /** Reads the header of a map into {@link #keyType}, {@link #type} and {@link #n}, its count, and checks them. */
    abstract int entries(byte[] b, int p);

    /** Passes over {@code count} values of a type that holds no others. */
    abstract int scalars(byte[] b, int p, int type, int count);

    /** How many structs and containers are open. */
    final int depth() {
        return depth;
    }

    /** Goes back to an earlier depth after a failure. */
    final void depth(int open) {
        depth = open;
    }

    /** Reads the length of a string or binary into {@link #n} and checks that so many bytes are left. */
    public abstract int length(byte[] b, int p);

    /** Begins a struct or container at {@code p} that is nested in another: checks the depth, of which the outermost struct is the first level. */
    public final void enter(int p) {
        if (++depth > maxDepth) {
            throw fail(Kind.DEPTH, p, "structs and containers nested more than " + maxDepth + " deep");
        }
    }

    /** Begins a struct at {@code p} that is inside containers, which count as levels too. */
    public final void enter(int p, int levels) {
        depth += levels - 1;
        enter(p);
    }

    /** Ends what {@link #enter} began. */
    public final void leave() {
        depth--;
    }

    /** Ends so many levels. */
    public final void leave(int levels) {
        depth -= levels;
    }

    /** Passes over a value that is not the value of a bool field. */
    final int value(byte[] b, int p, int type) {
        return switch (type) {
            case TType.STRUCT -> struct(b, p);
            case TType.LIST, TType.SET -> list(b, p);
            case TType.MAP -> map(b, p);
            default -> scalars(b, p, type, 1);
        };
    }

    private int struct(byte[] b, int p) {
        enter(p);
        p = field(b, p, 0);
        while (type != TType.STOP) {
            int id = n;
            if (!isInHeader()) {
                p = value(b, p, type);
            }
            p = field(b, p, id);
        }
        leave();
        return p;
    }

    private int list(byte[] b, int p) {
        enter(p);
        p = elements(b, p);
        int element = type;
        int count = n;
        if (count > 0 && element < TType.STRUCT || element == TType.UUID) {
            p = scalars(b, p, element, count);
        } else {
            for (int i = 0; i < count; i++) {
                p = value(b, p, element);
            }
        }
        leave();
        return p;
    }

    private int map(byte[] b, int p) {
        enter(p);
        p = entries(b, p);
        int key = keyType;
        int value = type;
        int count = n;
        for (int i = 0; i < count; i++) {
            p = value(b, p, key);
            p = value(b, p, value);
        }
        leave();
        return p;
    }

    /**
     * Reads the header of a list or set: its count into {@link #n}, or -1 when its elements are of another type than the one declared. An empty list
     * may be of any type.
     *
     * @param elementType the type's code in the Binary protocol
     */
    public int list(byte[] b, int p, int elementType) {
        int q = elements(b, p);
        if (type != elementType && n > 0) {
            n = -1;
        }
        return q;
    }

    /** Reads the header of a map: its count into {@link #n}, or -1 when keys or values are of other types than declared. */
    public final int map(byte[] b, int p, int keyType, int valueType) {
        int q = entries(b, p);
        if (n > 0 && (this.keyType != keyType || type != valueType)) {
            n = -1;
        }
        return q;
    }

    /** The capacity that a hash table for so many elements should have. As nobody has sent them so far, it is not large. */
    public static int capacity(int n) {
        return Math.min(n, MOST_EXPECTED) * 4 / 3 + 1;
    }

    /** Reads the elements of a list of bytes. */
    public final int i8s(byte[] b, int p, int n, ByteList out) {
        out.reserve(n);
        int size = out.size();
        System.arraycopy(b, p, out.array(), size, n);
        out.grew(size + n);
        return p + n;
    }

    /** Reads the elements of a list of strings. */
    public final int strings(byte[] b, int p, int n, StringList out) {
        out.reserve(n);
        for (int i = 0; i < n; i++) {
            p = length(b, p);
            out.push(string(b, p, this.n), ascii != 0);
            p += this.n;
        }
        return p;
    }

    /** Reads the elements of a list of binaries. */
    public final int binaries(byte[] b, int p, int n, BytesList out) {
        out.reserve(n);
        for (int i = 0; i < n; i++) {
            p = length(b, p);
            out.add(bytes(b, p, this.n));
            p += this.n;
        }
        return p;
    }

    /** Checks that the {@code n} bytes of a string or binary are left from {@code p} on. */
    public final void checkLength(int p, int n) {
        if (n < 0 || n > end - p) {
            checkCount(p, n, 1);
        }
    }

    /** Checks a count: not negative, and no more than the rest of the input holds. */
    final void checkCount(int p, int count, int leastBytes) {
        if ((count | end - p) >= 0 && (long) count * leastBytes <= end - p) {
            return;
        }
        if (p > end) {
            throw truncated();
        }
        if (count < 0) {
            throw fail(Kind.NEGATIVE_SIZE, p - 1, "count or length " + count);
        }
        throw fail(Kind.SIZE, p - 1, count + " elements or bytes where " + (end - p) + " bytes are left");
    }

    /** A known type, or a failure. */
    final int checkType(int p, int type, int code) {
        if (!TType.exists(type)) {
            throw fail(Kind.INVALID_TYPE, p, "type " + code);
        }
        return type;
    }

    /** Reads {@code n} bytes. */
    public static byte[] bytes(byte[] b, int p, int n) {
        return Arrays.copyOfRange(b, p, p + n);
    }

    /** A failure to be thrown: the codec's outermost method adds the path. */
    public final DecodeException fail(Kind kind, int p, String what) {
        return DecodeException.at(kind, p, what);
    }

    /**
     * The failure of a struct that lacks required fields.
     *
     * @param p the position behind its STOP
     * @param seen a bit for each required field that was there, the lowest for the first
     * @param names of all required fields, separated by spaces, in as many strings as it takes
     */
    public final DecodeException missing(int p, long seen, String... names) {
        return missing(p, new long[] {seen}, names);
    }

    /** As the other, for more than 64 required fields. */
    public final DecodeException missing(int p, long[] seen, String... names) {
        StringJoiner missing = new StringJoiner(", ");
        String[] all = String.join(" ", names).split(" ");
        for (int i = 0; i < all.length; i++) {
            if ((seen[i / Long.SIZE] >>> i & 1) == 0) {
                missing.add(all[i]);
            }
        }
        return fail(Kind.MISSING_REQUIRED, p - 1, "required but missing: " + missing);
    }

    /** The failure behind what a read threw: a failure of a reader, a read past the array's end, or a stack that is full. */
    final DecodeException failure(Throwable e) {
        if (e instanceof DecodeException failure) {
            return failure.offset() > end ? truncated() : failure;
        }
        return e instanceof StackOverflowError
                ? fail(Kind.DEPTH, end, "structs nested too deeply for the stack")
                : truncated();
    }

    final DecodeException truncated() {
        return fail(Kind.TRUNCATED, end, "input ends inside a struct");
    }
}

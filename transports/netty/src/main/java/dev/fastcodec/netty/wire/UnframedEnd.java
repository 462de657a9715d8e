package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.thrift.Protocol;
import java.util.Arrays;

/**
 * Finds where a Thrift message ends that has nothing around it, while its bytes arrive: each byte is looked at once, however many pieces it comes in.
 * Not for use by several threads at once.
 */
public abstract sealed class UnframedEnd permits UnframedBinary, UnframedCompact {
    /** The answer when more bytes must arrive. */
    public static final int MORE = -1;

    private static final int DEPTH = 64;
    private static final int FIRST = 8;
    private static final int IS_STRUCT = -1;
    /** The end of a struct in both protocols. */
    private static final int STOP = 0;

    private final int limit;
    /** What is open, outermost first: the types of elements that take turns, and how many are to come, or {@link #IS_STRUCT}. */
    private int[] even = new int[FIRST];

    private int[] odd = new int[FIRST];
    private long[] left = new long[FIRST];
    private int open;
    private boolean begun;
    /** How many bytes are passed over, of which the last need not be there yet. */
    private long passed;

    UnframedEnd(int limit) {
        this.limit = limit;
    }

    /**
     * For one message.
     *
     * @param limit the most bytes that it may have
     */
    public static UnframedEnd of(Protocol protocol, int limit) {
        return switch (protocol) {
            case BINARY -> new UnframedBinary(limit);
            case COMPACT -> new UnframedCompact(limit);
            case TJSON -> throw new IllegalArgumentException("TJSON is not sent without a frame");
        };
    }

    /**
     * Looks at what arrived.
     *
     * @param b the message from index {@code from} on: what was given before, and more
     * @param to where the bytes that are there end
     * @return the number of bytes of the message, or {@link #MORE}
     * @throws DecodeException when it is no message, is nested too deeply, or must have more bytes than are allowed
     */
    public final int find(byte[] b, int from, int to) {
        int there = to - from;
        if (!begun) {
            if (!envelope(b, from, to)) {
                return more(there);
            }
            begun = true;
            struct();
        }
        while (open > 0) {
            if (passed > there || !step(b, from + (int) passed, to)) {
                return more(there);
            }
            if (passed > limit) {
                throw tooLarge();
            }
        }
        return passed <= there ? (int) passed : more(there);
    }

    private int more(int there) {
        if (there >= limit || passed > limit) {
            throw tooLarge();
        }
        return MORE;
    }

    private DecodeException tooLarge() {
        return failure(Kind.SIZE, "message of more than " + limit + " bytes");
    }

    private boolean step(byte[] b, int p, int to) {
        int top = open - 1;
        if (left[top] == IS_STRUCT) {
            if (p == to) {
                return false;
            }
            if (b[p] != STOP) {
                return field(b, p, to);
            }
            pass(1);
            close();
            return true;
        }
        if (left[top] == 0) {
            close();
            return true;
        }
        int type = (left[top] & 1) == 0 ? even[top] : odd[top];
        left[top]--;
        if (value(type, b, p, to)) {
            return true;
        }
        left[top]++;
        return false;
    }

    /** Takes an envelope; false when it is not all there. */
    abstract boolean envelope(byte[] b, int p, int to);

    /** Takes a field's header, of which the first byte is there, and its value, or only the value's header when it holds others; false when those are not all there. */
    abstract boolean field(byte[] b, int p, int to);

    /** Takes a value, or only its header when it holds others; false when that is not all there. */
    abstract boolean value(int type, byte[] b, int p, int to);

    /** How many bytes every value of a type has, or 0 when that depends on the value. */
    abstract int fixed(int type);

    /** Passes over bytes, which need not be there yet. */
    final void pass(long bytes) {
        passed += bytes;
    }

    /** Begins a struct. */
    final void struct() {
        open(0, 0, IS_STRUCT);
    }

    /**
     * Begins elements of one type, or keys and values.
     *
     * @param count of both together
     */
    final void elements(int first, int second, long count) {
        if (count < 0 || passed + count > limit) {
            throw failure(count < 0 ? Kind.NEGATIVE_SIZE : Kind.SIZE, "container of " + count + " elements");
        }
        int size = fixed(first);
        if (size > 0 && first == second) {
            passed += size * count;
        } else {
            open(first, second, count);
        }
    }

    private void close() {
        open--;
    }

    final DecodeException failure(Kind kind, String what) {
        return new DecodeException(kind, what, (int) Math.min(passed, Integer.MAX_VALUE), "message");
    }

    private void open(int first, int second, long count) {
        if (open == DEPTH) {
            throw failure(Kind.DEPTH, "structs and containers nested more than " + DEPTH + " deep");
        }
        if (open == left.length) {
            even = Arrays.copyOf(even, 2 * open);
            odd = Arrays.copyOf(odd, 2 * open);
            left = Arrays.copyOf(left, 2 * open);
        }
        even[open] = first;
        odd[open] = second;
        left[open++] = count;
    }
}

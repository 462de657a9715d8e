package dev.fastcodec.protobuf;

import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EnumList;
import dev.fastcodec.Extendable;
import dev.fastcodec.Extension;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.UnknownFields;

/**
 * Reads Protobuf from an array. Called by generated code, which keeps the position in a local variable: a method takes it, gives the new one as its
 * result, and leaves what it read in a field.
 *
 * <p>A read past the array's end is left to the JVM, whose {@link IndexOutOfBoundsException} the codec's outermost method takes for truncated input.
 * A value that runs past its message's end but not the array's is found when the message's end is checked.
 */
public final class ProtoReader extends PackedReader {
    /** A tag and a varint. */
    private static final int MAX_FIELD = 15;

    private final int maxDepth;
    private final TypeRegistry registry;
    private int depth;
    /** The tag that ends the group at hand, 0 when there is none or it was read. */
    private int groupEnd;
    /** How deep that group is: no message in it can end it. */
    private int groupDepth;

    /**
     * A reader at the outermost message that knows no extension.
     *
     * @param maxDepth how many levels below it are allowed
     */
    public ProtoReader(int maxDepth) {
        this(maxDepth, null);
    }

    /**
     * A reader at the outermost message.
     *
     * @param maxDepth how many levels below it are allowed
     * @param registry the extensions that it knows, or null for none
     */
    ProtoReader(int maxDepth, TypeRegistry registry) {
        this.maxDepth = maxDepth;
        this.registry = registry;
    }

    /**
     * Begins a sub-message of {@code n} bytes at {@code p}: checks the length and the depth.
     *
     * @return its end
     */
    public int enter(int p, int n, int end) {
        checkLength(p, n, end);
        deeper(p);
        return p + n;
    }

    /** Ends a sub-message that was read up to {@code p} and must end there. */
    public void leave(int p, int end) {
        if (p != end) {
            throw p > end ? truncated(end) : fail(Kind.INVALID_DATA, p, "message ends too early");
        }
        depth--;
    }

    /**
     * Begins a group whose fields start at {@code p}. The caller reads them up to the end of the message around, or up to a tag for which
     * {@link #endsGroup} holds, and calls {@link #leaveGroup}.
     *
     * @param tag the tag that began it
     * @return what to give to that
     */
    public long enterGroup(int p, int tag) {
        long around = (long) groupDepth << Integer.SIZE | groupEnd & 0xffffffffL;
        deeper(p);
        groupEnd = tag + 1;
        groupDepth = depth;
        return around;
    }

    /** Whether a tag that ends before {@code p} is that of the end of the group at hand, which is left then. */
    public boolean endsGroup(int p, int tag) {
        if (tag != groupEnd || depth != groupDepth || tag == 0) {
            return false;
        }
        groupEnd = 0;
        n = p;
        return true;
    }

    /**
     * Ends a group whose fields were read.
     *
     * @param end the end of the message around
     * @param around what {@link #enterGroup} gave
     * @return the position behind it
     */
    public int leaveGroup(int end, long around) {
        if (groupEnd != 0 || n > end) {
            throw truncated(end);
        }
        groupEnd = (int) around;
        groupDepth = (int) (around >>> Integer.SIZE);
        depth--;
        return n;
    }

    /**
     * Reads a field that is not declared, if it is an extension that the registry has and its wire type fits.
     *
     * @param p the position behind its tag
     * @return the position behind it, or -1 when it is to be treated as an unknown field
     */
    public int extension(byte[] b, int p, int end, int tag, Extendable<?> m) {
        Extension<?, ?> extension = registry == null ? null : registry.extension(m.getClass(), tag >>> 3);
        if (extension == null || !ExtensionReading.fits(extension, tag)) {
            return -1;
        }
        return ExtensionReading.read(this, b, p, end, tag, extension, m);
    }

    /**
     * Reads a field of a {@code MessageSet}: an item, or an extension as writers make it that do not know that option. Items whose type the registry
     * does not have are unknown fields.
     *
     * @param p the position behind its tag
     * @return as {@link #extension}
     */
    public int item(byte[] b, int p, int end, int tag, Extendable<?> m) {
        if (registry == null) {
            return -1;
        } else if (tag != MessageSetItem.START) {
            return extension(b, p, end, tag, m);
        }
        MessageSetItem item = MessageSetItem.read(this, b, p, end);
        Extension<?, ?> extension = item.isWhole() ? registry.extension(m.getClass(), item.type()) : null;
        if (extension == null) {
            return -1;
        }
        item.readInto(this, b, extension, m.mutableExtensions());
        return item.end();
    }

    /**
     * Keeps a field that is not declared.
     *
     * @param p the position behind its tag
     * @param into where tag and content are added, or null to drop them
     */
    public int unknown(byte[] b, int p, int end, int tag, UnknownFields into) {
        int after = skip(b, p, end, tag);
        if (after > end) {
            throw truncated(end);
        }
        if (into != null) {
            byte[] to = into.reserve(after - p + MAX_FIELD);
            int q = putVarint(to, into.size(), tag & 0xffffffffL);
            System.arraycopy(b, p, to, q, after - p);
            into.grew(q + after - p);
        }
        return after;
    }

    /**
     * Keeps the number of a closed enum that does not know it as a field of its own, as protobuf-java does.
     *
     * @param into where it is added; made when null
     * @return {@code into}
     */
    public static UnknownFields unrecognized(UnknownFields into, int number, int value) {
        UnknownFields to = into == null ? new UnknownFields() : into;
        byte[] b = to.reserve(MAX_FIELD);
        int p = putVarint(b, to.size(), (long) number << 3);
        to.grew(putVarint(b, p, value));
        return to;
    }

    /**
     * Moves the numbers from index {@code from} on that a list of a closed enum does not know out of the list, each into a field of its own.
     *
     * @param into where they are added; made when null and needed
     * @return {@code into}
     */
    public static UnknownFields unrecognized(UnknownFields into, int number, EnumList<?> list, int from) {
        UnknownFields to = into;
        int[] a = list.numbers().array();
        int n = from;
        for (int i = from; i < list.size(); i++) {
            if (list.get(i).isUnrecognized()) {
                to = unrecognized(to, number, a[i]);
            } else {
                a[n++] = a[i];
            }
        }
        list.numbers().grew(n);
        return to;
    }

    /** Removes the numbers from index {@code from} on that a list of a closed enum does not know. */
    public static void dropUnrecognized(EnumList<?> list, int from) {
        int[] a = list.numbers().array();
        int n = from;
        for (int i = from; i < list.size(); i++) {
            if (!list.get(i).isUnrecognized()) {
                a[n++] = a[i];
            }
        }
        list.numbers().grew(n);
    }

    /**
     * Keeps an entry of a map whose value a closed enum does not know: the bytes from {@code start} to {@code end} as a field.
     *
     * @param into where it is added; made when null
     * @return {@code into}
     */
    public static UnknownFields unrecognized(UnknownFields into, int number, byte[] b, int start, int end) {
        UnknownFields to = into == null ? new UnknownFields() : into;
        byte[] kept = to.reserve(MAX_FIELD + end - start);
        int p = putVarint(kept, to.size(), (long) number << 3 | 2);
        p = putVarint(kept, p, end - start);
        System.arraycopy(b, start, kept, p, end - start);
        to.grew(p + end - start);
        return to;
    }

    private static int putVarint(byte[] b, int p, long v) {
        for (; (v & ~0x7fL) != 0; v >>>= 7) {
            b[p++] = (byte) (v | 0x80);
        }
        b[p++] = (byte) v;
        return p;
    }

    /**
     * Passes over a field's content, whose tag ended before {@code p}. Groups are checked to be well formed, and the tag too: generated code does not
     * look at one of a single byte that it does not know.
     */
    public int skip(byte[] b, int p, int end, int tag) {
        if (tag >>> 3 == 0) {
            throw fail(Kind.INVALID_TAG, p - 1, "field number 0");
        }
        switch (tag & 7) {
            case 0:
                return varint(b, p);
            case 1:
                return fixed(p, Long.BYTES, end);
            case 2:
                p = length(b, p, end);
                return p + n;
            case 3:
                return group(b, p, end, tag);
            case 5:
                return fixed(p, Integer.BYTES, end);
            case 4:
                throw fail(Kind.INVALID_TAG, p - 1, "end of a group that was not begun");
            default:
                throw fail(Kind.INVALID_TAG, p - 1, "wire type " + (tag & 7));
        }
    }

    private int fixed(int p, int width, int end) {
        if (width > end - p) {
            throw truncated(end);
        }
        return p + width;
    }

    /** Passes over a group. */
    private int group(byte[] b, int p, int end, int start) {
        deeper(p);
        while (p < end) {
            int q = tag(b, p);
            if ((tag & 7) == 4) {
                if (tag != start + 1 || q > end) {
                    throw fail(Kind.INVALID_TAG, p, "end of group " + (tag >>> 3) + " in group " + (start >>> 3));
                }
                depth--;
                return q;
            }
            p = skip(b, q, end, tag);
        }
        throw truncated(end);
    }

    private void deeper(int p) {
        if (++depth > maxDepth) {
            throw fail(Kind.DEPTH, p - 1, "messages nested more than " + maxDepth + " deep");
        }
    }
}

package dev.fastcodec.protobuf;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.WireCodec;
import dev.fastcodec.internal.Scratch;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The base of generated Protobuf codecs.
 *
 * @param <T> the message
 */
public abstract class ProtoCodec<T extends Message<T>> extends WireCodec<T> {
    private static final int MAX_DEPTH = 100;

    /** A codec that allows 100 levels below the outermost message. */
    protected ProtoCodec() {
        super(MAX_DEPTH);
    }

    /**
     * Writes a message backward, without tag or length. There may be no room in front of {@code p}, neither before nor after.
     *
     * @param b {@code w.b}
     * @param p where the bytes written so far begin
     * @return where they begin now, in {@code w.b}
     */
    protected abstract int write(ProtoWriter w, byte[] b, int p, T m);

    /**
     * Reads fields into a message.
     *
     * @return where reading stopped; an error unless it is {@code end}
     */
    protected abstract int read(ProtoReader r, byte[] b, int p, int end, T m);

    /**
     * Where in a message a required field is missing: the rest of the path, such as {@code .item[2].id}, or null when none is.
     *
     * @param m a message that was read to its end
     */
    protected String missing(T m) {
        return null;
    }

    /** As {@link #missing(Message)}, for the elements of a list, which may be null. For generated code. */
    public static <E> String missing(String path, List<E> list, Function<E, String> missing) {
        for (int i = 0; list != null && i < list.size(); i++) {
            String inElement = missing.apply(list.get(i));
            if (inElement != null) {
                return path + "[" + i + "]" + inElement;
            }
        }
        return null;
    }

    /** As {@link #missing(Message)}, for the values of a map, which may be null. For generated code. */
    public static <E> String missing(String path, Map<?, E> map, Function<E, String> missing) {
        int i = 0;
        for (E value : map == null ? List.<E>of() : map.values()) {
            String inValue = missing.apply(value);
            if (inValue != null) {
                return path + "[" + i + "].value" + inValue;
            }
            i++;
        }
        return null;
    }

    @Override
    protected final Encoded encodeScratch(T message) {
        byte[] b = Scratch.take();
        ProtoWriter w = new ProtoWriter(b);
        try {
            int p = write(w, b, b.length, message);
            return new Encoded(w.b, p, w.b.length, w.inserts());
        } catch (StackOverflowError e) {
            throw new EncodeException("message nested too deeply for the stack", e);
        }
    }

    @Override
    protected final int decodeSlice(T message, byte[] b, int from, int to) {
        readSlice(message, b, from, to);
        String missing = missing(message);
        if (missing != null) {
            throw new DecodeException(
                    Kind.MISSING_REQUIRED, tellMissing(missing), to - from, schema().name() + missing);
        }
        return to;
    }

    private void readSlice(T message, byte[] b, int from, int to) {
        ProtoReader r = new ProtoReader(maxDepth(), registry());
        DecodeException failure = tryRead(r, message, b, from, to);
        if (failure == null) {
            return;
        }
        if (to < b.length) {
            // What lies behind the slice may have been looked at and must not decide which failure is told.
            readSlice(newMessage(), Arrays.copyOfRange(b, from, to), 0, to - from);
        }
        throw new ProtoLocator(b, from, to, failure, registry()).located(schema());
    }

    private DecodeException tryRead(ProtoReader r, T message, byte[] b, int from, int to) {
        try {
            int p = read(r, b, from, to, message);
            if (p == to) {
                return null;
            }
            return p > to ? r.truncated(to) : r.fail(Kind.INVALID_DATA, p, "message ends too early");
        } catch (DecodeException e) {
            return e.offset() > to ? r.truncated(to) : e;
        } catch (IndexOutOfBoundsException e) {
            return r.truncated(to);
        } catch (StackOverflowError e) {
            return r.fail(Kind.DEPTH, to, "messages nested too deeply for the stack");
        }
    }
}

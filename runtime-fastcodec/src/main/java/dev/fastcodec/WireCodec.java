package dev.fastcodec;

import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.internal.Inserts;
import dev.fastcodec.internal.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * What the codecs of all binary formats do alike: arrays, buffers and streams around one method that writes and one that reads. Extended by the
 * formats' own codecs, not by users.
 *
 * @param <T> the message
 */
public abstract class WireCodec<T> implements Codec<T>, Cloneable {
    private static final int SEVEN_BITS = 7;
    private static final int MAX_VARINT32 = 5;

    private int maxDepth;
    private TypeRegistry registry;

    /** A codec with the format's own limit of depth. */
    protected WireCodec(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /**
     * An encoded message: bytes {@code from} up to {@code to} of an array from the pool.
     *
     * @param inserts what belongs in between, or null
     */
    protected record Encoded(byte[] b, int from, int to, Inserts inserts) {
        /** Public so that the formats' packages can make one: a protected record's own constructor is not. */
        public Encoded {}

        /** All of it is in the array. */
        public Encoded(byte[] b, int from, int to) {
            this(b, from, to, null);
        }

        int size() {
            return to - from + (inserts == null ? 0 : inserts.size());
        }

        byte[] toArray() {
            return inserts == null ? Arrays.copyOfRange(b, from, to) : inserts.join(b, from, to);
        }

        void put(ByteBuffer into) {
            if (inserts == null) {
                into.put(b, from, to - from);
            } else {
                inserts.put(b, from, to, into);
            }
        }

        void write(OutputStream out) throws IOException {
            if (inserts == null) {
                out.write(b, from, to - from);
            } else {
                inserts.write(b, from, to, out);
            }
        }
    }

    /** A new, empty message. */
    protected abstract T newMessage();

    /** Writes a message into an array that is lent for the purpose. */
    protected abstract Encoded encodeScratch(T message);

    /**
     * Reads into a message from a slice that is within the array.
     *
     * @return where the message ends
     */
    protected abstract int decodeSlice(T message, byte[] b, int from, int to);

    /**
     * What to say of a required field that is missing.
     *
     * @param path of the field, such as {@code .item[2].id}
     */
    protected static String tellMissing(String path) {
        return "missing " + path.substring(path.lastIndexOf('.') + 1);
    }

    /** The extensions that it knows, or null for none. */
    protected final TypeRegistry registry() {
        return registry;
    }

    /** The limit of depth. */
    protected final int maxDepth() {
        return maxDepth;
    }

    @Override
    public Codec<T> withMaxDepth(int levels) {
        if (levels < 1) {
            throw new IllegalArgumentException("depth " + levels);
        }
        WireCodec<T> other = twin();
        other.maxDepth = levels;
        return other;
    }

    @Override
    public Codec<T> with(TypeRegistry types) {
        WireCodec<T> other = twin();
        other.registry = types;
        return other;
    }

    /** A codec of the same class, to be changed in one point. */
    @SuppressWarnings("unchecked") // a clone is of the same class
    protected final WireCodec<T> twin() {
        try {
            return (WireCodec<T>) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public final byte[] encode(T message) {
        Encoded e = encodeScratch(message);
        byte[] bytes = e.toArray();
        Scratch.give(e.b);
        return bytes;
    }

    @Override
    public final int encode(T message, byte[] into, int offset) {
        Objects.checkIndex(offset, into.length + 1);
        Encoded e = encodeScratch(message);
        int n = e.size();
        if (n > into.length - offset) {
            Scratch.give(e.b);
            throw new EncodeException("message of " + n + " bytes where " + (into.length - offset) + " fit");
        }
        e.put(ByteBuffer.wrap(into, offset, n));
        Scratch.give(e.b);
        return offset + n;
    }

    @Override
    public final void encode(T message, ByteBuffer into) {
        Encoded e = encodeScratch(message);
        try {
            if (e.size() > into.remaining()) {
                throw new BufferOverflowException();
            }
            e.put(into);
        } finally {
            Scratch.give(e.b);
        }
    }

    @Override
    public final void encode(T message, OutputStream out) throws IOException {
        Encoded e = encodeScratch(message);
        try {
            e.write(out);
        } finally {
            Scratch.give(e.b);
        }
    }

    @Override
    public final EncodedMessage encodeLent(T message) {
        Encoded e = encodeScratch(message);
        return EncodedMessage.lent(e.b, e.from, e.to, e.inserts == null ? null : e.inserts.filled(e.b));
    }

    @Override
    public final EncodedMessage encodeShared(T message) {
        Encoded e = encodeScratch(message);
        return EncodedMessage.lent(e.b, e.from, e.to, e.inserts);
    }

    @Override
    public final void encodeDelimited(T message, OutputStream out) throws IOException {
        Encoded e = encodeScratch(message);
        try {
            int n = e.size();
            byte[] length = new byte[MAX_VARINT32];
            int p = 0;
            for (; n >= 0x80; n >>>= SEVEN_BITS) {
                length[p++] = (byte) (n | 0x80);
            }
            length[p++] = (byte) n;
            out.write(length, 0, p);
            e.write(out);
        } finally {
            Scratch.give(e.b);
        }
    }

    @Override
    public final T decode(byte[] bytes, int offset, int length) {
        return decodeInto(newMessage(), bytes, offset, length);
    }

    @Override
    public final T decodeInto(T message, byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        decodeSlice(message, bytes, offset, offset + length);
        return message;
    }

    @Override
    public final T decode(ByteBuffer bytes) {
        T message = newMessage();
        int p = bytes.position();
        if (bytes.hasArray()) {
            int from = bytes.arrayOffset() + p;
            bytes.position(p + decodeSlice(message, bytes.array(), from, from + bytes.remaining()) - from);
            return message;
        }
        return decodeCopy(bytes);
    }

    /** Reads from a buffer without an array: this copies all of it, which is right for a format whose message takes all of it. */
    protected T decodeCopy(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        int p = bytes.position();
        bytes.get(p, copy);
        T message = newMessage();
        bytes.position(p + decodeSlice(message, copy, 0, copy.length));
        return message;
    }

    @Override
    public final T decode(InputStream in) throws IOException {
        return decode(in.readAllBytes());
    }

    @Override
    public final T decodeDelimited(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            return null;
        }
        long length = next & 0x7f;
        for (int shift = SEVEN_BITS; next >= 0x80; shift += SEVEN_BITS) {
            next = in.read();
            if (next < 0 || shift >= MAX_VARINT32 * SEVEN_BITS) {
                throw next < 0
                        ? failure(Kind.TRUNCATED, "input ends inside the message's length", shift / SEVEN_BITS)
                        : failure(Kind.MALFORMED_VARINT, "length of more than 5 bytes", 0);
            }
            length |= (next & 0x7fL) << shift;
        }
        if (length > Integer.MAX_VALUE) {
            throw failure(Kind.SIZE, "message of " + length + " bytes", 0);
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw failure(
                    Kind.TRUNCATED,
                    "message of " + length + " bytes where " + bytes.length + " are left",
                    bytes.length);
        }
        return decode(bytes);
    }

    private DecodeException failure(Kind kind, String what, int offset) {
        return new DecodeException(kind, what, offset, schema().name());
    }
}

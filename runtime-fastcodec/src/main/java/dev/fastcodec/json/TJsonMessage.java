package dev.fastcodec.json;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.schema.MessageSchema;
import java.util.function.IntUnaryOperator;

/**
 * A message of Thrift's typed JSON within an array: {@code [1,"name",type,sequence,struct]}. Called by {@link dev.fastcodec.thrift.Incoming} and
 * {@link dev.fastcodec.thrift.Outgoing}, which are for users.
 */
public final class TJsonMessage {
    private static final int VERSION = 1;
    /** The deepest struct that is passed over; one of messages stands for two of JSON. */
    private static final int MAX_DEPTH = 64;
    /** Brackets, commas, quotes and three numbers. */
    private static final int FIXED = 48;

    private final byte[] b;
    private final int origin;
    private final int from;
    private final int to;

    /**
     * What is in front of the struct.
     *
     * @param typeBegin the position of the type
     * @param body the position of the struct
     */
    public record Head(String name, int type, int typeBegin, int sequence, int body) {}

    /**
     * A message or a part of one.
     *
     * @param origin where the whole message begins: from there on lines, columns and offsets of failures count
     * @param from where the message or the part begins
     * @param to where the text ends
     */
    public TJsonMessage(byte[] b, int origin, int from, int to) {
        this.b = b;
        this.origin = origin;
        this.from = from;
        this.to = to;
    }

    /** Writes what is in front of the struct, from index {@code p} on, where there may be no room. */
    public static int begin(JsonWriter w, int p, String name, int type, int sequence) {
        byte[] b = w.grow(p, FIXED);
        p = JsonWriter.put(b, p, "[1,");
        p = w.string(b, p, name);
        b = w.grow(p, FIXED);
        b[p++] = ',';
        p = JsonWriter.i32(b, p, type);
        b[p++] = ',';
        p = JsonWriter.i32(b, p, sequence);
        b[p++] = ',';
        return p;
    }

    /** Writes the struct. */
    public static <T> int body(JsonWriter w, int p, TJsonCodec<T> codec, T struct) {
        try {
            return codec.write(w, w.b, p, struct);
        } catch (StackOverflowError e) {
            throw new EncodeException("message nested too deeply for the stack", e);
        }
    }

    /** Writes what is behind the struct. */
    public static int end(JsonWriter w, int p) {
        return w.close(p, ']');
    }

    /** An empty struct to read into. */
    public static <T> T make(TJsonCodec<T> codec) {
        return codec.make();
    }

    /** Reads what is in front of the struct. */
    public Head head() {
        TJsonReader r = new TJsonReader(to, MAX_DEPTH);
        Head[] head = new Head[1];
        within(null, begin -> {
            int p = r.white(b, begin);
            if (b[p] != '[') {
                throw r.expected(b, p, "a message");
            }
            p = r.white(b, p + 1);
            int q = r.comma(b, r.i32(b, p));
            if (r.n != VERSION) {
                throw r.fail(Kind.INVALID_DATA, p, "message of JSON version " + r.n);
            }
            q = r.comma(b, r.string(b, q));
            String name = r.s;
            int typeBegin = q;
            q = r.comma(b, r.i32(b, q));
            int type = r.n;
            q = r.comma(b, r.i32(b, q));
            head[0] = new Head(name, type, typeBegin, r.n, q);
            return q;
        });
        return head[0];
    }

    /** Reads the struct, which begins where this does, and gives the index behind it. */
    public <T> int body(TJsonCodec<T> codec, T into) {
        return within(codec.schema(), p -> codec.readPart(b, p, to, into));
    }

    /** Passes over the struct, which begins where this does, and gives the index behind it. */
    public int skip() {
        TJsonReader r = new TJsonReader(to, MAX_DEPTH);
        return within(null, p -> {
            if (b[p] != '{') {
                throw r.expected(b, p, "a struct");
            }
            return r.skip(b, p);
        });
    }

    /** The index behind the bracket that is behind the struct, where this begins. */
    public int end() {
        TJsonReader r = new TJsonReader(to, MAX_DEPTH);
        return within(null, p -> r.closing(b, p, ']'));
    }

    /** Completes what reading throws; the schema is that of the struct, where this begins, or null. */
    private int within(MessageSchema schema, IntUnaryOperator read) {
        DecodeException failure;
        try {
            int p = read.applyAsInt(from);
            if (p <= to) {
                return p;
            }
            failure = truncated();
        } catch (DecodeException e) {
            failure = e.offset() > to ? truncated() : e;
        } catch (IndexOutOfBoundsException e) {
            failure = truncated();
        } catch (StackOverflowError e) {
            failure = DecodeException.at(Kind.DEPTH, to, "text nested too deeply for the stack");
        }
        throw new JsonLocator(b, origin, from, failure, true).located(schema);
    }

    /** A failure with line, column and the offset that users see. */
    public DecodeException located(DecodeException failure) {
        return new JsonLocator(b, origin, from, failure, true).located(null);
    }

    private DecodeException truncated() {
        return DecodeException.at(Kind.TRUNCATED, to, "text ends inside a message");
    }
}

package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.Message;
import dev.fastcodec.thrift.Protocol.Head;
import dev.fastcodec.thrift.ThriftLocator.Input;
import java.util.Objects;

/**
 * A message that came: its envelope, which is read at once, and its body, which is read when it is known of which type it is. Holds on to the array
 * and copies nothing. Not for use by several threads at once.
 *
 * <p>Offsets of failures count from where the message or its frame begins. A failure with {@link Kind#TRUNCATED} or {@link Kind#SIZE} may mean for
 * a transport without frames that more is to come.
 */
public final class Incoming {
    private static final String PATH = "message";
    private static final int NOT_KNOWN = -1;

    private final Protocol protocol;
    private final byte[] array;
    private final int from;
    private final int to;
    private final Envelope envelope;
    private final int body;
    private int end = NOT_KNOWN;

    private Incoming(Protocol protocol, byte[] array, int from, int start, int to) {
        this.protocol = protocol;
        this.array = array;
        this.from = from;
        this.to = to;
        Head head;
        try {
            head = protocol.read(array, start, to);
        } catch (DecodeException e) {
            throw e.offset() > to
                    ? truncated()
                    : new DecodeException(e.kind(), e.getMessage(), e.offset() - from, PATH);
        } catch (IndexOutOfBoundsException e) {
            throw truncated();
        }
        if (head.body() > to) {
            throw truncated();
        }
        this.envelope = head.envelope();
        this.body = head.body();
    }

    /**
     * Reads the envelope of a message that begins at {@code from}.
     *
     * @param to where the bytes that are there end; others may follow the message before it
     * @throws DecodeException when there is no envelope of the protocol, or only the beginning of one
     * @throws IndexOutOfBoundsException when the slice is not within the array
     */
    public static Incoming read(Protocol protocol, byte[] array, int from, int to) {
        Objects.checkFromToIndex(from, to, array.length);
        return new Incoming(protocol, array, from, from, to);
    }

    /** Reads the envelope of a message in a {@link Frame} that begins at {@code from} and has a message of at most {@link Frame#LIMIT} bytes. */
    public static Incoming readFramed(Protocol protocol, byte[] array, int from, int to) {
        return readFramed(protocol, array, from, to, Frame.LIMIT);
    }

    /**
     * Reads the envelope of a message in a {@link Frame} that begins at {@code from}. The message cannot be larger than the frame, whatever follows.
     *
     * @param limit the most bytes that the message may have
     * @throws DecodeException as {@link #read} and {@link Frame#length}, and when not all of the frame is there
     */
    public static Incoming readFramed(Protocol protocol, byte[] array, int from, int to, int limit) {
        int length = Frame.length(array, from, to, limit);
        int left = to - from - Frame.PREFIX;
        if (length > left) {
            throw new DecodeException(
                    Kind.TRUNCATED, "frame of " + length + " bytes where " + left + " are left", to - from, "frame");
        }
        int start = from + Frame.PREFIX;
        return new Incoming(protocol, array, from, start, start + length);
    }

    /** The envelope. */
    public Envelope envelope() {
        return envelope;
    }

    /** The array that was given. */
    public byte[] array() {
        return array;
    }

    /** The index in {@link #array()} at which the body begins. */
    public int bodyBegin() {
        return body;
    }

    /**
     * The index in {@link #array()} behind the body, which for both protocols is the end of the message. Found by walking through the body unless it
     * was read before.
     *
     * @throws DecodeException when the body is no struct, is cut off, or is nested more than 64 deep
     */
    public int bodyEnd() {
        if (end == NOT_KNOWN) {
            end = skip();
        }
        return end;
    }

    /** The index behind the bytes that the message could have: where its frame ends, or where the bytes end that were given. */
    public int limit() {
        return to;
    }

    /**
     * Reads the body.
     *
     * @param codec a codec of the protocol
     * @throws DecodeException when the body is not what the codec reads
     * @throws IllegalArgumentException when the codec is not one of the protocol
     */
    @SuppressWarnings("unchecked") // what the codec makes is a T
    public <T> T body(Codec<T> codec) {
        return (T) read(protocol.codec(codec));
    }

    /** Reads the body of a message of type {@link MessageType#EXCEPTION}. */
    public TApplicationException exception() {
        return body(TApplicationException.codec(protocol));
    }

    private <M extends Message<M>> M read(ThriftCodec<M> codec) {
        M message = codec.make();
        end = codec.read(message, array, from, body, to);
        return message;
    }

    private int skip() {
        ThriftReader r = protocol.reader(to, ThriftCodec.MAX_DEPTH);
        r.depth(0);
        DecodeException failure;
        try {
            int p = r.value(array, body, TType.STRUCT);
            if (p <= to) {
                return p;
            }
            failure = r.truncated();
        } catch (DecodeException | IndexOutOfBoundsException | StackOverflowError e) {
            failure = r.failure(e);
        }
        throw ThriftLocator.located(protocol, ThriftCodec.MAX_DEPTH, new Input(array, from, body, to), failure, null);
    }

    private DecodeException truncated() {
        return new DecodeException(Kind.TRUNCATED, "input ends inside an envelope", to - from, PATH);
    }
}

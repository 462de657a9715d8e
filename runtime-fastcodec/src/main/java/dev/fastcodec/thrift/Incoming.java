package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.thrift.MessageForm.Body;
import dev.fastcodec.thrift.MessageForm.Head;
import dev.fastcodec.thrift.MessageForm.Input;
import java.util.Objects;

/**
 * A message that came: its envelope, which is read at once, and its body, which is read when it is known of which type it is. Holds on to the array
 * and copies nothing. Not for use by several threads at once.
 *
 * <p>Offsets of failures count from where the message begins, which is behind a frame's length. A failure with {@link Kind#TRUNCATED} or {@link Kind#SIZE} may mean for
 * a transport without frames that more is to come.
 */
public final class Incoming {
    private static final int NOT_KNOWN = -1;

    private final Protocol protocol;
    private final byte[] array;
    private final int from;
    private final int to;
    private final Envelope envelope;
    private final int body;
    private int bodyEnd = NOT_KNOWN;

    private Incoming(Protocol protocol, byte[] array, int from, int to) {
        this.protocol = protocol;
        this.array = array;
        this.from = from;
        this.to = to;
        Head head = protocol.form().head(new Input(array, from, from, to));
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
        return new Incoming(protocol, array, from, to);
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
        return new Incoming(protocol, array, start, start + length);
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
     * The index in {@link #array()} behind the body. Found by walking through the body unless it was read before.
     *
     * @throws DecodeException when the body is no struct, is cut off, or is nested more than 64 deep
     */
    public int bodyEnd() {
        if (bodyEnd == NOT_KNOWN) {
            bodyEnd = protocol.form().skip(input(body));
        }
        return bodyEnd;
    }

    /**
     * The index in {@link #array()} behind the message, at which another may begin: that behind the body, or in JSON behind the bracket that follows.
     *
     * @throws DecodeException as {@link #bodyEnd}
     */
    public int end() {
        return protocol.form().end(input(bodyEnd()));
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
        Body read = protocol.form().body(input(body), codec);
        bodyEnd = read.end();
        return (T) read.struct();
    }

    /** Reads the body of a message of type {@link MessageType#EXCEPTION}. */
    public TApplicationException exception() {
        return body(TApplicationException.codec(protocol));
    }

    private Input input(int begin) {
        return new Input(array, from, begin, to);
    }
}

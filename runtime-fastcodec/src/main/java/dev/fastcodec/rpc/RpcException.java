package dev.fastcodec.rpc;

import dev.fastcodec.wkt.Any;
import java.util.List;
import java.util.Objects;

/**
 * A call that failed, for a reason that its service does not declare. Thrown by client stubs; a handler that throws one decides what the caller gets.
 *
 * <p>{@link #isRemote()} tells what the other side answered from what went wrong here. What cannot be written never gets this far: it is a
 * {@link dev.fastcodec.EncodeException}, and nothing was sent. What a Thrift server answered is there as it came: the cause is a
 * {@link dev.fastcodec.thrift.TApplicationException}.
 */
public final class RpcException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Status status;
    private final boolean remote;
    private final transient Metadata trailers;

    /** A failure in words. */
    public RpcException(Status status, String message) {
        this(status, message, null);
    }

    /** A failure in words, and what showed it, or null. */
    public RpcException(Status status, String message, Throwable cause) {
        this(status, message, cause, new Metadata(), false);
    }

    private RpcException(Status status, String message, Throwable cause, Metadata trailers, boolean remote) {
        super(message, cause);
        if (status == Status.OK) {
            throw new IllegalArgumentException("OK is no failure");
        }
        this.status = Objects.requireNonNull(status);
        this.trailers = trailers;
        this.remote = remote;
    }

    /**
     * A failure that the other side answered. For engines.
     *
     * @param message as it came, or null
     * @param trailers as they came
     */
    public static RpcException remote(Status status, String message, Metadata trailers, Throwable cause) {
        return new RpcException(status, message, cause, trailers, true);
    }

    /** The same with trailers, which replace those that it had. */
    public RpcException with(Metadata newTrailers) {
        RpcException e =
                new RpcException(status, getMessage(), getCause(), Objects.requireNonNull(newTrailers), remote);
        e.setStackTrace(getStackTrace());
        return e;
    }

    /**
     * The same with details, as gRPC has them: a {@code google.rpc.Status} in a trailer. Kept by engines whose wire has trailers.
     */
    public RpcException withDetails(List<Any> details) {
        return with(StatusDetails.with(trailers(), status, text(), details));
    }

    /** What kind of failure; never {@link Status#OK}. */
    public Status status() {
        return status;
    }

    /** The message; empty when there is none. */
    public String text() {
        return Objects.requireNonNullElse(getMessage(), "");
    }

    /** Whether the other side answered this, as opposed to what was found here: no connection, no time left, bytes that cannot be read. */
    public boolean isRemote() {
        return remote;
    }

    /** Trailers that came with it or go with it; not copied, and lost when the exception is serialized. */
    public Metadata trailers() {
        return trailers == null ? new Metadata() : trailers;
    }

    /**
     * The details of a {@code google.rpc.Status}; empty when there is none.
     *
     * @throws dev.fastcodec.DecodeException when what is there is not one
     */
    public List<Any> details() {
        return StatusDetails.of(trailers());
    }

    /** The same failure with the stack of the thread that gets it, of which the thread that saw it knows nothing. */
    RpcException here() {
        RpcException e = new RpcException(status, getMessage(), getCause(), trailers(), remote);
        e.addSuppressed(this);
        return e;
    }

    /** Status and message. */
    @Override
    public String toString() {
        return getClass().getName() + ": " + status + (text().isEmpty() ? "" : ": " + text());
    }
}

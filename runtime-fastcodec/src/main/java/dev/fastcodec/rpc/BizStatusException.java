package dev.fastcodec.rpc;

import dev.fastcodec.wkt.Any;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A business error as Kitex has it, its {@code BizStatusError}: the call went well and its answer is no. Thrown by a handler and by the caller's
 * stub; needs a wire that has a place for it, which are TTHeader and gRPC.
 */
public final class BizStatusException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final LinkedHashMap<String, String> extra; // as this class, since it can be serialized
    private final transient Metadata trailers; // null when there are none, or it was serialized

    /** An error without more to say. */
    public BizStatusException(int code, String message) {
        this(code, message, Map.of());
    }

    /**
     * An error.
     *
     * @param code not 0, which is no error for Kitex
     * @param message for people
     * @param extra for programs
     */
    public BizStatusException(int code, String message, Map<String, String> extra) {
        this(code, message, extra, null);
    }

    private BizStatusException(int code, String message, Map<String, String> extra, Metadata trailers) {
        super(Objects.requireNonNull(message));
        if (code == 0) {
            throw new IllegalArgumentException("code 0 is no error");
        }
        this.code = code;
        this.extra = new LinkedHashMap<>(extra);
        this.trailers = trailers;
    }

    /** An error that the other side answered. For engines. */
    public static BizStatusException remote(int code, String message, Map<String, String> extra, Metadata trailers) {
        return new BizStatusException(code, message, extra, Objects.requireNonNull(trailers));
    }

    /** The same with trailers, which replace those that it had. Kept by engines whose wire has trailers. */
    public BizStatusException with(Metadata newTrailers) {
        BizStatusException e = new BizStatusException(code, getMessage(), extra, Objects.requireNonNull(newTrailers));
        e.setStackTrace(getStackTrace());
        return e;
    }

    /** The same with details, as gRPC has them: a {@code google.rpc.Status} in a trailer, which Kitex reads beside a business error too. */
    public BizStatusException withDetails(List<Any> details) {
        return with(StatusDetails.with(trailers(), Status.INTERNAL, getMessage(), details));
    }

    /** The code, which the services agree upon; never 0. */
    public int code() {
        return code;
    }

    /** More for programs, in order; cannot be changed. */
    public Map<String, String> extra() {
        return Collections.unmodifiableMap(extra);
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
}

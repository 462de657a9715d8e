package dev.fastcodec.rpc;

import java.util.Collections;
import java.util.LinkedHashMap;
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
        super(Objects.requireNonNull(message));
        if (code == 0) {
            throw new IllegalArgumentException("code 0 is no error");
        }
        this.code = code;
        this.extra = new LinkedHashMap<>(extra);
    }

    /** The code, which the services agree upon; never 0. */
    public int code() {
        return code;
    }

    /** More for programs, in order; cannot be changed. */
    public Map<String, String> extra() {
        return Collections.unmodifiableMap(extra);
    }
}

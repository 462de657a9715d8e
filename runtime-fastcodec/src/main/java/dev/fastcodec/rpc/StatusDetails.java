package dev.fastcodec.rpc;

import dev.fastcodec.wkt.Any;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A {@code google.rpc.Status}.
 *
 * @param code a number of {@link Status}
 * @param message for developers
 * @param details messages of any type
 */
public record StatusDetails(int code, String message, List<Any> details) {
    /** The trailer that gRPC puts it in. */
    public static final String KEY = "grpc-status-details-bin";

    /** Copies the list. */
    public StatusDetails {
        details = List.copyOf(details);
    }

    /** The bytes. A message that UTF-8 cannot hold does not keep the rest from being told: question marks stand for what it cannot. */
    public byte[] encode() {
        String told = new String(message.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return dev.fastcodec.rpc.bootstrap.Status.PROTO.encode(new dev.fastcodec.rpc.bootstrap.Status()
                .setCode(code)
                .setMessage(told)
                .setDetails(details));
    }

    /**
     * Reads the bytes; fields that are not known are passed over.
     *
     * @throws dev.fastcodec.DecodeException when they are not one
     */
    public static StatusDetails decode(byte[] b) {
        dev.fastcodec.rpc.bootstrap.Status status = dev.fastcodec.rpc.bootstrap.Status.PROTO.decode(b);
        return new StatusDetails(status.getCode(), status.getMessage(), status.getDetails());
    }

    /** Trailers with details among them. */
    static Metadata with(Metadata trailers, Status status, String message, List<Any> details) {
        return new Metadata(trailers).put(KEY, new StatusDetails(status.number(), message, details).encode());
    }

    /** The details among trailers; none when there are none. */
    static List<Any> of(Metadata trailers) {
        byte[] bytes = trailers.getBytes(KEY);
        return bytes == null ? List.of() : decode(bytes).details();
    }
}

package dev.fastcodec.grpc;

import dev.fastcodec.EncodeException;
import dev.fastcodec.rpc.ApplicationErrors;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.StringMap;
import dev.fastcodec.thrift.TApplicationException;
import io.grpc.Status;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What calls fail with, in grpc-java's terms, and the reverse. Codes have the same numbers. A business error is told as Kitex does: a code in a trailer
 * {@code biz-status}, the message in {@code grpc-message}, the rest as a JSON object in {@code biz-extra}, and {@code grpc-status} 13; details as of
 * any other failure.
 */
final class Failures {
    private static final String BIZ_STATUS = "biz-status";
    private static final String BIZ_EXTRA = "biz-extra";
    private static final char LAST_PRINTABLE = '~';

    private Failures() {}

    /**
     * What the caller gets for how a call ended; null when it went well.
     *
     * @param answered whether the server said so
     */
    static @Nullable RuntimeException received(Status status, Metadata trailers, boolean answered) {
        int business = business(trailers);
        if (business != 0) {
            String extra = trailers.get(BIZ_EXTRA);
            return BizStatusException.remote(
                    business,
                    Objects.requireNonNullElse(status.getDescription(), ""),
                    StringMap.read(extra == null ? "" : extra),
                    trailers);
        } else if (status.isOk()) {
            return null;
        }
        dev.fastcodec.rpc.Status ours =
                dev.fastcodec.rpc.Status.forNumber(status.getCode().value());
        return answered
                ? RpcException.remote(ours, status.getDescription(), trailers, status.getCause())
                : new RpcException(ours, status.getDescription(), status.getCause()).with(trailers);
    }

    private static int business(Metadata trailers) {
        String told = trailers.get(BIZ_STATUS);
        try {
            return told == null ? 0 : Integer.parseInt(told);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * The status for what a handler failed with; of what nobody declared it tells strangers nothing.
     *
     * @param trailers gets what goes with it
     */
    static Status answered(Throwable cause, Metadata trailers) {
        if (cause instanceof RpcException e) {
            trailers.addAll(e.trailers());
            return status(e.status()).withDescription(e.getMessage()).withCause(e);
        } else if (cause instanceof BizStatusException e) {
            trailers.addAll(e.trailers());
            trailers.put(BIZ_STATUS, Integer.toString(e.code()));
            if (!e.extra().isEmpty()) {
                trailers.put(BIZ_EXTRA, ascii(StringMap.write(e.extra())));
            }
            return Status.INTERNAL.withDescription(e.getMessage()).withCause(e);
        } else if (cause instanceof TApplicationException e) {
            return status(ApplicationErrors.status(e.getType()))
                    .withDescription(e.getMessage())
                    .withCause(e);
        } else if (cause instanceof EncodeException e) {
            return Status.INTERNAL.withDescription("response cannot be written").withCause(e);
        }
        return Status.UNKNOWN.withCause(cause);
    }

    private static Status status(dev.fastcodec.rpc.Status status) {
        return Status.fromCodeValue(status.number());
    }

    /** Outside of strings JSON has ASCII only, and in strings any character may be escaped. */
    private static String ascii(String json) {
        StringBuilder s = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c > LAST_PRINTABLE) {
                s.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                s.append(c);
            }
        }
        return s.toString();
    }
}

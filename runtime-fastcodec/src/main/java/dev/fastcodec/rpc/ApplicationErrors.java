package dev.fastcodec.rpc;

import dev.fastcodec.thrift.TApplicationException;
import dev.fastcodec.thrift.TApplicationException.Code;

/** Which status a Thrift application exception is, and the reverse. For engines. */
public final class ApplicationErrors {
    private ApplicationErrors() {}

    /** What a caller gets for what a Thrift server answered; the cause is what came. */
    public static RpcException received(TApplicationException e, Metadata trailers) {
        return RpcException.remote(status(e.getType()), e.getMessage(), trailers, e);
    }

    /** The status that a code is nearest to. */
    public static Status status(Code code) {
        return switch (code) {
            case UNKNOWN, UNRECOGNIZED -> Status.UNKNOWN;
            case UNKNOWN_METHOD, UNKNOWN_SERVICE, UNSUPPORTED_CLIENT_TYPE -> Status.UNIMPLEMENTED;
            case INVALID_MESSAGE_TYPE, PROTOCOL_ERROR, INVALID_TRANSFORM, INVALID_PROTOCOL, NO_SERVICE_NAME ->
                Status.INVALID_ARGUMENT;
            case WRONG_METHOD_NAME, BAD_SEQUENCE_ID, MISSING_RESULT, INTERNAL_ERROR -> Status.INTERNAL;
        };
    }

    /**
     * What a Thrift server answers for what a handler failed with: an application exception as it is, a failure with a status as the code that is nearest
     * with its message, and everything else as INTERNAL_ERROR with the text given.
     *
     * @param text what to tell of exceptions that nobody declared
     */
    public static TApplicationException answered(Throwable cause, String text) {
        if (cause instanceof TApplicationException e) {
            return e;
        } else if (cause instanceof RpcException rpc) {
            return rpc.getCause() instanceof TApplicationException e
                    ? e
                    : new TApplicationException(code(rpc.status()), rpc.text());
        }
        return new TApplicationException(Code.INTERNAL_ERROR, text);
    }

    private static Code code(Status status) {
        return switch (status) {
            case UNIMPLEMENTED -> Code.UNKNOWN_METHOD;
            case INVALID_ARGUMENT -> Code.PROTOCOL_ERROR;
            default -> Code.INTERNAL_ERROR;
        };
    }
}

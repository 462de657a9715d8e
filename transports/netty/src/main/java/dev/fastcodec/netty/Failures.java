package dev.fastcodec.netty;

import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.netty.wire.BizStatus;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.thrift.TApplicationException;
import dev.fastcodec.thrift.TApplicationException.Code;
import java.net.SocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What failures are in the terms of stubs, and what they are on the wire. */
final class Failures {
    /** Of Kitex's streams: given up by the caller's code. */
    static final int CANCELLED_BY_USER = 12007;
    /** Of Kitex's streams: the other side found something that must not be. */
    static final int INTERNAL = 12011;
    /** Of Kitex's streams: no time left. */
    static final int STREAM_TIMEOUT = 12015;

    private static final int FIRST_OF_STREAMS = 12001;
    private static final int FIRST_CANCELLED = 12007;
    private static final int LAST_CANCELLED = 12010;
    private static final int CONNECTION_CLOSED = 12013;
    private static final int RECEIVE_TIMEOUT = 12014;
    private static final int TRANSPORT_CLOSING = 12006;

    private Failures() {}

    /** What a caller gets for what the other side answered. */
    static RpcException remote(TApplicationException answer, Metadata trailers) {
        return RpcException.remote(status(answer.typeNumber()), answer.getMessage(), trailers, answer);
    }

    private static Status status(int type) {
        if (type >= FIRST_OF_STREAMS) {
            return statusOfStream(type);
        }
        return switch (TApplicationException.Code.forNumber(type)) {
            case UNKNOWN_METHOD, UNKNOWN_SERVICE, NO_SERVICE_NAME -> Status.UNIMPLEMENTED;
            case INVALID_MESSAGE_TYPE,
                    WRONG_METHOD_NAME,
                    BAD_SEQUENCE_ID,
                    MISSING_RESULT,
                    PROTOCOL_ERROR,
                    INVALID_TRANSFORM,
                    INVALID_PROTOCOL,
                    UNSUPPORTED_CLIENT_TYPE -> Status.INTERNAL;
            case UNKNOWN, INTERNAL_ERROR, UNRECOGNIZED -> Status.UNKNOWN;
        };
    }

    private static Status statusOfStream(int type) {
        if (type >= FIRST_CANCELLED && type <= LAST_CANCELLED) {
            return Status.CANCELLED;
        }
        return switch (type) {
            case TRANSPORT_CLOSING, CONNECTION_CLOSED -> Status.UNAVAILABLE;
            case RECEIVE_TIMEOUT, STREAM_TIMEOUT -> Status.DEADLINE_EXCEEDED;
            default -> Status.INTERNAL;
        };
    }

    /** What a caller gets for a business error. */
    static BizStatusException business(BizStatus error, Metadata trailers) {
        return BizStatusException.remote(error.status(), error.message(), error.extra(), trailers);
    }

    /** What a business error is on the wire. */
    static BizStatus business(BizStatusException error) {
        return new BizStatus(error.code(), Objects.requireNonNullElse(error.getMessage(), ""), error.extra());
    }

    /** What goes with a failure where there is a header. */
    static Metadata trailers(Throwable failure) {
        if (failure instanceof BizStatusException e) {
            return e.trailers();
        }
        return failure instanceof RpcException e ? e.trailers() : new Metadata();
    }

    /** A failure that was found here and is told in Thrift's terms. */
    static RpcException local(Code code, String message) {
        return new RpcException(status(code.number()), message, new TApplicationException(code, message));
    }

    /** A lost connection, or none. */
    static RpcException unavailable(SocketAddress to, String what, @Nullable Throwable cause) {
        String why = cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return new RpcException(Status.UNAVAILABLE, what + " " + to + why, cause);
    }

    /** Bytes that cannot be read. */
    static RpcException unreadable(String what, DecodeException cause) {
        return new RpcException(Status.INTERNAL, what + ": " + cause.getMessage(), cause);
    }

    /** What a server answers for what went wrong with a call. */
    static TApplicationException answer(Throwable failure, Method<?, ?> method) {
        if (failure instanceof TApplicationException e) {
            return e;
        }
        if (failure instanceof RpcException e && e.getCause() instanceof TApplicationException cause) {
            return cause;
        }
        Code code = failure instanceof RpcException e && e.status() == Status.UNIMPLEMENTED
                ? Code.UNKNOWN_METHOD
                : Code.INTERNAL_ERROR;
        return new TApplicationException(code, text(failure, method));
    }

    /** As {@link #answer}, of a stream, which has more numbers for what can go wrong. */
    static TApplicationException answerOfStream(Throwable failure, Method<?, ?> method) {
        TApplicationException answer = answer(failure, method);
        if (failure instanceof RpcException e && answer.getType() == Code.INTERNAL_ERROR) {
            return switch (e.status()) {
                case DEADLINE_EXCEEDED -> answer.copy().typeNumber(STREAM_TIMEOUT);
                case CANCELLED -> answer.copy().typeNumber(CANCELLED_BY_USER);
                default -> answer;
            };
        }
        return answer;
    }

    private static String text(Throwable failure, Method<?, ?> method) {
        if (failure instanceof BizStatusException e) {
            return "business error " + e.code() + ", which this framing cannot carry: " + e.getMessage();
        }
        if (failure instanceof EncodeException e) {
            return "response of " + method.fullName() + " cannot be written: " + e.getMessage();
        }
        return Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getName());
    }
}

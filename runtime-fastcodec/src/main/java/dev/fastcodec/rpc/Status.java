package dev.fastcodec.rpc;

/** How a call ended: the codes of gRPC, with its numbers. */
public enum Status {
    /** It went well. */
    OK,
    /** It was given up, as a rule by the caller. */
    CANCELLED,
    /** Not known: what a handler throws without saying more. */
    UNKNOWN,
    /** The request is wrong whatever the state of the server is. */
    INVALID_ARGUMENT,
    /** The time was over before the answer was there. */
    DEADLINE_EXCEEDED,
    /** What was asked for does not exist. */
    NOT_FOUND,
    /** What was to be made exists. */
    ALREADY_EXISTS,
    /** The caller is known and may not do this. */
    PERMISSION_DENIED,
    /** A quota or a space is used up. */
    RESOURCE_EXHAUSTED,
    /** The server is not in the state that this needs. */
    FAILED_PRECONDITION,
    /** It was given up because of another call at the same time. */
    ABORTED,
    /** A place outside the valid range. */
    OUT_OF_RANGE,
    /** The server has no such service or method. */
    UNIMPLEMENTED,
    /** Something that must hold does not: bytes that cannot be read, a reply to another call. */
    INTERNAL,
    /** The server cannot be reached now. */
    UNAVAILABLE,
    /** Data is lost for good. */
    DATA_LOSS,
    /** The caller did not say who it is. */
    UNAUTHENTICATED;

    private static final Status[] ALL = values();

    /** The number on the wire, 0 to 16. */
    public int number() {
        return ordinal();
    }

    /** The status of a number; {@link #UNKNOWN} for one that is none, as gRPC has it. */
    public static Status forNumber(int number) {
        return number < 0 || number >= ALL.length ? UNKNOWN : ALL[number];
    }
}

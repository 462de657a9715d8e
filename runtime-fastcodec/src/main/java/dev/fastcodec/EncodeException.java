package dev.fastcodec;

/**
 * Tells that a message cannot be written: a string holds an unpaired surrogate, a required field is missing, a union has not exactly one member,
 * the array is too small, the bytes would be more than an array holds, or the nesting is too deep for the stack.
 */
public final class EncodeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong, in one line. */
    public EncodeException(String what) {
        super(what);
    }

    /** What is wrong, in one line, and what showed it. */
    public EncodeException(String what, Throwable cause) {
        super(what, cause);
    }
}

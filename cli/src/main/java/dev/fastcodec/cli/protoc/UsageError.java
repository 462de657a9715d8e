package dev.fastcodec.cli.protoc;

/** Ends the command with a text for standard error, as protoc does, and exit code 1. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A text of one or more lines, without the last line end. */
    UsageError(String text) {
        super(text, null, false, false);
    }

    /** The text. */
    String text() {
        return String.valueOf(getMessage());
    }
}

package dev.fastcodec.idl.diag;

import java.util.Locale;

/**
 * Every text that the compiler says about IDL. Lower case, no full stop; {@code %s} and {@code %d} stand for arguments.
 * The sections are the passes that report them.
 */
public enum Problem {
    // sources
    FILE_NOT_FOUND(Severity.ERROR, "file not found: %s"),

    // notes and help that several passes use
    FIRST_USED_HERE(Severity.NOTE, "first used here"),
    PLACES_TRIED(Severity.HELP, "looked in %s"),
    DID_YOU_MEAN(Severity.HELP, "did you mean %s?");

    private final Severity severity;
    private final String template;

    Problem(Severity severity, String template) {
        this.severity = severity;
        this.template = template;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** The text with its arguments filled in. */
    public String text(Object... arguments) {
        return String.format(Locale.ROOT, template, arguments);
    }
}

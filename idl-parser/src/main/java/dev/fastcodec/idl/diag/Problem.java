package dev.fastcodec.idl.diag;

import java.util.Locale;

/**
 * Every text that the compiler says about IDL. Lower case, no full stop; {@code %s} and {@code %d} stand for arguments.
 * The sections are the passes that report them.
 */
public enum Problem {
    // sources
    FILE_NOT_FOUND(Severity.ERROR, "file not found: %s"),
    IMPORT_NOT_FOUND(Severity.ERROR, "imported file not found: %s"),
    IMPORT_CYCLE(Severity.ERROR, "file imports itself: %s"),
    IMPORT_OF_OTHER_LANGUAGE(Severity.ERROR, "%s is written in another language and cannot be imported here"),
    FILE_UNREADABLE(Severity.ERROR, "cannot read %s: %s"),
    FILE_TOO_LARGE(Severity.ERROR, "%s is too large to be read into memory"),
    FILE_KIND_UNKNOWN(Severity.ERROR, "%s ends in none of %s"),
    FILE_UNDER_NO_ROOT(Severity.ERROR, "%s lies under no folder of the import path"),
    FILE_SHADOWED(Severity.ERROR, "%s is hidden: %s in %s comes first on the import path"),
    INVALID_UTF8(Severity.ERROR, "byte %d of the file is not valid UTF-8"),
    NUL_CHARACTER(Severity.ERROR, "the file holds a NUL character, so it is no text"),
    NAME_A_ROOT(Severity.HELP, "name a folder above it with -I"),

    // output
    OUTPUT_UNWRITABLE(Severity.ERROR, "cannot write %s: %s"),

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

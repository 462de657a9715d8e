package dev.fastcodec.idl.diag;

import java.util.Locale;

/** How bad a problem is. */
public enum Severity {
    /** Nothing is generated. */
    ERROR,
    /** Generated all the same, unless warnings are fatal. */
    WARNING,
    /** A second place that explains the first. */
    NOTE,
    /** What the user can do. */
    HELP;

    /** Lower-case name, as shown. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

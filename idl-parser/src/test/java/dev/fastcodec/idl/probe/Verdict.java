package dev.fastcodec.idl.probe;

import java.util.Locale;

/** What a compiler says of a probe. */
enum Verdict {
    /** It makes code and says nothing. */
    OK,
    /** It makes code and warns. */
    WARNING,
    /** It says what is wrong. */
    ERROR,
    /** It does not come to an end, or only when memory or stack are used up. */
    HANG,
    /** A signal ends it, or it says that it is at fault. */
    CRASH;

    /** The verdict of this name in lower case. */
    static Verdict of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Whether it makes code. */
    boolean accepts() {
        return this == OK || this == WARNING;
    }

    /** The name in lower case. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

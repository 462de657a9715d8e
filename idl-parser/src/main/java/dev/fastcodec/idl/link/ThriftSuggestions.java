package dev.fastcodec.idl.link;

import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Suggestion;
import java.util.Collection;

/** Adds "did you mean …?" to reports until that has taken enough time: thousands of wrong names times thousands of right ones. */
final class ThriftSuggestions {
    private static final long MAX_COMPARISONS = 1_000_000;

    private long comparisons;

    /** Adds the name that was probably meant, if one is near. */
    void help(Diagnostic report, String written, Collection<String> names) {
        if (isSpent()) {
            return;
        }
        comparisons += names.size();
        Suggestion.help(report, written, names);
    }

    /** Whether there will be no more suggestions, so that names need not be collected. */
    boolean isSpent() {
        return comparisons > MAX_COMPARISONS;
    }
}

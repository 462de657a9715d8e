package dev.fastcodec.idl.diag;

import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects reports, so that all of them are told at once. Not thread-safe. */
public final class Diagnostics {
    private final List<Diagnostic> all = new ArrayList<>();

    /** Adds a report at a place (or at none) and returns it for notes and help. */
    public Diagnostic report(Problem problem, @Nullable Span at, Object... arguments) {
        Diagnostic d = new Diagnostic(problem, at, arguments);
        all.add(d);
        return d;
    }

    /** Adds all reports of another collection. */
    public void addAll(Diagnostics other) {
        all.addAll(other.all);
    }

    /** Whether anything reported is an error. */
    public boolean hasErrors() {
        return all.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /** All reports: by file in the order in which files first reported, then by place. */
    public List<Diagnostic> inFileOrder() {
        List<String> files = all.stream()
                .map(d -> d.span() == null ? "" : d.span().source().name())
                .distinct()
                .toList();
        List<Diagnostic> sorted = new ArrayList<>(all);
        sorted.sort((x, y) -> {
            Span a = x.span();
            Span b = y.span();
            int byFile = Integer.compare(
                    files.indexOf(a == null ? "" : a.source().name()),
                    files.indexOf(b == null ? "" : b.source().name()));
            return byFile != 0 || a == null || b == null ? byFile : Integer.compare(a.start(), b.start());
        });
        return sorted;
    }
}

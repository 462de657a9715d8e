package dev.fastcodec.idl.diag;

import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** How many reports there are. */
    public int count() {
        return all.size();
    }

    /** Whether anything reported is an error. */
    public boolean hasErrors() {
        return has(Severity.ERROR);
    }

    /** Whether anything reported is a warning. */
    public boolean hasWarnings() {
        return has(Severity.WARNING);
    }

    private boolean has(Severity severity) {
        for (Diagnostic d : all) {
            if (d.severity() == severity) {
                return true;
            }
        }
        return false;
    }

    /** Forgets the warnings that are not among these. */
    public void keepWarnings(Set<Problem> told) {
        if (all.isEmpty()) {
            return;
        }
        all.removeIf(d -> d.severity() == Severity.WARNING && !told.contains(d.problem()));
    }

    /** All reports: by file in the order in which files first reported, then by place. */
    public List<Diagnostic> inFileOrder() {
        Map<String, Integer> files = new HashMap<>();
        for (Diagnostic d : all) {
            files.putIfAbsent(fileName(d), files.size());
        }
        List<Diagnostic> sorted = new ArrayList<>(all);
        sorted.sort((a, b) -> {
            int byFile = Integer.compare(files.getOrDefault(fileName(a), 0), files.getOrDefault(fileName(b), 0));
            return byFile != 0 ? byFile : Integer.compare(start(a), start(b));
        });
        return sorted;
    }

    private static int start(Diagnostic d) {
        Span span = d.span();
        return span == null ? 0 : span.start();
    }

    private static String fileName(Diagnostic d) {
        Span span = d.span();
        return span == null ? "" : span.source().name();
    }
}

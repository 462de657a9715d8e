package dev.fastcodec.idl.diag;

import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One report: a problem, where it is, and the notes and help that explain it. */
public final class Diagnostic {
    private final Problem problem;
    private final String message;
    private final @Nullable Span span;
    private final List<Diagnostic> details = new ArrayList<>();

    Diagnostic(Problem problem, @Nullable Span span, Object... arguments) {
        this.problem = problem;
        this.span = span;
        this.message = problem.text(arguments);
    }

    /** Adds a note at another place; returns this report. */
    public Diagnostic note(Problem note, Span at, Object... arguments) {
        details.add(new Diagnostic(note, at, arguments));
        return this;
    }

    /** Adds a line of help; returns this report. */
    public Diagnostic help(Problem help, Object... arguments) {
        details.add(new Diagnostic(help, null, arguments));
        return this;
    }

    /** Which problem. */
    public Problem problem() {
        return problem;
    }

    /** How bad it is. */
    public Severity severity() {
        return problem.severity();
    }

    /** The text with arguments. */
    public String message() {
        return message;
    }

    /** The text with arguments and, for a warning, the name in brackets by which it is silenced. */
    String messageWithLabel() {
        return severity() == Severity.WARNING ? message + " [" + problem.label() + "]" : message;
    }

    /** Where, or null when it is about no place in a file. */
    public @Nullable Span span() {
        return span;
    }

    /** Notes and help in the order added. */
    public List<Diagnostic> details() {
        return List.copyOf(details);
    }
}

package dev.fastcodec.cli.protoc;

import dev.fastcodec.codegen.dynamic.TextReport;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.diag.Severity;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was found, a line each, as protoc does: {@code file:line:column: message}, or as Visual Studio has it. Columns
 * count bytes, and a tab goes to the next multiple of 8.
 *
 * @param msvs whether as Visual Studio has it
 */
record Reports(boolean msvs) {
    private static final int TAB = 8;
    private static final Set<Problem> NEVER_FATAL = Set.of(Problem.SYNTAX_MISSING, Problem.GENERIC_SERVICES);

    /** The lines for all that was found in files. */
    List<String> lines(Diagnostics diagnostics, SourceTree tree) {
        return diagnostics.inFileOrder().stream()
                .map(diagnostic -> line(diagnostic, tree))
                .toList();
    }

    /** Whether there are warnings that {@code --fatal_warnings} is about, which is not so for all. */
    static boolean hasWarnings(Diagnostics diagnostics) {
        return diagnostics.inFileOrder().stream()
                .anyMatch(d -> d.severity() == Severity.WARNING && !NEVER_FATAL.contains(d.problem()));
    }

    private String line(Diagnostic diagnostic, SourceTree tree) {
        boolean warning = diagnostic.severity() == Severity.WARNING;
        String message = diagnostic.message() + details(diagnostic);
        Span span = diagnostic.span();
        if (span == null) {
            return (warning ? "warning: " : "") + message;
        }
        Optional<String> disk = tree.diskName(span.source().name());
        // The text of a file that is known by its descriptor is ours: places in it mean nothing to the user.
        return disk.isEmpty()
                ? span.source().name() + (warning ? ": warning: " : ": ") + message
                : line(disk.get(), span.line(), column(span), warning, message);
    }

    /** The line of a report about text-format input. */
    String line(TextReport report) {
        return line("input", report.line(), report.column(), report.warning(), report.message());
    }

    private String line(String file, int line, int column, boolean warning, String message) {
        String place = msvs
                ? file + "(" + line + ") : " + (warning ? "warning" : "error") + " in column=" + column
                : file + ":" + line + ":" + column;
        return place + (warning ? ": warning: " : ": ") + message;
    }

    /** Notes and help in the same line. */
    private static String details(Diagnostic diagnostic) {
        List<String> details = new ArrayList<>();
        for (Diagnostic detail : diagnostic.details()) {
            Span span = detail.span();
            String file = span == null || span.source() == sourceOf(diagnostic)
                    ? ""
                    : span.source().name() + ":";
            details.add(detail.message() + (span == null ? "" : " at " + file + span.line() + ":" + column(span)));
        }
        return details.isEmpty() ? "" : " (" + String.join("; ", details) + ")";
    }

    private static @Nullable Source sourceOf(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        return span == null ? null : span.source();
    }

    private static int column(Span span) {
        Source source = span.source();
        String before = source.text().substring(source.lineStart(span.line()), span.start());
        int column = 1;
        for (byte b : before.getBytes(StandardCharsets.UTF_8)) {
            column += b == '\t' ? TAB - (column - 1) % TAB : 1;
        }
        return column;
    }
}

package dev.fastcodec.idl.probe;

import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.diag.Severity;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Fastcodec says of a probe.
 *
 * @param problems all that is reported
 * @param reports the same as text
 */
record Ours(Set<Problem> problems, String reports) {
    /** Checks a probe. */
    static Ours of(Probe probe) {
        Diagnostics diagnostics = new Diagnostics();
        try (SourcePath path = SourcePath.of(List.of(Roots.memory(probe.files())))) {
            Idl.load(List.of(Probe.MAIN), path, diagnostics);
        }
        return new Ours(
                diagnostics.inFileOrder().stream().map(Diagnostic::problem).collect(Collectors.toSet()),
                new Renderer(Renderer.Format.TEXT).render(diagnostics));
    }

    /** The verdict. That its file is in no Java package is not what a probe is about. */
    Verdict verdict() {
        if (problems.stream().anyMatch(p -> p.severity() == Severity.ERROR)) {
            return Verdict.ERROR;
        }
        boolean warnings = problems.stream().anyMatch(p -> p != Problem.THRIFT_NO_JAVA_NAMESPACE);
        return warnings ? Verdict.WARNING : Verdict.OK;
    }
}

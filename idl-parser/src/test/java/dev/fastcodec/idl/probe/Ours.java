package dev.fastcodec.idl.probe;

import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.util.List;
import java.util.Set;

/**
 * What Fastcodec says of a probe.
 *
 * @param reports as text
 */
record Ours(Verdict verdict, String reports) {
    /** Checks a probe. That its file is in no Java package is not what a probe is about. */
    static Ours of(Probe probe) {
        Diagnostics diagnostics = new Diagnostics();
        try (SourcePath path = SourcePath.of(List.of(Roots.memory(probe.files())))) {
            Idl.load(List.of(Probe.MAIN), path, diagnostics);
        }
        Set<Problem> told = Problem.warnings();
        told.remove(Problem.THRIFT_NO_JAVA_NAMESPACE);
        diagnostics.keepWarnings(told);
        Verdict verdict =
                diagnostics.hasErrors() ? Verdict.ERROR : diagnostics.hasWarnings() ? Verdict.WARNING : Verdict.OK;
        return new Ours(verdict, new Renderer(Renderer.Format.TEXT).render(diagnostics));
    }
}

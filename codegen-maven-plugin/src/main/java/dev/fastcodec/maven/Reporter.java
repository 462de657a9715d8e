package dev.fastcodec.maven;

import dev.fastcodec.codegen.output.Generation;
import dev.fastcodec.codegen.output.Request;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.diag.Severity;
import dev.fastcodec.idl.source.SourcePath;
import dev.fastcodec.idl.source.Span;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.build.BuildContext;

/**
 * Tells what a run found and did: to the log, and in an IDE as markers in the IDL files. Errors are not logged here: they
 * are the text of the build's failure.
 *
 * @param inIde whether {@code buildContext} makes markers; otherwise it would say a second time what the log says
 */
record Reporter(Log log, BuildContext buildContext, boolean inIde, Request request) {
    /** Logs the warnings, and in an IDE marks everything. */
    void show(Diagnostics diagnostics) {
        if (inIde) {
            request.files().forEach(file -> buildContext.removeMessages(new File(file)));
        }
        Renderer renderer = new Renderer(Renderer.Format.TEXT, false, this::fileName);
        for (Diagnostic d : diagnostics.inFileOrder()) {
            if (d.severity() == Severity.WARNING) {
                log.warn(renderer.render(d).stripTrailing());
            }
            Span span = d.span();
            if (inIde && span != null) {
                buildContext.addMessage(
                        new File(fileName(span.source().name())),
                        span.line(),
                        span.column(),
                        d.message(),
                        d.severity() == Severity.ERROR ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING,
                        null);
            }
        }
    }

    /** All errors as one text. */
    String errors(Diagnostics diagnostics) {
        Renderer renderer = new Renderer(Renderer.Format.TEXT, false, this::fileName);
        StringBuilder text = new StringBuilder("IDL errors:\n");
        for (Diagnostic d : diagnostics.inFileOrder()) {
            if (d.severity() == Severity.ERROR) {
                text.append(renderer.render(d));
            }
        }
        return text.toString();
    }

    /** Logs what was done, and in an IDE refreshes the output folder when something changed. */
    void show(Generation.Outcome outcome, File outputDirectory) {
        if (outcome.upToDate()) {
            log.info("Nothing to generate - all " + outcome.classes() + " classes are up to date");
            return;
        }
        log.info("Generated " + outcome.classes() + " classes from " + outcome.files() + " IDL files, "
                + outcome.written().size() + " written, " + outcome.deleted().size() + " deleted");
        if (!outcome.written().isEmpty() || !outcome.deleted().isEmpty()) {
            buildContext.refresh(outputDirectory);
        }
    }

    private String fileName(String importPath) {
        try (SourcePath path = SourcePath.of(request.roots())) {
            Optional<Path> file = path.file(importPath);
            return file.map(Path::toString).orElse(importPath);
        } catch (IOException e) {
            return importPath;
        }
    }
}

package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.front.Frontend;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.SourcePath;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requested files, then what those import, and so on. Files are parsed in parallel with that, as soon as they are
 * read: by the threads of the common pool, and by this one when it needs a file that none of them has begun.
 */
public final class ImportLoader {
    private final List<Frontend> frontends;
    private final Map<IdlFile.Language, Linker> linkers = new HashMap<>();
    private final SourcePath path;
    private final SourceReader reader;
    private final Diagnostics diagnostics;
    private final Map<String, Loaded> byPath = new HashMap<>();
    private final List<Loaded> files = new ArrayList<>();

    private ImportLoader(List<Frontend> frontends, List<Linker> linkers, SourcePath path, Diagnostics diagnostics) {
        this.frontends = frontends;
        linkers.forEach(l -> this.linkers.put(l.language(), l));
        this.path = path;
        this.reader = new SourceReader(path, diagnostics);
        this.diagnostics = diagnostics;
    }

    /**
     * Loads the files of these import paths and all that they import. What cannot be found or read is reported and left out;
     * warnings are told of requested files only.
     *
     * @return each file after all that it imports
     */
    public static List<ParsedFile> load(
            List<Frontend> frontends,
            List<Linker> linkers,
            List<String> importPaths,
            SourcePath path,
            Diagnostics diagnostics) {
        ImportLoader loader = new ImportLoader(frontends, linkers, path, diagnostics);
        List<Loaded> requested = new ArrayList<>();
        for (String importPath : importPaths) {
            Loaded file = loader.request(importPath);
            if (file != null) {
                requested.add(file);
            }
        }
        loader.readAll();
        return ImportOrder.order(requested, diagnostics);
    }

    /** A file on its way: {@code ast} is null until its turn to be followed has come. */
    static final class Loaded {
        final Source source;
        final Frontend frontend;
        final boolean requested;
        final List<Edge> edges = new ArrayList<>();
        final FutureTask<Parsed> parsing;

        @Nullable
        IdlFile ast;

        boolean complete = true;

        Loaded(Source source, Frontend frontend, boolean requested) {
            this.source = source;
            this.frontend = frontend;
            this.requested = requested;
            this.parsing = new FutureTask<>(this::parse);
        }

        private Parsed parse() {
            Diagnostics own = new Diagnostics();
            return new Parsed(frontend.parse(source, own), own);
        }

        /** What it says, parsed here unless another thread has begun to. */
        Parsed parsed() {
            parsing.run();
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return parsing.get();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        IdlFile ast() {
            return Objects.requireNonNull(ast);
        }
    }

    /** An import that was found. */
    record Edge(Decl.Import decl, Loaded target) {}

    private record Parsed(IdlFile ast, Diagnostics diagnostics) {}

    private @Nullable Loaded request(String importPath) {
        Frontend frontend = frontendOf(importPath);
        if (frontend == null) {
            List<String> endings = frontends.stream().map(Frontend::extension).toList();
            diagnostics.report(Problem.FILE_KIND_UNKNOWN, null, importPath, String.join(", ", endings));
            return null;
        }
        SourceReader.Result result = reader.read(importPath, null);
        if (result.source() == null) {
            if (!result.reported()) {
                notFound(Problem.FILE_NOT_FOUND, null, importPath);
            }
            return null;
        }
        return enter(result.source(), frontend, true);
    }

    /** By the name's ending, unless there is no choice. */
    private @Nullable Frontend frontendOf(String importPath) {
        for (Frontend frontend : frontends) {
            if (importPath.endsWith(frontend.extension())) {
                return frontend;
            }
        }
        return frontends.size() == 1 ? frontends.get(0) : null;
    }

    private Loaded enter(Source source, Frontend frontend, boolean requested) {
        Loaded file = new Loaded(source, frontend, requested);
        byPath.put(source.name(), file);
        files.add(file);
        ForkJoinPool.commonPool().execute(file.parsing);
        return file;
    }

    private Diagnostic notFound(Problem problem, @Nullable Span at, String importPath) {
        return diagnostics.report(problem, at, importPath).help(Problem.PLACES_TRIED, path.describe());
    }

    private void readAll() {
        // Following a file adds those that it imports at the end.
        for (int i = 0; i < files.size(); i++) {
            Loaded file = files.get(i);
            Parsed result = file.parsed();
            file.ast = result.ast();
            file.complete = !result.diagnostics().hasErrors();
            if (!file.requested) {
                result.diagnostics().keepWarnings(Set.of());
            }
            diagnostics.addAll(result.diagnostics());
            followImports(file);
        }
    }

    private void followImports(Loaded file) {
        for (Decl decl : file.ast().decls()) {
            if (decl instanceof Decl.Import anImport) {
                Linker linker = Objects.requireNonNull(linkers.get(file.ast().language()));
                List<String> candidates = linker.candidates(file.source.name(), anImport);
                if (!candidates.isEmpty() && !follow(file, anImport, candidates)) {
                    file.complete = false;
                }
            }
        }
    }

    private boolean follow(Loaded file, Decl.Import anImport, List<String> candidates) {
        Span at = anImport.path().span();
        for (String candidate : candidates) {
            Loaded target = byPath.get(candidate);
            if (target == null) {
                SourceReader.Result result = reader.read(candidate, at);
                if (result.reported()) {
                    return false;
                }
                if (result.source() == null) {
                    continue;
                }
                Frontend byEnding = frontendOf(candidate);
                target = enter(result.source(), byEnding == null ? file.frontend : byEnding, false);
            }
            if (target.frontend != file.frontend) {
                diagnostics.report(Problem.IMPORT_OF_OTHER_LANGUAGE, at, candidate);
                return false;
            }
            file.edges.add(new Edge(anImport, target));
            return true;
        }
        notFound(Problem.IMPORT_NOT_FOUND, at, anImport.path().text());
        return false;
    }
}

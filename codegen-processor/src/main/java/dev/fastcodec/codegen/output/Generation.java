package dev.fastcodec.codegen.output;

import dev.fastcodec.codegen.Codegen;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.source.FoundFile;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/**
 * One whole run, from IDL files to a folder of Java. The steps:
 *
 * <ol>
 *   <li>the state of the last run is read: when the request, every file that was read and every file that was made are
 *       still the same, all is done;
 *   <li>{@link Idl} loads the schema, {@link Codegen} makes the text; with errors the run ends here and has touched nothing;
 *   <li>{@link Outputs} writes what differs, deletes what is stale, and remembers the state.
 * </ol>
 */
public final class Generation {
    private Generation() {}

    /**
     * What a run did.
     *
     * @param upToDate whether there was nothing to do
     * @param files how many IDL files were asked for
     * @param classes how many Java files there are for them
     * @param written paths of the files written, below the output folder
     * @param deleted paths of the files deleted
     */
    public record Outcome(boolean upToDate, int files, int classes, List<String> written, List<String> deleted) {}

    /**
     * Runs.
     *
     * @return what was done, or empty when {@code diagnostics} got errors and nothing was touched
     * @throws InternalFault when Fastcodec itself fails
     */
    public static Optional<Outcome> run(Request request, Target target, Diagnostics diagnostics) {
        try {
            State state = State.read(target.state());
            if (isUpToDate(state, request, target)) {
                return Optional.of(new Outcome(
                        true, request.files().size(), state.outputs().size(), List.of(), List.of()));
            }
            return generate(request, target, diagnostics);
        } catch (IOException e) {
            report(e, diagnostics);
            return Optional.empty();
        }
    }

    /**
     * The Java of a request, touching nothing.
     *
     * @return text by path, or empty when {@code diagnostics} got errors
     * @throws InternalFault when Fastcodec itself fails
     */
    public static Optional<Map<String, String>> text(Request request, Diagnostics diagnostics) {
        try (SourcePath path = SourcePath.of(request.roots())) {
            return load(request, path, diagnostics).map(schema -> text(request, schema));
        }
    }

    /**
     * Only parses, links and reports; true when there is no error.
     *
     * @throws InternalFault when Fastcodec itself fails
     */
    public static boolean check(Request request, Diagnostics diagnostics) {
        try (SourcePath path = SourcePath.of(request.roots())) {
            return load(request, path, diagnostics).isPresent();
        }
    }

    private static Optional<Outcome> generate(Request request, Target target, Diagnostics diagnostics)
            throws IOException {
        Map<String, String> hashes = new ConcurrentHashMap<>();
        List<Root> roots = new ArrayList<>();
        request.roots().forEach(root -> roots.add(new Recorded(root, hashes)));
        try (SourcePath path = SourcePath.of(roots)) {
            Schema schema = load(request, path, diagnostics).orElse(null);
            if (schema == null) {
                return Optional.empty();
            }
            Map<String, String> files = text(request, schema);
            State run = state(request, target, schema, path, hashes);
            Set<String> requested = new TreeSet<>();
            schema.requested().forEach(file -> requested.add(file.info().path()));
            Outputs.Changes changes =
                    new Outputs(target.folder(), target.state()).write(files, run, stale(target, requested));
            return Optional.of(
                    new Outcome(false, requested.size(), files.size(), changes.written(), changes.deleted()));
        }
    }

    private static Optional<Schema> load(Request request, SourcePath path, Diagnostics diagnostics) {
        try {
            Schema schema = Idl.load(request.files(), path, request.options().implicitIds(), diagnostics);
            if (!diagnostics.hasErrors()) {
                for (Service service : Codegen.withoutBase(schema, request.options(), name -> has(path, name))) {
                    diagnostics
                            .report(
                                    Problem.BASE_WITHOUT_CLASS,
                                    service.span(),
                                    service.name(),
                                    Objects.requireNonNull(service.base())
                                            .file()
                                            .path())
                            .help(Problem.BASE_NEEDS_SERVICES);
                }
            }
            diagnostics.keepWarnings(request.options().warnings());
            if (request.options().fatalWarnings() && diagnostics.hasWarnings() && !diagnostics.hasErrors()) {
                diagnostics.report(Problem.WARNINGS_FATAL, null);
            }
            return diagnostics.hasErrors() ? Optional.empty() : Optional.of(schema);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new InternalFault(request.files(), e);
        }
    }

    private static boolean has(SourcePath path, String name) {
        try {
            return path.find(name).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, String> text(Request request, Schema schema) {
        try {
            return Codegen.generate(schema, request.options());
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new InternalFault(request.files(), e);
        }
    }

    private static boolean isUpToDate(State state, Request request, Target target) {
        if (!state.key().equals(request.key())) {
            return false;
        }
        try (SourcePath path = SourcePath.of(request.roots())) {
            for (Map.Entry<String, State.Output> output : state.outputs().entrySet()) {
                byte[] bytes = Files.readAllBytes(target.folder().resolve(output.getKey()));
                if (!Hash.of(bytes).equals(output.getValue().hash())) {
                    return false;
                }
            }
            for (Map.Entry<String, String> input : state.inputs().entrySet()) {
                if (!hash(path, input.getKey()).equals(input.getValue())) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            // Something is gone or cannot be read: the run itself finds out what, and reports it where it belongs.
            return false;
        }
    }

    private static String hash(SourcePath path, String importPath) throws IOException {
        return path.find(importPath).map(FoundFile::bytes).map(Hash::of).orElse("");
    }

    private static State state(
            Request request, Target target, Schema schema, SourcePath path, Map<String, String> hashes)
            throws IOException {
        Map<String, String> inputs = new TreeMap<>();
        Map<String, String> sources = new TreeMap<>();
        Path folder = target.folder().toAbsolutePath().normalize();
        for (SchemaFile file : schema.files()) {
            String name = file.info().path();
            String hash = hashes.get(name);
            inputs.put(name, hash == null ? hash(path, name) : hash);
            Path source = file.requested() ? path.file(name).orElse(null) : null;
            if (source != null) {
                Path absolute = source.toAbsolutePath().normalize();
                boolean relative = Objects.equals(absolute.getRoot(), folder.getRoot());
                sources.put(name, (relative ? folder.relativize(absolute) : absolute).toString());
            }
        }
        return new State(request.key(), inputs, sources, Map.of(), Map.of());
    }

    /** Which outputs of earlier runs go when this run does not make them. */
    private static BiPredicate<State, String> stale(Target target, Set<String> requested) {
        return (before, origin) -> {
            if (target.whole() || requested.contains(origin)) {
                return true;
            }
            String source = before.sources().get(origin);
            return source != null && !Files.exists(target.folder().resolve(source));
        };
    }

    private static void report(IOException e, Diagnostics diagnostics) {
        String file = e instanceof FileSystemException f ? String.valueOf(f.getFile()) : "the output";
        String reason = e instanceof FileSystemException f && f.getReason() != null
                ? f.getReason()
                : e.getClass().getSimpleName();
        diagnostics.report(Problem.OUTPUT_UNWRITABLE, null, file, reason);
    }
}

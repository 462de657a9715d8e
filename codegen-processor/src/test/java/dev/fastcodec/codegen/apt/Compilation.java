package dev.fastcodec.codegen.apt;

import dev.fastcodec.IdlSource;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** A run of a compiler with the processor, in folders of its own. */
final class Compilation {
    private final JavaCompiler compiler;
    private final Path work;
    private final List<String> options = new ArrayList<>();
    private final List<Path> sources = new ArrayList<>();
    private final List<String> classPath = new ArrayList<>();

    Compilation(JavaCompiler compiler, Path work) {
        this.compiler = compiler;
        this.work = work;
        classPath.add(place(IdlSource.class));
    }

    /** What came of it; {@code generated} are paths of Java files, sorted. */
    record Result(boolean success, List<Diagnostic<? extends JavaFileObject>> all, List<String> generated) {
        List<Diagnostic<? extends JavaFileObject>> errors() {
            return all.stream()
                    .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                    .toList();
        }

        String text() {
            StringBuilder text = new StringBuilder();
            all.forEach(d -> text.append(d).append('\n'));
            return text.toString();
        }
    }

    Compilation with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    Compilation classPath(Path more) {
        classPath.add(more.toString());
        return this;
    }

    Compilation source(String name, String text) throws IOException {
        Path file = work.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        sources.add(Files.writeString(file, text));
        return this;
    }

    /** Where class files go. */
    Path classes() {
        return work.resolve("classes");
    }

    Result run() throws IOException {
        Path generated = Files.createDirectories(work.resolve("generated"));
        Files.createDirectories(classes());
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-s", generated.toString(), "-d", classes().toString(), "--release", "17"));
        all.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, manager, messages, all, null, manager.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new FastcodecProcessor()));
            boolean success = task.call();
            try (Stream<Path> walk = Files.walk(generated)) {
                List<String> files = walk.filter(p -> p.toString().endsWith(".java"))
                        .map(p -> generated.relativize(p).toString())
                        .sorted()
                        .toList();
                return new Result(success, messages.getDiagnostics(), files);
            }
        }
    }

    private static String place(Class<?> type) {
        try {
            return new File(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.fastcodec.golden.support;

import dev.fastcodec.Extension;
import dev.fastcodec.Message;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.codegen.Codegen;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.plan.ExtensionsPlan;
import dev.fastcodec.codegen.plan.JavaName;
import dev.fastcodec.codegen.plan.Planner;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.TypePlan;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** IDL made into Java, compiled as strictly as javac can, and loaded; all in memory. */
public final class Compiled {
    private static final List<String> JAVAC =
            List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none", "-encoding", "UTF-8", "-Xmaxwarns", "20");

    private final Schema schema;
    private final Map<String, String> sources;
    private final Map<String, byte[]> classes;
    private final Map<String, StructPlan> structs = new LinkedHashMap<>();
    private final List<JavaName> extensionClasses = new ArrayList<>();
    private final ClassLoader loader;

    private Compiled(Schema schema, List<TypePlan> plans, Map<String, String> sources, Map<String, byte[]> classes) {
        this.schema = schema;
        this.sources = sources;
        this.classes = classes;
        this.loader = new Loader(classes);
        plans.forEach(this::collect);
    }

    private void collect(TypePlan plan) {
        if (plan instanceof StructPlan struct) {
            structs.put(struct.name().toString(), struct);
            struct.nested().forEach(this::collect);
        } else if (plan instanceof ExtensionsPlan extensions) {
            extensionClasses.add(extensions.name());
        }
    }

    /** Classes for IDL in memory, text by import path, with all options at their defaults. */
    public static Compiled of(Map<String, String> idl) {
        return of(idl, Options.DEFAULT);
    }

    /** Classes for IDL in memory, text by import path. */
    public static Compiled of(Map<String, String> idl, Options options) {
        try (SourcePath path = SourcePath.of(List.of(Roots.memory(idl)))) {
            return of(List.copyOf(idl.keySet()), path, options);
        }
    }

    /** Classes for files of a source path. */
    public static Compiled of(List<String> files, SourcePath path, Options options) {
        Diagnostics diagnostics = new Diagnostics();
        Schema schema = Idl.load(files, path, options.implicitIds(), diagnostics);
        if (diagnostics.hasErrors()) {
            throw new AssertionError(new Renderer(Renderer.Format.TEXT).render(diagnostics));
        }
        Map<String, String> sources = Codegen.generate(schema, options);
        return new Compiled(schema, Planner.plan(schema, options), sources, compile(sources));
    }

    /** Compiles Java, text by path, against the runtime and the libraries that these classes are of; fails with the compiler's words and the offending source. */
    public static Map<String, byte[]> compile(Map<String, String> sources, Class<?>... libraries) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(InMemoryFiles.source(path, text)));
        List<String> options = new ArrayList<>(JAVAC);
        options.add("-classpath");
        StringBuilder classPath = new StringBuilder();
        classPath.append(whereIs(Message.class)).append(File.pathSeparator).append(whereIs(Nullable.class));
        for (Class<?> library : libraries) {
            classPath.append(File.pathSeparator).append(whereIs(library));
        }
        options.add(classPath.toString());
        try (InMemoryFiles files =
                new InMemoryFiles(javac.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8))) {
            if (!javac.getTask(null, files, problems, options, null, units).call()) {
                throw new AssertionError(explain(problems.getDiagnostics()));
            }
            return files.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads compiled classes. */
    public static ClassLoader loader(Map<String, byte[]> classes) {
        return new Loader(classes);
    }

    private static Path whereIs(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String explain(List<Diagnostic<? extends JavaFileObject>> problems) {
        StringBuilder out = new StringBuilder("generated code does not compile\n");
        problems.stream().limit(20).forEach(p -> out.append(p).append('\n'));
        problems.stream()
                .map(Diagnostic::getSource)
                .filter(Objects::nonNull)
                .limit(1)
                .forEach(s -> out.append(numbered(s)));
        return out.toString();
    }

    private static String numbered(JavaFileObject source) {
        StringBuilder out = new StringBuilder(source.getName()).append('\n');
        try {
            int line = 1;
            for (String text : source.getCharContent(true).toString().split("\n", -1)) {
                out.append(line++).append('\t').append(text).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The schema that was generated from. */
    public Schema schema() {
        return schema;
    }

    /** The Java text, by path. */
    public Map<String, String> sources() {
        return sources;
    }

    /** The class files, by binary name. */
    public Map<String, byte[]> classes() {
        return classes;
    }

    /** The loader of the compiled classes. */
    public ClassLoader loader() {
        return loader;
    }

    /** The plans of all beans of the requested files, nested ones too, by Java name in source form: {@code shop.Order.Line}. */
    public Map<String, StructPlan> structs() {
        return structs;
    }

    /** All extensions that the files declare. */
    public TypeRegistry extensions() {
        List<Extension<?, ?>> all = new ArrayList<>();
        for (JavaName name : extensionClasses) {
            try {
                for (Object extension : (List<?>) type(name).getField("ALL").get(null)) {
                    all.add((Extension<?, ?>) extension);
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return TypeRegistry.of(all);
    }

    /** The bean of this Java name in source form: {@code shop.Order.Line}. */
    public Bean bean(String name) {
        return new Bean(this, Objects.requireNonNull(structs.get(name), name));
    }

    /** The class of a planned type. */
    public Class<?> type(JavaName name) {
        String nested = String.join("$", name.simpleNames());
        return type(name.packageName().isEmpty() ? nested : name.packageName() + "." + nested);
    }

    /** The class of this binary name: {@code shop.Order$Line}. */
    public Class<?> type(String binaryName) {
        try {
            return Class.forName(binaryName, true, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(binaryName, e);
        }
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(Compiled.class.getClassLoader());
            this.classes = classes;
        }

        /** The compiled classes first: the class path may have classes of the same names, made by other compilers. */
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null) {
                    loaded = classes.containsKey(name) ? findClass(name) : super.loadClass(name, resolve);
                }
                return loaded;
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}

package dev.fastcodec.codegen.apt;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.output.Generation;
import dev.fastcodec.codegen.output.InternalFault;
import dev.fastcodec.codegen.output.Request;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.diag.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Generates the types of the IDL files in {@code @IdlSource}. Options are {@code -Afastcodec.path}, folders and jars in
 * which IDL is looked up first, and one for each of {@link Options#ALL}.
 */
public final class FastcodecProcessor extends AbstractProcessor {
    static final String ANNOTATION = "dev.fastcodec.IdlSource";
    private static final String PREFIX = "fastcodec.";
    private static final String PATH = PREFIX + "path";

    /** Annotated elements that were seen, by name: a compiler may show one again in a later round. */
    private final Set<String> seen = new HashSet<>();

    /** Which element a file's types were made for, by import path. */
    private final Map<String, String> owners = new HashMap<>();

    private @Nullable Options options;

    /** For the compiler, which finds processors by their class names. */
    public FastcodecProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(ANNOTATION);
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> names = new TreeSet<>();
        names.add(PATH);
        Options.ALL.forEach(option -> names.add(PREFIX + option.name()));
        return names;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Map<String, String> texts = new HashMap<>();
        try {
            environment.getOptions().forEach((name, value) -> {
                if (!name.startsWith(PREFIX) || name.equals(PATH)) {
                    return;
                }
                if (!getSupportedOptions().contains(name)) {
                    throw new IllegalArgumentException(
                            "unknown option -A" + name + "; known are -A" + String.join(", -A", getSupportedOptions()));
                }
                texts.put(name.substring(PREFIX.length()), String.valueOf(value));
            });
            options = Options.of(texts);
        } catch (IllegalArgumentException e) {
            environment.getMessager().printMessage(Kind.ERROR, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Options chosen = options;
        if (chosen == null) {
            return false;
        }
        Lookup lookup =
                new Lookup(processingEnv.getFiler(), processingEnv.getOptions().getOrDefault(PATH, ""));
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (seen.add(element.toString())) {
                    for (Place place : Place.of(element, ANNOTATION)) {
                        generate(place, new Request(List.of(place.importPath()), List.of(lookup), chosen));
                    }
                }
            }
        }
        return false;
    }

    private void generate(Place place, Request request) {
        String element = place.element().toString();
        String owner = owners.putIfAbsent(place.importPath(), element);
        if (owner != null) {
            tell(Kind.ERROR, place, "the types of " + place.importPath() + " are made for " + owner + " already");
            return;
        }
        Diagnostics diagnostics = new Diagnostics();
        try {
            Map<String, String> files = Generation.text(request, diagnostics).orElse(Map.of());
            for (Diagnostic d : diagnostics.inFileOrder()) {
                Kind kind = d.severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING;
                tell(kind, place, new Renderer(Renderer.Format.TEXT).render(d).stripTrailing());
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(place, file.getKey(), file.getValue());
            }
        } catch (InternalFault e) {
            tell(Kind.ERROR, place, String.valueOf(e.getMessage()));
        }
    }

    private void write(Place place, String path, String text) {
        String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
        try (Writer out =
                processingEnv.getFiler().createSourceFile(name, place.element()).openWriter()) {
            out.write(text);
        } catch (IOException e) {
            tell(Kind.ERROR, place, "cannot write " + path + ": " + e.getMessage());
        }
    }

    private void tell(Kind kind, Place place, String text) {
        processingEnv.getMessager().printMessage(kind, text, place.element(), place.annotation(), place.value());
    }
}

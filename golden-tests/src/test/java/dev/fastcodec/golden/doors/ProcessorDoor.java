package dev.fastcodec.golden.doors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.IdlSource;
import dev.fastcodec.codegen.apt.FastcodecProcessor;
import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Generates by the annotation processor, under javac, which compiles what is generated as well. */
final class ProcessorDoor implements Door {
    @Override
    public void generate(Sources sources, Map<String, String> options, Path output) throws Exception {
        Path classes = Files.createDirectories(output.resolve("classes"));
        List<String> args = new ArrayList<>(List.of(
                "-s", output.toString(), "-d", classes.toString(), "-cp", place(IdlSource.class), "--release", "17"));
        args.add("-Afastcodec.path=" + sources.folder());
        options.forEach((name, value) -> args.add("-Afastcodec." + name + "=" + value));
        String idl = String.join("\", \"", sources.importPaths());
        JavaFileObject user = source("User", "@dev.fastcodec.IdlSource({\"" + idl + "\"}) final class User {}");
        StringWriter said = new StringWriter();
        JavaCompiler.CompilationTask task =
                ToolProvider.getSystemJavaCompiler().getTask(said, null, null, args, null, List.of(user));
        task.setProcessors(List.of(new FastcodecProcessor()));
        assertTrue(task.call(), said::toString);
    }

    private static String place(Class<?> type) throws Exception {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI()).getPath();
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}

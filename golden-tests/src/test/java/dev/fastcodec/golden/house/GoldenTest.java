package dev.fastcodec.golden.house;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.Golden;
import dev.fastcodec.golden.support.SameSchema;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The Java that is made of each case: a folder with IDL, perhaps an {@code options.properties}, and beside them in
 * {@code java} the files expected, all of which compile without a warning.
 */
class GoldenTest {
    private static final Path CASES = Path.of("src/test/resources");

    @TestFactory
    Stream<DynamicTest> generatesWhatIsExpected() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String language : List.of("proto", "thrift")) {
            try (Stream<Path> cases = Files.list(CASES.resolve(language))) {
                cases.filter(Files::isDirectory)
                        .sorted()
                        .forEach(folder -> tests.add(DynamicTest.dynamicTest(
                                language + "/" + folder.getFileName(), () -> check(folder, "." + language))));
            }
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }

    private static void check(Path folder, String extension) throws IOException {
        List<String> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(p -> p.toString().endsWith(extension))
                    .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
        Map<String, String> made;
        try (SourcePath path = SourcePath.of(List.of(Roots.folder(folder)))) {
            Compiled compiled = Compiled.of(files, path, options(folder));
            SameSchema.check(compiled);
            made = compiled.sources();
        }
        Path golden = folder.resolve("java");
        for (Map.Entry<String, String> file : made.entrySet()) {
            Golden.check(golden.resolve(file.getKey()), file.getValue());
        }
        try (Stream<Path> there = Files.walk(golden)) {
            for (Path file : there.filter(Files::isRegularFile).toList()) {
                if (!made.containsKey(golden.relativize(file).toString().replace('\\', '/'))) {
                    Golden.checkNone(file);
                }
            }
        }
    }

    private static Options options(Path folder) throws IOException {
        Properties properties = new Properties();
        Path file = folder.resolve("options.properties");
        if (Files.exists(file)) {
            properties.load(Files.newBufferedReader(file));
        }
        Map<String, String> options = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> options.put(name, properties.getProperty(name)));
        return Options.of(options);
    }
}

package dev.fastcodec.golden.house;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fastcodec.codegen.Codegen;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runtime's well-known types are what Fastcodec makes of Google's files today. */
class SelfHostingTest {
    private static final Path CHECKED_IN = Path.of("../runtime-fastcodec/src/main/java");

    private static final List<String> FILES = Stream.of(
                    "any",
                    "api",
                    "duration",
                    "empty",
                    "field_mask",
                    "source_context",
                    "struct",
                    "timestamp",
                    "type",
                    "wrappers")
            .map(f -> "google/protobuf/" + f + ".proto")
            .toList();

    @Test
    void wellKnownTypesAreGenerated() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Map<String, String> made;
        try (SourcePath path = SourcePath.of(List.of())) {
            Schema schema = Idl.load(FILES, path, diagnostics);
            assertFalse(diagnostics.hasErrors());
            made = Codegen.generate(schema, Options.DEFAULT);
        }
        for (Map.Entry<String, String> file : made.entrySet()) {
            Golden.check(CHECKED_IN.resolve(file.getKey()), file.getValue());
        }
        try (Stream<Path> there = Files.list(CHECKED_IN.resolve("dev/fastcodec/wkt"))) {
            for (Path file : there.toList()) {
                String path = CHECKED_IN.relativize(file).toString().replace('\\', '/');
                if (!made.containsKey(path) && !path.endsWith("package-info.java")) {
                    Golden.checkNone(file);
                }
            }
        }
    }
}

package dev.fastcodec.golden.house;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.protobuf.compiler.PluginProtos;
import dev.fastcodec.codegen.Codegen;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.bootstrap.FileDescriptorProto;
import dev.fastcodec.codegen.image.Image;
import dev.fastcodec.golden.support.Golden;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runtime's well-known types, and the compiler's descriptors, are what Fastcodec makes of Google's files today. */
class SelfHostingTest {
    private static final List<String> WELL_KNOWN = List.of(
            "any",
            "api",
            "duration",
            "empty",
            "field_mask",
            "source_context",
            "struct",
            "timestamp",
            "type",
            "wrappers");

    /** Whatever format a program's own types have, the well-known ones that they refer to must have too. */
    private static final Options RUNTIME_FORMATS = Options.of(Map.of("formats", "proto,text"));

    private static final List<String> COMPILER = List.of("descriptor", "compiler/plugin");

    @Test
    void wellKnownTypesAreGenerated() throws IOException {
        check(
                WELL_KNOWN,
                RUNTIME_FORMATS,
                List.of(),
                Path.of("../runtime-fastcodec/src/main/java"),
                "dev/fastcodec/wkt");
    }

    @Test
    void descriptorsAndPluginProtocolAreGenerated() throws IOException {
        check(
                COMPILER,
                Options.DEFAULT,
                List.of(pluginProto()),
                Path.of("../codegen-processor/src/main/java"),
                "dev/fastcodec/codegen/bootstrap");
    }

    /** No jar has {@code plugin.proto}, but protobuf-java has what protoc made of it. */
    private static Root pluginProto() {
        byte[] descriptor = PluginProtos.getDescriptor().toProto().toByteArray();
        return Image.of(List.of(FileDescriptorProto.PROTO.decode(descriptor))).root();
    }

    private static void check(List<String> names, Options options, List<Root> roots, Path checkedIn, String folder)
            throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Map<String, String> made;
        try (SourcePath path = SourcePath.of(roots)) {
            List<String> files =
                    names.stream().map(f -> "google/protobuf/" + f + ".proto").toList();
            Schema schema = Idl.load(files, path, diagnostics);
            assertFalse(diagnostics.hasErrors());
            made = Codegen.generate(schema, options);
        }
        for (Map.Entry<String, String> file : made.entrySet()) {
            Golden.check(checkedIn.resolve(file.getKey()), file.getValue());
        }
        try (Stream<Path> there = Files.list(checkedIn.resolve(folder))) {
            for (Path file : there.toList()) {
                String path = checkedIn.relativize(file).toString().replace('\\', '/');
                if (!made.containsKey(path) && !path.endsWith("package-info.java")) {
                    Golden.checkNone(file);
                }
            }
        }
    }
}

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
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runtime's well-known types, the compiler's descriptors and what transports say are what Fastcodec makes of their IDL today. */
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
    private static final Options RUNTIME_FORMATS = Options.of(Map.of("formats", "proto,json,text"));

    private static final List<String> COMPILER = List.of("descriptor", "compiler/plugin");

    private static final List<String> GRPC =
            List.of("grpc/reflection/v1/reflection.proto", "grpc/health/v1/health.proto");

    private static final Options MESSAGES_AND_DESCRIPTORS =
            Options.of(Map.of("formats", "proto", "services", "false", "descriptors", "true"));

    private static final Options MESSAGES_TO_READ = Options.of(Map.of("formats", "proto", "unknownFields", "drop"));

    @Test
    void wellKnownTypesAreGenerated() throws IOException {
        check(
                google(WELL_KNOWN),
                RUNTIME_FORMATS,
                List.of(),
                Path.of("../runtime-fastcodec/src/main/java"),
                "dev/fastcodec/wkt");
    }

    @Test
    void descriptorsAndPluginProtocolAreGenerated() throws IOException {
        check(
                google(COMPILER),
                Options.DEFAULT,
                List.of(pluginProto()),
                Path.of("../codegen-processor/src/main/java"),
                "dev/fastcodec/codegen/bootstrap");
    }

    /** Those of grpc-services are in {@code io.grpc}; ours must not be. */
    @Test
    void messagesOfReflectionAndHealthAreGenerated(@TempDir Path folder) throws IOException {
        checkElsewhere(
                GRPC,
                MESSAGES_AND_DESCRIPTORS,
                folder,
                "../transports/grpc/src/main/java",
                "dev.fastcodec.grpc.bootstrap");
    }

    /** That of proto-google-common-protos is in {@code com.google.rpc}; ours must not be. */
    @Test
    void statusIsGenerated(@TempDir Path folder) throws IOException {
        checkElsewhere(
                List.of("google/rpc/status.proto"),
                MESSAGES_TO_READ,
                folder,
                "../runtime-fastcodec/src/main/java",
                "dev.fastcodec.rpc.bootstrap");
    }

    @Test
    void errorOfKitexIsGenerated() throws IOException {
        check(
                List.of("kitex/error.proto"),
                MESSAGES_TO_READ,
                List.of(Roots.folder(Path.of("src/test/resources/selfhosting"))),
                Path.of("../transports/netty/src/main/java"),
                "dev/fastcodec/netty/wire/bootstrap");
    }

    /** Of files on the class path, with another Java package than they name. */
    private static void checkElsewhere(
            List<String> names, Options options, Path folder, String checkedIn, String javaPackage) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream in = SelfHostingTest.class.getResourceAsStream("/" + name)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                Files.writeString(
                        file, text.replaceAll("java_package = \".*\"", "java_package = \"" + javaPackage + "\""));
            }
        }
        check(names, options, List.of(Roots.folder(folder)), Path.of(checkedIn), javaPackage.replace('.', '/'));
    }

    private static List<String> google(List<String> names) {
        return names.stream().map(f -> "google/protobuf/" + f + ".proto").toList();
    }

    /** No jar has {@code plugin.proto}, but protobuf-java has what protoc made of it. */
    private static Root pluginProto() {
        byte[] descriptor = PluginProtos.getDescriptor().toProto().toByteArray();
        return Image.of(List.of(FileDescriptorProto.PROTO.decode(descriptor))).root();
    }

    private static void check(List<String> files, Options options, List<Root> roots, Path checkedIn, String folder)
            throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Map<String, String> made;
        try (SourcePath path = SourcePath.of(roots)) {
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
                // beside them are classes written by hand, which help with them
                if (!made.containsKey(path) && Files.readString(file).startsWith("// Generated by Fastcodec")) {
                    Golden.checkNone(file);
                }
            }
        }
    }
}

package dev.fastcodec.golden.protoc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.codegen.bootstrap.FileDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FileDescriptorSet;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.codegen.descriptor.Descriptors.Details;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published files make the descriptor set of protoc, byte for byte. */
class DescriptorsTest {
    /** Which descriptors are made, and protoc's words for it. */
    private record Mode(boolean imports, Details details, List<String> flags) {}

    private static final List<Mode> MODES = List.of(
            new Mode(false, Details.PLAIN, List.of()),
            new Mode(true, Details.PLAIN, List.of("--include_imports")),
            new Mode(false, new Details(true, false), List.of("--include_source_info")),
            new Mode(
                    true,
                    new Details(true, true),
                    List.of("--include_imports", "--include_source_info", "--retain_options")));

    @TempDir
    Path folder;

    @Test
    void publishedFilesAndGoldenCasesMakeTheSetOfProtoc() throws Exception {
        Path in = folder.resolve("in");
        List<String> names = RealProtos.unpack(in);
        assertTrue(names.size() >= 90, names.size() + " files");
        compare(List.of(in), names);
    }

    @Tag("deep")
    @ParameterizedTest
    @CsvSource({
        "api, 600, ''",
        "grafeas, 20, proto-google-common-protos",
        "grpc-services, 5, proto-google-common-protos",
        "hbase-protocol, 30, ''",
        "hbase-protocol-shaded, 39, ''",
        "jetcd-grpc, 5, ''",
        "proto-google-cloud-bigquerystorage-v1, 7, proto-google-common-protos",
        "proto-google-cloud-pubsub-v1, 2, proto-google-common-protos",
        "proto-google-cloud-spanner-v1, 10, proto-google-common-protos proto-google-iam-v1",
        "proto-google-iam-v1, 5, proto-google-common-protos"
    })
    void filesOfAJarMakeTheSetOfProtoc(String jar, int files, String imported) throws Exception {
        Path in = folder.resolve("in");
        Path imports = folder.resolve("imports");
        List<String> names = RealProtos.unpackJar(jar, in);
        assertTrue(names.size() >= files, names.size() + " files");
        RealProtos.unpack(imports);
        // HBase's jar leaves out a file that it imports, Google's under another path.
        Path relocated = imports.resolve("org/apache/hbase/thirdparty/google/protobuf/any.proto");
        Files.createDirectories(relocated.getParent());
        Files.copy(imports.resolve("google/protobuf/any.proto"), relocated);
        for (String other : imported.split(" ")) {
            if (!other.isEmpty()) {
                RealProtos.unpackJar(other, imports);
            }
        }
        compare(List.of(in, imports), names);
    }

    private void compare(List<Path> roots, List<String> names) throws IOException, InterruptedException {
        Protoc protoc = new Protoc(folder);
        Diagnostics diagnostics = new Diagnostics();
        List<Root> ours = roots.stream().map(Roots::folder).toList();
        try (SourcePath path = SourcePath.of(ours)) {
            Schema schema = Idl.load(names, path, diagnostics);
            assertFalse(diagnostics.hasErrors());
            for (Mode mode : MODES) {
                Protoc.Result theirs = protoc.describe(roots, names, mode.flags());
                assertEquals(0, theirs.exit(), theirs.log());
                FileDescriptorSet set = Descriptors.set(schema, mode.imports(), mode.details());
                check(theirs.set(), FileDescriptorSet.PROTO.encode(set), mode);
            }
        }
    }

    /** Compares whole sets, after each file for itself, so that what differs is told by its name. */
    private static void check(byte[] theirs, byte[] ours, Mode mode) {
        List<FileDescriptorProto> expected =
                FileDescriptorSet.PROTO.decode(theirs).getFile();
        List<FileDescriptorProto> actual = FileDescriptorSet.PROTO.decode(ours).getFile();
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            String name = expected.get(i).getName();
            assertEquals(name, actual.get(i).getName(), () -> "order " + mode.flags());
            assertEquals(expected.get(i), actual.get(i), () -> name + " " + mode.flags());
        }
        assertArrayEquals(theirs, ours, () -> "set " + mode.flags());
    }
}

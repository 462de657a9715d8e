package dev.fastcodec.golden.protoc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.compiler.PluginProtos.CodeGeneratorRequest;
import com.google.protobuf.compiler.PluginProtos.CodeGeneratorResponse;
import dev.fastcodec.cli.Main;
import dev.fastcodec.cli.protoc.Console;
import dev.fastcodec.codegen.plugin.PluginFault;
import dev.fastcodec.codegen.plugin.PluginGuest;
import dev.fastcodec.codegen.plugin.PluginResponse;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.support.Vectors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code protoc-gen-fastcodec} answers requests that protobuf-java makes. */
class GuestTest {
    private static FileDescriptorProto file(String name, String packageName, String... imports) {
        DescriptorProto.Builder message = DescriptorProto.newBuilder().setName("M" + name.replaceAll("\\W", "_"));
        for (String anImport : imports) {
            message.addField(FieldDescriptorProto.newBuilder()
                    .setName("f" + message.getFieldCount())
                    .setNumber(message.getFieldCount() + 1)
                    .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
                    .setType(FieldDescriptorProto.Type.TYPE_MESSAGE)
                    .setTypeName("." + anImport.replaceFirst("/.*", "") + ".M" + anImport.replaceAll("\\W", "_")));
        }
        return FileDescriptorProto.newBuilder()
                .setName(name)
                .setPackage(packageName)
                .setSyntax("proto3")
                .addAllDependency(List.of(imports))
                .addMessageType(message)
                .build();
    }

    private static final List<FileDescriptorProto> FILES = List.of(
            file("a/one.proto", "a"),
            file("a/two.proto", "a", "a/one.proto"),
            file("b/three.proto", "b", "a/two.proto"));

    private static CodeGeneratorRequest.Builder request(String parameter, String... names) {
        return CodeGeneratorRequest.newBuilder()
                .addAllFileToGenerate(List.of(names))
                .setParameter(parameter)
                .addAllProtoFile(FILES);
    }

    private static CodeGeneratorResponse answer(CodeGeneratorRequest request) throws Exception {
        return CodeGeneratorResponse.parseFrom(PluginGuest.answer(request.toByteArray()));
    }

    private static Map<String, String> files(CodeGeneratorRequest request) throws Exception {
        CodeGeneratorResponse response = answer(request);
        assertEquals("", response.getError());
        Map<String, String> files = new TreeMap<>();
        response.getFileList().forEach(file -> assertEquals(null, files.put(file.getName(), file.getContent())));
        return files;
    }

    @Test
    void saysWhatItKnows() throws Exception {
        CodeGeneratorResponse response = answer(request("", "a/one.proto").build());
        assertEquals(3, response.getSupportedFeatures());
        assertEquals(998, response.getMinimumEdition());
        assertEquals(1002, response.getMaximumEdition());
        assertTrue(response.getFile(0).getName().startsWith("a/Ma_one_proto"), response.toString());
    }

    @Test
    void oneCallPerFolderEqualsOneCallForAll() throws Exception {
        Map<String, String> all =
                files(request("", "a/one.proto", "a/two.proto", "b/three.proto").build());
        Map<String, String> parts = new TreeMap<>();
        parts.putAll(files(request("", "a/one.proto", "a/two.proto").build()));
        parts.putAll(files(request("", "b/three.proto").build()));
        assertEquals(6, all.size());
        assertEquals(all, parts);
    }

    @Test
    void takesOptionsWithLists() throws Exception {
        String all = files(request("unknownFields=drop,formats=proto,binary,nullAnnotations=jspecify", "a/two.proto")
                        .build())
                .get("a/Ma_two_proto.java");
        assertTrue(
                all.contains("PROTO") && all.contains("@Nullable") && !all.contains("private UnknownFields unknown"),
                all);
        String none = files(request("formats=binary", "a/one.proto").build()).get("a/Ma_one_proto.java");
        assertTrue(!none.contains("PROTO"), none);
    }

    @Test
    void tellsWrongOptionsInTheAnswer() throws Exception {
        for (String parameter : List.of("nix=1", "formats=nix", "x", "formats=proto,formats=proto")) {
            CodeGeneratorResponse response =
                    answer(request(parameter, "a/one.proto").build());
            assertTrue(response.getError().matches(".*(option|value).*"), parameter + ": " + response);
            assertEquals(0, response.getFileCount());
        }
    }

    @Test
    void tellsErrorsOfFilesInTheAnswer() throws Exception {
        FileDescriptorProto bad = FILES.get(0).toBuilder()
                .addMessageType(FILES.get(0).getMessageType(0))
                .build();
        CodeGeneratorResponse response = answer(CodeGeneratorRequest.newBuilder()
                .addFileToGenerate(bad.getName())
                .addProtoFile(bad)
                .build());
        assertTrue(response.getError().startsWith("a/one.proto:"), response.getError());
        assertEquals(0, response.getFileCount());
    }

    @Test
    void refusesWhatIsNoRequest() {
        for (byte[] bytes : List.of(
                new byte[] {1, 2, 3},
                request("", "a/nothing.proto").build().toByteArray(),
                CodeGeneratorRequest.newBuilder()
                        .addProtoFile(FILES.get(0).toBuilder().setSyntax("proto9"))
                        .build()
                        .toByteArray())) {
            StringWriter err = new StringWriter();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Console console =
                    new Console(new ByteArrayInputStream(bytes), out, new PrintWriter(err), Path.of(""), Map.of());
            assertEquals(1, Main.run(console, "protoc-gen-fastcodec"), err::toString);
            assertEquals(0, out.size());
            assertTrue(err.toString().startsWith("protoc-gen-fastcodec: the request "), err::toString);
        }
    }

    @Test
    void damagedRequestsAreAnsweredOrRefused() {
        SplittableRandom random = Seed.random("damaged requests");
        byte[] good =
                request("formats=proto", "a/one.proto", "b/three.proto").build().toByteArray();
        for (int i = 0; i < Seed.values(300); i++) {
            byte[] bytes = good.clone();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                PluginResponse.read(PluginGuest.answer(bytes));
            } catch (PluginFault e) {
                assertTrue(e.text().startsWith("the request "), e::text);
            }
        }
    }

    @Test
    void refusesEveryPrefixOfARequest() {
        byte[] whole = request("", "b/three.proto").build().toByteArray();
        for (int n = 1; n < whole.length; n++) {
            byte[] part = java.util.Arrays.copyOf(whole, n);
            try {
                PluginResponse response = PluginResponse.read(PluginGuest.answer(part));
                assertTrue(!response.error().isEmpty() || response.files().size() <= 2, n + " bytes");
            } catch (PluginFault e) {
                assertTrue(e.text().startsWith("the request "), e::text);
            }
        }
    }

    @Test
    void readsTheVectors() {
        Map<String, PluginResponse> read = new TreeMap<>();
        for (Vectors.Vector vector : Vectors.read("protoc-plugin.checked.tsv")) {
            read.put(vector.name(), PluginResponse.read(vector.bytes()));
            assertArrayEquals(
                    vector.bytes(),
                    dev.fastcodec.codegen.bootstrap.CodeGeneratorResponse.PROTO.encode(
                            dev.fastcodec.codegen.bootstrap.CodeGeneratorResponse.PROTO.decode(vector.bytes())));
        }
        PluginResponse files = read.get("V22-response");
        assertEquals(3, files.features());
        assertEquals(998, files.minimumEdition());
        assertEquals(1001, files.maximumEdition());
        assertEquals("A.java", files.files().get(0).name());
        assertArrayEquals(new byte[] {'x'}, files.files().get(0).content());
        assertEquals("boom", read.get("V22b-response-error").error());
    }

    @Test
    void refusesResponsesThatAreCut() {
        byte[] whole = Vectors.read("protoc-plugin.checked.tsv").get(0).bytes();
        assertThrows(
                dev.fastcodec.DecodeException.class,
                () -> PluginResponse.read(java.util.Arrays.copyOf(whole, whole.length - 1)));
    }
}

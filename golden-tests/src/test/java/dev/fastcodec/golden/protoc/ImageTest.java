package dev.fastcodec.golden.protoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileOptions;
import com.google.protobuf.DescriptorProtos.UninterpretedOption;
import dev.fastcodec.codegen.Codegen;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.bootstrap.FileDescriptorSet;
import dev.fastcodec.codegen.image.Image;
import dev.fastcodec.golden.support.Tools;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptors make the same schema as the text that protoc made them of. */
class ImageTest {
    @TempDir
    Path folder;

    @Test
    void descriptorsAndTextMakeTheSameJava() throws Exception {
        List<String> names = RealProtos.unpack(folder.resolve("in"));
        Image image = Image.of(FileDescriptorSet.PROTO
                .decode(compile(folder.resolve("in"), names, "--include_source_info"))
                .getFile());
        Map<String, String> ofText = java(Roots.folder(folder.resolve("in")), names);
        Map<String, String> ofDescriptors = java(image.root(), names);
        assertTrue(ofText.size() >= 300, ofText.size() + " files");
        assertEquals(ofText.keySet(), ofDescriptors.keySet());
        ofText.forEach((path, text) -> assertEquals(text, ofDescriptors.get(path), path));
    }

    @Test
    void theTextOfDescriptorsMakesThemAgain() throws Exception {
        List<String> names = RealProtos.unpack(folder.resolve("in"));
        byte[] before = compile(folder.resolve("in"), names);
        Image image = Image.of(FileDescriptorSet.PROTO.decode(before).getFile());
        for (String name : names) {
            Path file = folder.resolve("again").resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, image.root().read(name).orElseThrow());
        }
        byte[] after = compile(folder.resolve("again"), names);
        var expected = DescriptorProtos.FileDescriptorSet.parseFrom(before);
        var actual = DescriptorProtos.FileDescriptorSet.parseFrom(after);
        for (int i = 0; i < names.size(); i++) {
            assertEquals(expected.getFile(i).toString(), actual.getFile(i).toString());
        }
    }

    @Test
    void refusesTextsThatWouldEndWhatTheyStandIn() {
        String name = "A {} message B";
        FileDescriptorProto file =
                FileDescriptorProto.newBuilder().setName("a.proto").build();
        DescriptorProto message = DescriptorProto.newBuilder().setName("A").build();
        FieldDescriptorProto field = FieldDescriptorProto.newBuilder()
                .setName("f")
                .setNumber(1)
                .setType(FieldDescriptorProto.Type.TYPE_BYTES)
                .build();
        UninterpretedOption.Builder option = UninterpretedOption.newBuilder();
        option.addNameBuilder().setNamePart("deprecated").setIsExtension(false);
        for (FileDescriptorProto.Builder bad : List.of(
                file.toBuilder().addMessageType(message.toBuilder().setName(name)),
                file.toBuilder().setPackage("p; message X {}"),
                file.toBuilder()
                        .addMessageType(
                                message.toBuilder().addField(field.toBuilder().setName("f = 1; int32 g"))),
                file.toBuilder()
                        .addMessageType(message.toBuilder()
                                .addField(field.toBuilder()
                                        .setTypeName(".A x = 9; int32")
                                        .clearType())),
                file.toBuilder()
                        .addMessageType(
                                message.toBuilder().addField(field.toBuilder().setDefaultValue("\"] ; // "))),
                file.toBuilder().addEnumType(EnumDescriptorProto.newBuilder().setName(name)),
                file.toBuilder().addExtension(field.toBuilder().setExtendee("A { } extend B")),
                file.toBuilder()
                        .setOptions(FileOptions.newBuilder()
                                .addUninterpretedOption(option.clone().setIdentifierValue("true; message X {}"))),
                file.toBuilder()
                        .setOptions(FileOptions.newBuilder()
                                .addUninterpretedOption(
                                        option.clone().setAggregateValue("} ; message X { option a = {"))))) {
            byte[] bytes = bad.build().toByteArray();
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Image.of(List.of(dev.fastcodec.codegen.bootstrap.FileDescriptorProto.PROTO.decode(bytes))),
                    bad::toString);
        }
    }

    private static Map<String, String> java(Root root, List<String> names) {
        Diagnostics diagnostics = new Diagnostics();
        try (SourcePath path = SourcePath.of(List.of(root))) {
            Schema schema = Idl.load(names, path, diagnostics);
            String errors = new Renderer(Renderer.Format.TEXT, false, name -> name).render(diagnostics);
            assertEquals(false, diagnostics.hasErrors(), errors);
            return Codegen.generate(schema, Options.DEFAULT);
        }
    }

    private byte[] compile(Path in, List<String> names, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Tools.protoc().toString());
        command.addAll(List.of("-I" + in, "-o" + folder.resolve("set.pb"), "--include_imports"));
        command.addAll(List.of(more));
        command.addAll(names);
        Path log = folder.resolve("log");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertEquals(0, exit, Files.readString(log));
        return Files.readAllBytes(folder.resolve("set.pb"));
    }
}

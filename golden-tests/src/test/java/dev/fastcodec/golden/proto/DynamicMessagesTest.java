package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.TextFormat;
import dev.fastcodec.DecodeException;
import dev.fastcodec.codegen.dynamic.DynamicMessage;
import dev.fastcodec.codegen.dynamic.MessageType;
import dev.fastcodec.codegen.dynamic.MessageTypes;
import dev.fastcodec.codegen.dynamic.TextReader;
import dev.fastcodec.codegen.dynamic.TextWriter;
import dev.fastcodec.codegen.dynamic.WireReader;
import dev.fastcodec.codegen.dynamic.WireWriter;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Messages over a schema keep protobuf-java's bytes, and their text means the same to protobuf-java. */
class DynamicMessagesTest {
    private static final int SCHEMAS = 10;
    private static final int MESSAGES_OF_A_TYPE = 30;

    @Test
    void keepBytesAndText() throws Exception {
        SplittableRandom random = Seed.random("dynamic messages");
        Map<String, String> texts = new LinkedHashMap<>();
        List<FileDescriptor> files = new ArrayList<>();
        for (int i = 0; i < SCHEMAS; i++) {
            Map<String, FileDescriptor> built = new LinkedHashMap<>();
            for (FileDescriptorProto file : RandomSchema.of(random, "d" + i)) {
                texts.put(file.getName(), ProtoText.of(file));
                FileDescriptor[] imports =
                        file.getDependencyList().stream().map(built::get).toArray(FileDescriptor[]::new);
                built.put(file.getName(), FileDescriptor.buildFrom(file, imports));
            }
            files.addAll(built.values());
        }
        MessageTypes types = types(texts);
        RandomValues values = new RandomValues(random, true);
        for (FileDescriptor file : files) {
            for (Descriptor type : file.getMessageTypes()) {
                MessageType ours = types.find(type.getFullName()).orElseThrow();
                for (int i = 0; i < Seed.values(MESSAGES_OF_A_TYPE); i++) {
                    check(types, ours, values.message(type));
                }
            }
        }
    }

    private static MessageTypes types(Map<String, String> texts) {
        Diagnostics diagnostics = new Diagnostics();
        try (SourcePath path = SourcePath.of(List.of(Roots.memory(texts)))) {
            MessageTypes types = MessageTypes.of(Idl.load(List.copyOf(texts.keySet()), path, diagnostics));
            assertFalse(diagnostics.hasErrors());
            return types;
        }
    }

    private static void check(MessageTypes types, MessageType type, com.google.protobuf.DynamicMessage theirs)
            throws Exception {
        byte[] bytes = theirs.toByteArray();
        DynamicMessage message = WireReader.read(type, bytes);
        assertArrayEquals(bytes, WireWriter.write(message, false), () -> Seed.describe() + theirs);
        if (message.hasUnknown()) {
            return;
        }
        String text = TextWriter.write(message);
        var back = com.google.protobuf.DynamicMessage.newBuilder(theirs.getDescriptorForType());
        TextFormat.merge(text, back);
        assertEquals(theirs, back.build(), () -> Seed.describe() + text);
        TextReader.Result read = TextReader.read(types, type, text.getBytes(StandardCharsets.US_ASCII));
        assertEquals(List.of(), read.reports(), () -> Seed.describe() + text);
        assertEquals(text, TextWriter.write(read.message().orElseThrow()), Seed.describe());
        String compact = TextFormat.printer().emittingSingleLine(true).printToString(theirs);
        DynamicMessage ofTheirs = TextReader.read(types, type, compact.getBytes(StandardCharsets.UTF_8))
                .message()
                .orElseThrow();
        assertEquals(text, TextWriter.write(ofTheirs), Seed.describe());
    }

    @Test
    void damagedBytesAndTextAreReadOrRefused() {
        Map<String, String> file = Map.of(
                "a.proto",
                "syntax = \"proto2\"; message A { optional A a = 1; repeated group G = 2 { optional string s = 1; }"
                        + " map<int32, A> m = 3; repeated int32 n = 4 [packed = true]; optional double d = 5;"
                        + " reserved \"gone\"; extensions 100 to max; } extend A { optional E e = 100; }"
                        + " enum E { Z = 0; }");
        MessageTypes types = types(file);
        MessageType type = types.find("A").orElseThrow();
        String text = "a { a { d: -1.5e3 } } G { s: \"x\\101\" } m { key: 1 value { n: [1, 2] } } [e]: Z gone: 1 # end";
        byte[] good = WireWriter.write(
                TextReader.read(types, type, text.getBytes(StandardCharsets.UTF_8))
                        .message()
                        .orElseThrow(),
                false);
        SplittableRandom random = Seed.random("damaged dynamic messages");
        for (int i = 0; i < Seed.values(20_000); i++) {
            byte[] bytes = damaged(good, random);
            try {
                TextWriter.write(WireReader.read(type, bytes));
                TextWriter.writeRaw(bytes);
            } catch (DecodeException e) {
                assertNotNull(e.getMessage());
            }
            byte[] damagedText = damaged(text.getBytes(StandardCharsets.UTF_8), random);
            TextReader.Result read = TextReader.read(types, type, damagedText);
            assertEquals(read.message().isEmpty(), read.reports().stream().anyMatch(report -> !report.warning()));
        }
    }

    @Test
    void deepTextIsRefused() {
        MessageTypes types =
                types(Map.of("a.proto", "syntax = \"proto2\"; message A { optional A a = 1; reserved \"b\"; }"));
        MessageType type = types.find("A").orElseThrow();
        for (String field : List.of("a {", "b {", "b: [")) {
            byte[] text = field.repeat(200_000).getBytes(StandardCharsets.US_ASCII);
            assertEquals(1, TextReader.read(types, type, text).reports().size(), field);
        }
    }

    private static byte[] damaged(byte[] good, SplittableRandom random) {
        byte[] bytes = Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length + 1) : good.length);
        for (int n = random.nextInt(4); n > 0 && bytes.length > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}

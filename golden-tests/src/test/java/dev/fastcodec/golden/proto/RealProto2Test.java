package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.codegen.descriptor.Descriptors.Details;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Published proto2: the messages of HBase, with required fields, keep the bytes of protobuf-java, and take what is odd as it does. */
class RealProto2Test {
    private static final Path JAR = Path.of("target/real-protos/hbase-protocol.jar");
    private static final int VALUES = 4000;

    @Test
    @Tag("deep")
    void roundTripsLikeProtobufJava() throws Exception {
        Corpus corpus = corpus();
        int types = corpus.subjects().size();
        assertTrue(types > 250, types + " types");
        new Trials(corpus).run("hbase", VALUES, (subject, message, random) -> {
            byte[] bytes = message.toByteArray();
            assertArrayEquals(bytes, subject.codec().encode(subject.codec().decode(bytes)));
            byte[] odd = new LooseWriter(random).write(message);
            DynamicMessage expected = Canonical.of(DynamicMessage.parseFrom(subject.descriptor(), odd));
            byte[] written = subject.codec().encode(subject.codec().decode(odd));
            assertArrayEquals(
                    expected.toByteArray(),
                    Canonical.of(DynamicMessage.parseFrom(subject.descriptor(), written))
                            .toByteArray());
        });
    }

    private static Corpus corpus() throws Exception {
        List<String> names;
        try (JarFile jar = new JarFile(JAR.toFile())) {
            names = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".proto"))
                    .sorted()
                    .toList();
        }
        Compiled compiled;
        try (SourcePath path = SourcePath.of(List.of(Roots.jar(JAR)))) {
            compiled = Compiled.of(names, path, Options.DEFAULT);
        }
        byte[] set = dev.fastcodec.codegen.bootstrap.FileDescriptorSet.PROTO.encode(
                Descriptors.set(compiled.schema(), true, Details.PLAIN));
        Map<String, FileDescriptor> built = new LinkedHashMap<>();
        for (FileDescriptorProto file : FileDescriptorSet.parseFrom(set).getFileList()) {
            List<FileDescriptor> imports = new ArrayList<>();
            file.getDependencyList().forEach(name -> imports.add(Objects.requireNonNull(built.get(name))));
            built.put(file.getName(), FileDescriptor.buildFrom(file, imports.toArray(new FileDescriptor[0])));
        }
        return Corpus.of(compiled, List.copyOf(built.values()));
    }
}

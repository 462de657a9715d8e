package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Descriptors.Descriptor;
import dev.fastcodec.Codec;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.plan.JavaName;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.SameSchema;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published IDL: every proto3 file of a jar is compiled, and its messages keep the bytes of the jar's own classes. */
class RealIdlTest {
    private static final int MESSAGES_OF_A_TYPE = 20;

    @ParameterizedTest
    @CsvSource({"com.google.rpc.Status, 60, 150", "io.opentelemetry.proto.trace.v1.Span, 11, 40"})
    void roundTripsLikeProtobufJava(String witness, int files, int types) throws Exception {
        Path jar = jarOf(witness);
        List<String> names = protos(jar);
        assertTrue(names.size() >= files, names.size() + " files");
        Compiled compiled;
        try (SourcePath path = SourcePath.of(List.of(Roots.jar(jar)))) {
            compiled = Compiled.of(names, path, Options.DEFAULT);
        }
        assertTrue(SameSchema.check(compiled) > types);
        SplittableRandom random = new SplittableRandom(Seed.value());
        RandomValues values = new RandomValues(random, true);
        int compared = 0;
        for (StructPlan plan : compiled.structs().values()) {
            Descriptor descriptor = descriptor(plan.name());
            if (!descriptor.getFile().toProto().getSyntax().equals("proto3")) {
                continue;
            }
            for (int i = 0; i < MESSAGES_OF_A_TYPE; i++) {
                byte[] theirs = values.message(descriptor).toByteArray();
                assertArrayEquals(theirs, again(compiled.type(plan.name()), theirs), descriptor.getFullName());
            }
            compared++;
        }
        assertTrue(compared >= types, compared + " types");
    }

    @SuppressWarnings("unchecked") // the constant of a generated class
    private static byte[] again(Class<?> type, byte[] bytes) throws ReflectiveOperationException {
        Codec<Object> codec = (Codec<Object>) type.getField("PROTO").get(null);
        return codec.encode(codec.decode(bytes));
    }

    /** From protobuf-java's class, which has the name of ours and comes from the class path. */
    private static Descriptor descriptor(JavaName name) throws ReflectiveOperationException {
        Class<?> theirs = Class.forName(name.packageName() + "." + String.join("$", name.simpleNames()));
        return (Descriptor) theirs.getMethod("getDescriptor").invoke(null);
    }

    private static Path jarOf(String type) throws ClassNotFoundException, URISyntaxException {
        return Path.of(Class.forName(type)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static List<String> protos(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".proto"))
                    .sorted()
                    .toList();
        }
    }
}

package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.google.protobuf.StringValue;
import com.google.rpc.Status;
import dev.fastcodec.Codec;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packages with a suffix: classes of ours beside protobuf-java's for the same file, and messages that go from one to the other. */
class PackageSuffixTest {
    private static Options suffix(String suffix) {
        return Options.of(Map.of("javaPackageSuffix", suffix));
    }

    @Test
    void bothKindsOfClassesLiveInOneProgramAndExchangeBytes() throws Exception {
        Path jar = Path.of(
                Status.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Compiled compiled;
        try (SourcePath path = SourcePath.of(List.of(Roots.jar(jar)))) {
            compiled = Compiled.of(List.of("google/rpc/status.proto"), path, suffix("fast"));
        }
        Bean ours = compiled.bean("com.google.rpc.fast.Status");
        Codec<Object> codec = ours.codec("PROTO");
        Status theirs = Status.newBuilder()
                .setCode(5)
                .setMessage("gone")
                .addDetails(Any.pack(StringValue.of("x")))
                .build();
        Object status = codec.decode(theirs.toByteArray());
        assertEquals("gone", ours.get(status, ours.field(2)));
        assertArrayEquals(theirs.toByteArray(), codec.encode(status));
        assertEquals(theirs, Status.parseFrom(codec.encode(status)));
        List<?> details = (List<?>) ours.get(status, ours.field(3));
        assertEquals(dev.fastcodec.wkt.Any.class, details.get(0).getClass(), "well-known types stay where they are");
    }

    @Test
    void endsThePackagesOfBothLanguagesAndOfFilesWithoutOne() {
        Map<String, String> idl = Map.of(
                "a.proto", "syntax = \"proto3\"; import \"b.proto\"; message A { x.y.B b = 1; }",
                "b.proto", "syntax = \"proto3\"; package x.y; message B {}",
                "c.thrift", "namespace java z\nstruct C {}");
        Compiled compiled = Compiled.of(idl, suffix("p.q"));
        assertTrue(
                compiled.structs().keySet().containsAll(List.of("p.q.A", "x.y.p.q.B", "z.p.q.C")),
                compiled.structs().keySet()::toString);
    }

    @Test
    void refusesWhatIsNoPackage() {
        for (String bad : List.of(".fast", "fast.", "a-b", "class", "1")) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> suffix(bad), bad);
            assertEquals(
                    "\"" + bad
                            + "\" is no value of option \"javaPackageSuffix\", which takes the name of a Java package",
                    e.getMessage());
        }
    }
}

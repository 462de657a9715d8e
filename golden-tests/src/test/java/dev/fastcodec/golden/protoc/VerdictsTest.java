package dev.fastcodec.golden.protoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.codegen.bootstrap.FileDescriptorSet;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.codegen.descriptor.Descriptors.Details;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small inputs for each of protoc's checks: Fastcodec accepts what protoc accepts, with the same descriptors, and refuses what it
 * refuses. What protoc says is recorded; {@code -Dgolden.update=true} asks the real one and records that.
 */
class VerdictsTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    /** Java's strings cannot hold what is no UTF-8, so that defaults with such bytes come out otherwise. */
    private static final List<String> NOT_UTF8 =
            List.of("default octal escape too large", "default hex escapes", "default single surrogate");

    /** One in so many inputs is given to protoc in every build. */
    private static final int SAMPLE = 10;

    @TempDir
    Path folder;

    static Stream<Path> topics() {
        return Verdict.topics().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void judgesAsRecorded(Path topic) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Verdict verdict : Verdict.of(topic)) {
            String ours = ours(verdict);
            boolean good = NOT_UTF8.contains(verdict.name())
                    ? ours.startsWith(Verdict.ACCEPTED)
                    : ours.equals(verdict.recorded());
            if (!good) {
                wrong.add(verdict.name() + ": " + ours + ", recorded is " + verdict.recorded());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void thereAreManyInputs() throws IOException {
        int all = 0;
        for (Path topic : Verdict.topics()) {
            all += Verdict.of(topic).size();
        }
        assertTrue(all >= 1500, all + " inputs");
    }

    @Test
    void protocJudgesASampleAsRecorded() throws Exception {
        for (Path topic : Verdict.topics()) {
            askProtoc(topic, SAMPLE);
        }
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("topics")
    void protocJudgesAsRecorded(Path topic) throws Exception {
        askProtoc(topic, 1);
    }

    private void askProtoc(Path topic, int step) throws IOException, InterruptedException {
        List<Verdict> verdicts = Verdict.of(topic);
        List<String> wrong = new ArrayList<>();
        StringBuilder updated = new StringBuilder(Files.readString(topic));
        for (int i = 0; i < verdicts.size(); i += step) {
            Verdict verdict = verdicts.get(i);
            String theirs = theirs(verdict);
            if (!theirs.equals(verdict.recorded())) {
                wrong.add(verdict.name() + ": " + theirs);
                String head = "=== " + verdict.name() + "\n> ";
                int at = updated.indexOf(head) + head.length();
                updated.replace(at, at + verdict.recorded().length(), theirs);
            }
        }
        if (UPDATE) {
            Files.writeString(topic, updated);
        }
        assertEquals(List.of(), wrong, "recorded otherwise in " + topic);
    }

    private static String ours(Verdict verdict) {
        Diagnostics diagnostics = new Diagnostics();
        try (SourcePath path = SourcePath.of(List.of(Roots.memory(verdict.files())))) {
            Schema schema = Idl.load(List.of(Verdict.MAIN), path, diagnostics);
            if (diagnostics.hasErrors()) {
                return Verdict.REFUSED;
            }
            return accepted(
                    FileDescriptorSet.PROTO.encode(Descriptors.set(schema, false, new Details(true, false))),
                    FileDescriptorSet.PROTO.encode(Descriptors.set(schema, false, new Details(true, true))));
        }
    }

    private String theirs(Verdict verdict) throws IOException, InterruptedException {
        Path in = Files.createTempDirectory(folder, "in");
        for (Map.Entry<String, String> file : verdict.files().entrySet()) {
            Path path = in.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        Path wellKnown = RealProtos.wellKnown(folder.resolve("known"));
        List<Path> roots = List.of(in, wellKnown);
        List<String> main = List.of(Verdict.MAIN);
        Protoc protoc = new Protoc(folder);
        Protoc.Result plain = protoc.describe(roots, main, List.of("--include_source_info"));
        if (plain.exit() != 0) {
            return Verdict.REFUSED;
        }
        Protoc.Result retained = protoc.describe(roots, main, List.of("--include_source_info", "--retain_options"));
        return accepted(plain.set(), retained.set());
    }

    private static String accepted(byte[]... sets) {
        CRC32 sum = new CRC32();
        for (byte[] set : sets) {
            sum.update(set);
        }
        return Verdict.ACCEPTED + String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}

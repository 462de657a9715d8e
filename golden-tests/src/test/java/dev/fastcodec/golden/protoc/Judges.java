package dev.fastcodec.golden.protoc;

import dev.fastcodec.codegen.bootstrap.FileDescriptorSet;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.codegen.descriptor.Descriptors.Details;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import dev.fastcodec.idl.source.Utf8Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/** What Fastcodec and protoc say of small inputs: {@link Verdict#REFUSED}, or accepted with a sum of the descriptors. */
final class Judges {
    private static final List<String> MAIN = List.of(Verdict.MAIN);

    private final Path folder;
    private final Path wellKnown;

    /** Judges that keep their files in a folder. */
    Judges(Path folder) throws IOException {
        this.folder = folder;
        this.wellKnown = RealProtos.wellKnown(folder.resolve("known"));
    }

    /** Fastcodec's verdict on files, by import path. */
    static String ours(Map<String, String> files) {
        Diagnostics diagnostics = new Diagnostics();
        try (SourcePath path = SourcePath.of(List.of(Roots.memory(files)))) {
            Schema schema = Idl.load(MAIN, path, diagnostics);
            if (diagnostics.hasErrors()) {
                return Verdict.REFUSED;
            }
            return accepted(
                    FileDescriptorSet.PROTO.encode(Descriptors.set(schema, false, new Details(true, false))),
                    FileDescriptorSet.PROTO.encode(Descriptors.set(schema, false, new Details(true, true))));
        }
    }

    /** protoc's verdict. */
    String theirs(Map<String, String> files) throws IOException, InterruptedException {
        Path in = Files.createTempDirectory(folder, "in");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = in.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, Utf8Text.encode(file.getValue()));
        }
        List<Path> roots = List.of(in, wellKnown);
        Protoc protoc = new Protoc(folder);
        Protoc.Result plain = protoc.describe(roots, MAIN, List.of("--include_source_info"));
        if (plain.exit() != 0) {
            return Verdict.REFUSED;
        }
        Protoc.Result retained = protoc.describe(roots, MAIN, List.of("--include_source_info", "--retain_options"));
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

package dev.fastcodec.codegen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What tells whether the code in a jar or a folder of classes is still the same. When it was written makes no difference. */
final class CodeHash {
    private CodeHash() {}

    /** Hash of all that is in a jar or below a folder. Of a jar only the directory is read, which has checksums of the entries. */
    static String of(Path code) throws IOException {
        StringJoiner facts = new StringJoiner("\n");
        if (Files.isDirectory(code)) {
            for (Path file : files(code)) {
                facts.add(Hash.of(Files.readAllBytes(file)) + " " + code.relativize(file));
            }
        } else {
            try (ZipFile jar = new ZipFile(code.toFile())) {
                jar.stream()
                        .filter(e -> !e.isDirectory())
                        .map(CodeHash::fact)
                        .sorted()
                        .forEach(facts::add);
            }
        }
        return Hash.of(facts.toString());
    }

    private static String fact(ZipEntry entry) {
        return entry.getName() + " " + entry.getCrc() + " " + entry.getSize();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

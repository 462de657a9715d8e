package dev.fastcodec.golden.protoc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with a command line: {@code args}, one argument a line; {@code stdin} or {@code stdin.hex}; {@code expected.txt};
 * perhaps {@code differs}, which says why our standard error is not protoc's, or with {@code files:} why nothing but the exit
 * code is. All else is what the command finds, {@code x.pb.hex} as bytes.
 */
record ProtocCase(Path folder) {
    private static final List<String> OWN = List.of("args", "stdin", "stdin.hex", "expected.txt", "differs");

    Path expected() {
        return folder.resolve("expected.txt");
    }

    /** What is to be like protoc's. */
    Ran compared(Ran ran) throws IOException {
        Path differs = folder.resolve("differs");
        if (!Files.exists(differs)) {
            return ran;
        }
        return Files.readString(differs).startsWith("files: ") ? ran.exitOnly() : ran.withoutErr();
    }

    private List<String> arguments() throws IOException {
        return Files.readAllLines(folder.resolve("args"));
    }

    private byte[] input() throws IOException {
        Path hex = folder.resolve("stdin.hex");
        if (Files.exists(hex)) {
            return hex(hex);
        }
        Path text = folder.resolve("stdin");
        return Files.exists(text) ? Files.readAllBytes(text) : new byte[0];
    }

    private static byte[] hex(Path file) throws IOException {
        return HexFormat.of().parseHex(Files.readString(file).replaceAll("\\s", ""));
    }

    /** Copies what the command finds. */
    private void copyTo(Path work) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                String name = folder.relativize(file).toString();
                if (Files.isDirectory(file)) {
                    Files.createDirectories(work.resolve(name));
                } else if (name.endsWith(".pb.hex")) {
                    Files.write(work.resolve(name.replaceFirst("\\.hex$", "")), hex(file));
                } else if (!OWN.contains(name) && !name.endsWith(".gitkeep")) {
                    Path copy = Files.copy(file, work.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    copy.toFile().setExecutable(name.contains("protoc-gen"));
                }
            }
        }
    }

    private CommandLine commandLine() throws IOException {
        return new CommandLine(arguments(), input());
    }

    /** Runs it by Fastcodec. */
    Ran ours(Path work) throws IOException {
        copyTo(work);
        return commandLine().ours(work);
    }

    /** Runs it by protoc. */
    Ran theirs(Path protoc, Path work, Path outside) throws IOException, InterruptedException {
        copyTo(work);
        return commandLine().theirs(protoc, work, outside);
    }

    @Override
    public String toString() {
        return String.valueOf(folder.getFileName());
    }
}

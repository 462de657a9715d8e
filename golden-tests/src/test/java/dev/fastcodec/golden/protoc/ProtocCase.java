package dev.fastcodec.golden.protoc;

import dev.fastcodec.cli.Main;
import dev.fastcodec.cli.protoc.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    /** Plugins are looked up in the case's folder {@code bin}, too. */
    private static Map<String, String> environment(Path work) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PATH", work.resolve("bin") + ":" + environment.get("PATH"));
        return environment;
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

    /** Runs it by Fastcodec. */
    Ran ours(Path work) throws IOException {
        copyTo(work);
        Map<String, byte[]> before = Ran.filesIn(work);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input()),
                out,
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                work,
                environment(work));
        List<String> words = new ArrayList<>(List.of("protoc"));
        words.addAll(arguments());
        int exit = Main.run(console, words.toArray(String[]::new));
        console.err().flush();
        return new Ran(exit, out.toByteArray(), err.toByteArray(), Ran.changed(before, Ran.filesIn(work)));
    }

    /** Runs it by protoc. */
    Ran theirs(Path protoc, Path work, Path outside) throws IOException, InterruptedException {
        copyTo(work);
        Map<String, byte[]> before = Ran.filesIn(work);
        Path in = Files.write(outside.resolve("in"), input());
        Path out = outside.resolve("out");
        Path err = outside.resolve("err");
        List<String> words = new ArrayList<>(List.of(protoc.toString()));
        words.addAll(arguments());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(work.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment(work));
        int exit = builder.start().waitFor();
        return new Ran(exit, Files.readAllBytes(out), Files.readAllBytes(err), Ran.changed(before, Ran.filesIn(work)));
    }

    @Override
    public String toString() {
        return String.valueOf(folder.getFileName());
    }
}

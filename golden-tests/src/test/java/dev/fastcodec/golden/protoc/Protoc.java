package dev.fastcodec.golden.protoc;

import dev.fastcodec.golden.support.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Google's protoc in a folder for temporary files. */
final class Protoc {
    private final Path program = Tools.protoc();
    private final Path folder;

    /**
     * What a run gave.
     *
     * @param exit zero when it accepted the files
     * @param set the descriptor set, empty when it refused them
     * @param log what it printed
     */
    record Result(int exit, byte[] set, String log) {}

    Protoc(Path folder) {
        this.folder = folder;
    }

    /** Makes a descriptor set. */
    Result describe(List<Path> roots, List<String> names, List<String> flags) throws IOException, InterruptedException {
        Path out = folder.resolve("set.pb");
        Path log = folder.resolve("log");
        Path arguments = folder.resolve("arguments");
        Files.deleteIfExists(out);
        List<String> lines = new ArrayList<>(flags);
        roots.forEach(root -> lines.add("-I" + root));
        lines.add("-o" + out);
        lines.addAll(names);
        Files.write(arguments, lines);
        int exit = new ProcessBuilder(program.toString(), "@" + arguments)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        byte[] set = exit == 0 ? Files.readAllBytes(out) : new byte[0];
        return new Result(exit, set, new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    }
}

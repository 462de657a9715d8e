package dev.fastcodec.idl.probe;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Asks a real compiler what it says of every probe and compares with what the probes say that it says. Arguments: the folder
 * of probes, {@code apache} or {@code thriftgo}, the compiler's program, and {@code --update} to write what it says down.
 */
final class AskCompiler {
    private static final int SECONDS = 5;
    private static final int SIGNALS = 128;
    private static final String MEMORY_KILOBYTES = "1500000";

    private final String compiler;
    private final String program;
    private final Path folder;

    private AskCompiler(String compiler, String program, Path folder) {
        this.compiler = compiler;
        this.program = program;
        this.folder = folder;
    }

    /** Exits with 1 when a verdict is wrong and is not to be updated. */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean update = args.length > 3 && args[3].equals("--update");
        int asked = 0;
        int wrong = 0;
        for (ProbeFile file : ProbeFile.all(Path.of(args[0]))) {
            for (Probe probe : file.probes()) {
                Path folder = Files.createTempDirectory("probe");
                Verdict said = new AskCompiler(args[1], args[2], folder).ask(probe);
                delete(folder);
                Verdict recorded = probe.verdicts().put(args[1], said);
                asked++;
                if (recorded != said) {
                    wrong++;
                    System.out.println(probe + ": " + args[1] + " says " + said.label() + ", recorded is "
                            + (recorded == null ? "nothing" : recorded.label()));
                }
            }
            if (update) {
                file.write();
            }
        }
        System.out.println(asked + " probes asked, " + wrong + " verdicts " + (update ? "updated" : "wrong"));
        System.exit(wrong > 0 && !update ? 1 : 0);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private Verdict ask(Probe probe) throws IOException, InterruptedException {
        for (String name : probe.files().keySet()) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, probe.files().get(name), StandardCharsets.UTF_8);
        }
        Path out = Files.createDirectory(folder.resolve("out"));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command(out))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return Verdict.HANG;
        }
        return verdict(process.exitValue(), Files.readString(said, StandardCharsets.ISO_8859_1));
    }

    private List<String> command(Path out) {
        if (compiler.equals("thriftgo")) {
            return List.of(program, "-g", "go", "-o", out.toString(), Probe.MAIN);
        }
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "ulimit -v " + MEMORY_KILOBYTES + "; exec \"$@\"", "sh"));
        command.addAll(List.of(program, "--gen", "java", "-o", out.toString(), Probe.MAIN));
        return command;
    }

    private static Verdict verdict(int exit, String said) {
        if (said.contains("bad_alloc") || said.contains("out of memory") || said.contains("stack overflow")) {
            return Verdict.HANG;
        }
        if (exit > SIGNALS || said.contains("goroutine ")) {
            return Verdict.CRASH;
        }
        if (exit != 0) {
            return Verdict.ERROR;
        }
        return said.contains("WARN") ? Verdict.WARNING : Verdict.OK;
    }
}

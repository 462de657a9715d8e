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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arguments of protoc, and what it reads from standard input. */
record CommandLine(List<String> arguments, byte[] input) {
    /** Plugins are looked up in the folder {@code bin} of the folder it runs in, too. */
    private static Map<String, String> environment(Path work) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PATH", work.resolve("bin") + ":" + environment.get("PATH"));
        return environment;
    }

    private List<String> words(String program) {
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(arguments);
        return words;
    }

    /** Runs it in a folder by Fastcodec. */
    Ran ours(Path work) throws IOException {
        Map<String, byte[]> before = Ran.filesIn(work);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input),
                out,
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                work,
                environment(work));
        int exit = Main.run(console, words("protoc").toArray(String[]::new));
        console.err().flush();
        return new Ran(exit, out.toByteArray(), err.toByteArray(), Ran.changed(before, Ran.filesIn(work)));
    }

    /** Runs it in a folder by protoc, with another one for what it reads and prints. */
    Ran theirs(Path protoc, Path work, Path outside) throws IOException, InterruptedException {
        Map<String, byte[]> before = Ran.filesIn(work);
        Path in = Files.write(outside.resolve("in"), input);
        Path out = outside.resolve("out");
        Path err = outside.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(words(protoc.toString()))
                .directory(work.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment(work));
        int exit = builder.start().waitFor();
        return new Ran(exit, Files.readAllBytes(out), Files.readAllBytes(err), Ran.changed(before, Ran.filesIn(work)));
    }
}

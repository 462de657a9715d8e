package dev.fastcodec.cli;

import dev.fastcodec.cli.protoc.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the commands once, so that the launcher can keep the classes that they load in an archive for a quick start. */
public final class WarmUp {
    private WarmUp() {}

    /** Takes a folder with IDL in folders, and one to write to. */
    public static void main(String[] args) throws IOException {
        Path idl = Path.of(args[0]);
        Path output = Path.of(args[1]);
        Files.createDirectories(output);
        List<String> files = files(idl);
        List<String> protos =
                files.stream().filter(file -> file.endsWith(".proto")).toList();
        run(new byte[0], List.of("generate", "-I", args[0], "-o", args[1]), files);
        Path set = output.resolve("set.pb");
        List<String> protoc = List.of(
                "protoc",
                "-I" + idl,
                "--fastcodec_out=" + output,
                "--include_imports",
                "--include_source_info",
                "-o" + set);
        run(new byte[0], protoc, protos);
        byte[] descriptors = Files.readAllBytes(set);
        run(
                descriptors,
                List.of("protoc", "-I.", "--decode=google.protobuf.FileDescriptorSet"),
                List.of("google/protobuf/descriptor.proto"));
        run(request(descriptors), List.of(OtherGrammar.GUEST), List.of());
    }

    /** A request to a plugin that generates nothing; the files of a set and of a request are fields 1 and 15. */
    private static byte[] request(byte[] set) {
        byte[] request = set.clone();
        if (request.length > 0) {
            request[0] = 15 << 3 | 2;
        }
        return request;
    }

    private static List<String> files(Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.map(Path::toString)
                    .filter(name -> name.matches(".*\\.(proto|thrift)"))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    private static void run(byte[] input, List<String> words, List<String> files) {
        List<String> all = new ArrayList<>(words);
        all.addAll(files);
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(input), out, nowhere, Path.of(""), Map.of());
        Main.run(console, all.toArray(String[]::new));
    }
}

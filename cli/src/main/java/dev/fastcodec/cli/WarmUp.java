package dev.fastcodec.cli;

import dev.fastcodec.cli.protoc.Console;
import dev.fastcodec.idl.diag.Diagnostics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs the commands once, so that the launcher can keep the classes that they load in an archive for a quick start. */
public final class WarmUp {
    private final Path output;
    private final List<String> failed = new ArrayList<>();

    private WarmUp(Path output) {
        this.output = output;
    }

    /** Takes a folder to write to, and folders with IDL in folders. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args[0]), List.of(args).subList(1, args.length));
    }

    /** Runs the commands on folders with IDL in folders; returns the command and the last argument of those that failed. */
    static List<String> run(Path output, List<String> folders) throws IOException {
        Files.createDirectories(output);
        WarmUp warmUp = new WarmUp(output);
        for (String folder : folders) {
            warmUp.run(folder);
        }
        HeadStart.compile(new Diagnostics());
        warmUp.run(new byte[0], "protoc", "-I.", "-o" + output.resolve("none.pb"), "no-such-file.proto");
        return warmUp.failed;
    }

    private void run(String idl) throws IOException {
        List<String> files = files(Path.of(idl));
        List<String> protos =
                files.stream().filter(file -> file.endsWith(".proto")).toList();
        run(new byte[0], words(files, "generate", "-I", idl, "-o", output.toString()));
        Path set = output.resolve("set.pb");
        String root = "-I" + idl;
        run(new byte[0], words(protos, "protoc", root, "--fastcodec_out=" + output, "--retain_options", "-o" + set));
        run(new byte[0], words(protos, "protoc", root, "--include_imports", "--include_source_info", "-o" + set));
        byte[] descriptors = Files.readAllBytes(set);
        String type = "--decode=google.protobuf.FileDescriptorSet";
        run(descriptors, "protoc", "-I.", type, "google/protobuf/descriptor.proto");
        run(request(descriptors), OtherGrammar.GUEST);
    }

    private static String[] words(List<String> files, String... first) {
        List<String> words = new ArrayList<>(List.of(first));
        words.addAll(files);
        return words.toArray(String[]::new);
    }

    /** A request to a plugin that generates nothing; the files of a set and of a request are fields 1 and 15. */
    private static byte[] request(byte[] set) {
        byte[] request = set.clone();
        for (int p = 0; p < set.length; ) {
            request[p++] = 15 << 3 | 2;
            int length = 0;
            for (int shift = 0; ; shift += 7) {
                int b = set[p++];
                length |= (b & 0x7F) << shift;
                if (b >= 0) {
                    break;
                }
            }
            p += length;
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

    private void run(byte[] input, String... words) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(input), out, nowhere, Path.of(""), System.getenv());
        if (Main.run(console, words) != 0) {
            failed.add(words[0] + " " + words[words.length - 1]);
        }
    }
}

package dev.fastcodec.golden.protoc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A small command line and what protoc does with it, written as a {@link Verdict} is: {@code > refused}, or {@code > accepted}
 * and the checksum of standard output and of the files that are made. Behind that, before the files it finds: lines that begin
 * with {@code $ } for arguments separated by spaces, with {@code $1 } for one argument, with {@code < } for lines of standard
 * input, and with {@code <: } for bytes of it in hex. No file is called {@code main.proto}; a name
 * that ends with a slash is a folder.
 */
record SmallCommand(String name, String recorded, CommandLine line, Map<String, String> files) {
    /** Where they are kept. */
    static final String FOLDER = "commands";

    /** The commands of a topic. */
    static List<SmallCommand> of(Path topic) throws IOException {
        return Verdict.of(topic).stream().map(SmallCommand::of).toList();
    }

    private static SmallCommand of(Verdict verdict) {
        List<String> arguments = new ArrayList<>();
        StringBuilder input = new StringBuilder();
        for (String line : verdict.files().get(Verdict.MAIN).split("\n")) {
            if (line.startsWith("$ ")) {
                arguments.addAll(List.of(line.substring(2).split(" ")));
            } else if (line.startsWith("$1 ")) {
                arguments.add(line.substring(3));
            } else if (line.startsWith("<: ")) {
                byte[] bytes = HexFormat.of().parseHex(line.substring(3).replace(" ", ""));
                input.append(new String(bytes, StandardCharsets.ISO_8859_1));
            } else if (line.startsWith("< ")) {
                byte[] bytes = (line.substring(2) + "\n").getBytes(StandardCharsets.UTF_8);
                input.append(new String(bytes, StandardCharsets.ISO_8859_1));
            } else {
                throw new IllegalArgumentException(verdict.name() + ": " + line);
            }
        }
        Map<String, String> files = new LinkedHashMap<>(verdict.files());
        files.remove(Verdict.MAIN);
        byte[] bytes = input.toString().getBytes(StandardCharsets.ISO_8859_1);
        return new SmallCommand(verdict.name(), verdict.recorded(), new CommandLine(arguments, bytes), files);
    }

    /** Makes what the command finds. */
    void writeTo(Path work) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = work.resolve(file.getKey());
            if (file.getKey().endsWith("/")) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            path.toFile().setExecutable(file.getKey().startsWith("bin/"));
        }
    }

    /** What a run did, as it is recorded. */
    static String verdict(Ran ran) {
        if (ran.exit() != 0) {
            return ran.exit() == 1 ? Verdict.REFUSED : "exit " + ran.exit();
        }
        CRC32 sum = new CRC32();
        sum.update(ran.out());
        ran.files().forEach((name, content) -> {
            sum.update(name.getBytes(StandardCharsets.UTF_8));
            sum.update(content);
        });
        return Verdict.ACCEPTED + String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}

package dev.fastcodec.golden.protoc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the inputs that a fuzzer kept to Fastcodec and to protoc, and tells where their verdicts or descriptors differ. An input
 * is a main file and further files each below a line {@code -- path}, as the probes are.
 */
final class FuzzVerdicts {
    private static final String FILE = "-- ";
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*";

    private FuzzVerdicts() {}

    /** Takes the folder of inputs; ends with 1 when an input is judged differently. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("fastcodec-fuzz");
        int same = 0;
        int accepted = 0;
        int notText = 0;
        int different = 0;
        Judges judges = new Judges(folder);
        try (Stream<Path> inputs = Files.list(Path.of(args[0]))) {
            for (Path input : inputs.sorted().toList()) {
                Map<String, String> files = files(Files.readAllBytes(input));
                if (files == null) {
                    notText++;
                    continue;
                }
                String theirs = judges.theirs(files);
                String ours = ours(files);
                if (ours.equals(theirs)) {
                    same++;
                    accepted += ours.equals(Verdict.REFUSED) ? 0 : 1;
                } else {
                    different++;
                    System.out.println(input + ": " + ours + ", protoc: " + theirs);
                }
            }
        } finally {
            try (Stream<Path> made = Files.walk(folder)) {
                made.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        System.out.println(same + " judged as by protoc, " + accepted + " of them accepted with the same descriptors; "
                + different + " otherwise; " + notText + " not asked about: no UTF-8");
        System.exit(different == 0 && same > 0 ? 0 : 1);
    }

    private static String ours(Map<String, String> files) {
        try {
            return Judges.ours(files);
        } catch (RuntimeException | StackOverflowError e) {
            return "failed: " + e;
        }
    }

    /** The files of an input; null when they are no text, which Fastcodec refuses and protoc does not. Odd names are left out. */
    private static @Nullable Map<String, String> files(byte[] input) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(input))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
        List<String> parts = List.of(text.split("(?m)^" + FILE, -1));
        Map<String, String> files = new LinkedHashMap<>();
        files.put(Verdict.MAIN, parts.get(0));
        for (String part : parts.subList(1, parts.size())) {
            int end = part.indexOf('\n');
            String name = (end < 0 ? part : part.substring(0, end)).strip();
            if (name.matches(NAME) && files.keySet().stream().noneMatch(n -> clash(n, name))) {
                files.put(name, part.substring(end + 1));
            }
        }
        return files;
    }

    /** Whether two files cannot be on one disk. */
    private static boolean clash(String one, String other) {
        return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
    }
}

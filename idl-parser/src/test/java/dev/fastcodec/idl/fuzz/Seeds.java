package dev.fastcodec.idl.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes what the fuzzer starts from: one file per seed, and a dictionary of the words that several seeds share. Seeds are the IDL of
 * the tests, each folder of it that has a {@code main} file being one seed with all its files, and the probes.
 */
public final class Seeds {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9.]+");
    private static final int SHARED = 4;

    private Seeds() {}

    /**
     * Writes {@code proto.dict}, {@code thrift.dict}, and the folders {@code proto} and {@code thrift}.
     *
     * @param args the folder to write to, then the folders of the tests' resources
     */
    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[0]);
        for (String language : List.of("proto", "thrift")) {
            Set<String> seeds = new LinkedHashSet<>();
            for (String folder : List.of(args).subList(1, args.length)) {
                seeds.addAll(idl(Path.of(folder), "." + language));
            }
            if (language.equals("thrift")) {
                seeds.addAll(probes(Path.of(args[1]).resolve("probes")));
            }
            Path target = Files.createDirectories(out.resolve(language));
            int number = 0;
            for (String seed : seeds) {
                Files.writeString(target.resolve("seed-" + number++), seed, StandardCharsets.ISO_8859_1);
            }
            Files.write(out.resolve(language + ".dict"), words(seeds));
        }
    }

    private static List<String> idl(Path folder, String ending) throws IOException {
        List<Path> files = files(folder, ending);
        List<String> seeds = new ArrayList<>();
        for (Path file : files) {
            StringBuilder seed = new StringBuilder(text(file));
            if (file.getFileName().toString().equals("main" + ending)) {
                for (Path other : files) {
                    if (other.startsWith(file.getParent()) && !other.equals(file)) {
                        String name = file.getParent().relativize(other).toString();
                        seed.append('\n').append(FuzzedFiles.FILE).append(name).append('\n');
                        seed.append(text(other));
                    }
                }
            }
            seeds.add(seed.toString());
        }
        return seeds;
    }

    private static List<String> probes(Path folder) throws IOException {
        List<String> seeds = new ArrayList<>();
        for (Path file : files(folder, ".txt")) {
            List<String> probes = List.of(text(file).split("(?m)^== .*\n"));
            seeds.addAll(probes.subList(1, probes.size()));
        }
        return seeds;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending) && Files.isRegularFile(f))
                    .sorted()
                    .toList();
        }
    }

    /** One character per byte, so that any file comes through. */
    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static List<String> words(Collection<String> seeds) {
        Map<String, Integer> uses = new HashMap<>();
        for (String seed : seeds) {
            Matcher words = WORD.matcher(seed);
            Set<String> own = new LinkedHashSet<>();
            while (words.find()) {
                own.add(words.group());
            }
            own.forEach(w -> uses.merge(w, 1, Integer::sum));
        }
        return uses.keySet().stream()
                .filter(w -> uses.get(w) >= SHARED)
                .sorted()
                .map(w -> '"' + w + '"')
                .toList();
    }
}

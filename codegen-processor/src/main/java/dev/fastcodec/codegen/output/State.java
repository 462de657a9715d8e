package dev.fastcodec.codegen.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run read and made, as the state file keeps it between runs: a line for each fact, a checksum at the end. A state
 * file that is damaged, or was written by another version of this format, is taken as none.
 *
 * @param key what the outputs depend on besides the inputs; empty when the run was cut off
 * @param inputs hash by import path of every file that was read
 * @param sources place on disk by import path of every file that was asked for, as far as it is on disk
 * @param outputs what the last run made, by path below the output folder
 * @param kept what runs for other files made before, and is still there
 */
record State(
        String key,
        Map<String, String> inputs,
        Map<String, String> sources,
        Map<String, Output> outputs,
        Map<String, Output> kept) {
    private static final String FIRST_LINE = "fastcodec state 1\n";

    /** Nothing is known. */
    static final State NONE = new State("", Map.of(), Map.of(), Map.of(), Map.of());

    /**
     * A file that was made.
     *
     * @param hash of its bytes
     * @param origin import path of the IDL file that it was made from
     */
    record Output(String hash, String origin) {}

    State {
        inputs = sorted(inputs);
        sources = sorted(sources);
        outputs = sorted(outputs);
        kept = sorted(kept);
    }

    private static <T> Map<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /** Everything that this state says was made: by the last run and by those for other files. */
    Map<String, Output> made() {
        Map<String, Output> all = new TreeMap<>(kept);
        all.putAll(outputs);
        return all;
    }

    /** The state that a file holds; {@link #NONE} when there is none or it is damaged. */
    static State read(Path file) throws IOException {
        try {
            return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return NONE;
        }
    }

    /** The text of a state file. */
    String text() {
        StringBuilder s = new StringBuilder(FIRST_LINE);
        line(s, "key", key);
        inputs.forEach((path, hash) -> line(s, "input", hash, path));
        sources.forEach((path, place) -> line(s, "source", path, place));
        outputs.forEach((path, output) -> line(s, "output", output.hash(), output.origin(), path));
        kept.forEach((path, output) -> line(s, "kept", output.hash(), output.origin(), path));
        line(s, "end", Hash.of(s.toString()));
        return s.toString();
    }

    /** The state that a text holds; {@link #NONE} when it is damaged. */
    static State parse(String text) {
        int end = text.lastIndexOf("end\t");
        if (!text.startsWith(FIRST_LINE)
                || end < 0
                || !text.substring(end).equals("end\t" + Hash.of(text.substring(0, end)) + "\n")) {
            return NONE;
        }
        String key = "";
        Map<String, String> inputs = new TreeMap<>();
        Map<String, String> sources = new TreeMap<>();
        Map<String, Output> outputs = new TreeMap<>();
        Map<String, Output> kept = new TreeMap<>();
        for (String line : text.substring(FIRST_LINE.length(), end).split("\n", -1)) {
            List<String> parts = List.of(line.split("\t", -1));
            switch (parts.get(0)) {
                case "key" -> key = part(parts, 1);
                case "input" -> inputs.put(part(parts, 2), part(parts, 1));
                case "source" -> sources.put(part(parts, 1), part(parts, 2));
                case "output" -> outputs.put(part(parts, 3), new Output(part(parts, 1), part(parts, 2)));
                case "kept" -> kept.put(part(parts, 3), new Output(part(parts, 1), part(parts, 2)));
                default -> {}
            }
        }
        return new State(key, inputs, sources, outputs, kept);
    }

    private static void line(StringBuilder s, String... parts) {
        for (int i = 0; i < parts.length; i++) {
            s.append(i == 0 ? "" : "\t")
                    .append(parts[i].replace("%", "%25").replace("\t", "%09").replace("\n", "%0A"));
        }
        s.append('\n');
    }

    private static String part(List<String> parts, int index) {
        return parts.get(index).replace("%0A", "\n").replace("%09", "\t").replace("%25", "%");
    }
}

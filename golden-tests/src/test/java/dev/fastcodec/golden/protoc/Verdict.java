package dev.fastcodec.golden.protoc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A small input and what protoc says of it. Many of them are in one file; what stands before the first of them is what
 * {@code ⟦prelude⟧} in them stands for. A line {@code === name} begins each, a line
 * {@code > refused}, or {@code > accepted} and the checksum of the descriptors, follows, then the text of {@code main.proto}; a
 * line {@code --- path} begins the text of a file that it imports. Signs that would not survive as text stand for themselves as
 * Unicode's pictures of them, {@code ␦} for the byte 0xE9, which alone is no UTF-8, {@code ⟦M×100⟧} for a hundred M,
 * and {@code ⟦a№ ×3⟧} for {@code a1 a2 a3}.
 *
 * @param recorded the line about what protoc said
 * @param files text by path
 */
record Verdict(String name, String recorded, Map<String, String> files) {
    /** The path of the file that is asked for. */
    static final String MAIN = "main.proto";

    static final String REFUSED = "refused";
    static final String ACCEPTED = "accepted ";

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Pattern REPEATED = Pattern.compile("⟦([^×⟧]*)×([0-9]+)⟧");
    private static final Map<String, String> PICTURES =
            Map.of("␍", "\r", "␁", "\u0001", "␌", "\f", "␋", "\u000B", "⌂", "\uFEFF", "␦", "\uDCE9");

    /** The files of inputs, by topic; those of one kind are in a folder. */
    static List<Path> topics(String kind) {
        try (Stream<Path> all = Files.list(RESOURCES.resolve(kind))) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The inputs of a topic. */
    static List<Verdict> of(Path topic) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        String[] parts = ("\n" + Files.readString(topic)).split("\n=== ");
        for (String part : parts) {
            if (part != parts[0]) {
                String text = part.replace("⟦prelude⟧", parts[0].strip());
                verdicts.add(parse(text.endsWith("\n") ? text : text + "\n"));
            }
        }
        return verdicts;
    }

    private static Verdict parse(String text) {
        int nameEnd = text.indexOf('\n');
        int recordedEnd = text.indexOf('\n', nameEnd + 1);
        Map<String, String> files = new LinkedHashMap<>();
        String path = MAIN;
        for (String file : ("\n" + text.substring(recordedEnd + 1)).split("\n--- ")) {
            int lineEnd = file.indexOf('\n') < 0 ? file.length() : file.indexOf('\n');
            int start = path.equals(MAIN) && files.isEmpty() ? 0 : lineEnd;
            path = start == 0 ? MAIN : file.substring(0, start);
            String content = file.substring(Math.min(file.length(), start + 1));
            files.put(path, expand(content.isEmpty() || content.endsWith("\n") ? content : content + "\n"));
        }
        String recorded = text.substring(nameEnd + 1, recordedEnd);
        return new Verdict(text.substring(0, nameEnd), recorded.substring("> ".length()), files);
    }

    /** The text so many times, each {@code №} in it the number of the time. */
    private static String repeated(String text, int times) {
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= times; i++) {
            all.append(text.replace("№", Integer.toString(i)));
        }
        return all.toString();
    }

    private static String expand(String text) {
        String expanded = REPEATED.matcher(text).replaceAll(m -> repeated(m.group(1), Integer.parseInt(m.group(2))));
        for (Map.Entry<String, String> picture : PICTURES.entrySet()) {
            expanded = expanded.replace(picture.getKey(), picture.getValue());
        }
        return expanded;
    }

    @Override
    public String toString() {
        return name;
    }
}

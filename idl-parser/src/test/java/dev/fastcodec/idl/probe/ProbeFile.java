package dev.fastcodec.idl.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of probes on one theme. A comment says which; then each probe is a line {@code == name: apache ok, thriftgo error} and its
 * text, further files of it each below a line {@code -- path}.
 *
 * @param path where it is
 * @param head the lines before the first probe
 * @param probes in order
 */
record ProbeFile(Path path, String head, List<Probe> probes) {
    private static final String PROBE = "== ";
    private static final String FILE = "-- ";

    /** All files of probes in a folder, by name. */
    static List<ProbeFile> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".txt"))
                    .sorted()
                    .map(ProbeFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProbeFile read(Path path) {
        String text;
        try {
            text = Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringBuilder head = new StringBuilder();
        List<Probe> probes = new ArrayList<>();
        String file = Probe.MAIN;
        for (String line : text.split("(?<=\n)")) {
            if (line.startsWith(PROBE)) {
                probes.add(heading(line.substring(PROBE.length()).strip()));
                file = Probe.MAIN;
                last(probes).put(file, "");
            } else if (probes.isEmpty()) {
                head.append(line);
            } else if (line.startsWith(FILE)) {
                file = line.substring(FILE.length()).strip();
                last(probes).put(file, "");
            } else {
                last(probes).merge(file, line, String::concat);
            }
        }
        return new ProbeFile(path, head.toString(), probes);
    }

    private static Map<String, String> last(List<Probe> probes) {
        return probes.get(probes.size() - 1).files();
    }

    private static Probe heading(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? line : line.substring(0, colon);
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        if (colon > 0) {
            for (String part : line.substring(colon + 1).strip().split(", ")) {
                int space = part.indexOf(' ');
                verdicts.put(part.substring(0, space), Verdict.of(part.substring(space + 1)));
            }
        }
        return new Probe(name, verdicts, new HashMap<>());
    }

    /** Writes the file again, with the verdicts that the probes have now. */
    void write() throws IOException {
        StringBuilder out = new StringBuilder(head);
        for (Probe probe : probes) {
            out.append(PROBE).append(probe.name());
            String separator = ": ";
            for (Map.Entry<String, Verdict> verdict : probe.verdicts().entrySet()) {
                out.append(separator)
                        .append(verdict.getKey())
                        .append(' ')
                        .append(verdict.getValue().label());
                separator = ", ";
            }
            out.append('\n');
            probe.files().forEach((name, text) -> {
                out.append(name.equals(Probe.MAIN) ? "" : FILE + name + "\n").append(text);
            });
        }
        Files.writeString(path, out, StandardCharsets.UTF_8);
    }
}

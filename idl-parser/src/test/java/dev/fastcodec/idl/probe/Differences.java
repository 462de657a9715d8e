package dev.fastcodec.idl.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The table of deliberate differences.
 *
 * @param rows by the name of the probe
 * @param unwarned the probes of which another compiler warns and we do not
 */
record Differences(Map<String, Row> rows, Set<String> unwarned) {
    /**
     * What a row says of its probes.
     *
     * @param we {@code accept}, {@code warn} or {@code refuse}
     * @param apache {@code accept}, {@code refuse} or {@code 0.25}
     * @param thriftgo {@code accept} or {@code refuse}
     */
    record Row(String we, String apache, String thriftgo) {
        /** What a row must say of this probe. */
        static Row of(Probe probe, Verdict ours, boolean newerApacheAccepts) {
            boolean apache = probe.verdict("apache").accepts();
            return new Row(
                    ours == Verdict.WARNING ? "warn" : word(ours.accepts()),
                    !apache && newerApacheAccepts ? "0.25" : word(apache),
                    word(probe.verdict("thriftgo").accepts()));
        }

        private static String word(boolean accepts) {
            return accepts ? "accept" : "refuse";
        }
    }

    static Differences read(Path file) {
        Map<String, Row> rows = new HashMap<>();
        Set<String> unwarned = new HashSet<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            for (List<String> cells : lines.map(Differences::cells).toList()) {
                if (cells.size() == 5) {
                    Row row = new Row(cells.get(0), cells.get(1), cells.get(2));
                    for (String probe : cells.get(4).split(", ")) {
                        add(rows.put(probe, row) == null, probe);
                    }
                } else if (cells.size() == 2) {
                    for (String probe : cells.get(1).split(", ")) {
                        add(unwarned.add(probe), probe);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Differences(rows, unwarned);
    }

    private static void add(boolean first, String probe) {
        if (!first) {
            throw new IllegalStateException(probe + " is in two rows");
        }
    }

    /** The cells of a row; none for a line that is no row, or a heading. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        if (line.startsWith("| ") && !line.endsWith("| probes |")) {
            for (String cell : line.substring(1, line.length() - 1).split("\\|")) {
                cells.add(cell.strip());
            }
        }
        return cells;
    }
}

package dev.fastcodec.bench;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The comparisons as text. */
final class Table {
    private Table() {}

    /** One table for each wire format and operation. */
    static String of(String heading, List<Comparison> comparisons) {
        StringBuilder text = new StringBuilder(heading).append('\n');
        for (Pair pair : Pair.ALL) {
            for (Operation operation : Operation.values()) {
                List<Comparison> rows = comparisons.stream()
                        .filter(c -> c.pair().equals(pair) && c.operation() == operation)
                        .toList();
                if (!rows.isEmpty()) {
                    text.append("\n%s: %s\n".formatted(pair.wire(), operation.title()));
                    text.append(line(
                            "",
                            pair.ours().library(),
                            pair.peer().library(),
                            "ratio",
                            floor(rows, pair.floor().library())));
                    rows.forEach(row -> text.append(line(
                            row.subject(),
                            score(row.ours()),
                            score(row.peer()),
                            decimal("%.2f", row.ratio()),
                            floor(row.floor()))));
                    text.append(line("geometric mean", "", "", decimal("%.2f", Comparison.meanRatio(rows)), ""));
                }
            }
        }
        return text.toString();
    }

    private static String line(String subject, String ours, String peer, String ratio, String floor) {
        return "  %-16s %18s %18s %7s %18s"
                        .formatted(subject, ours, peer, ratio, floor)
                        .stripTrailing() + "\n";
    }

    private static String floor(List<Comparison> rows, String library) {
        return rows.stream().allMatch(row -> row.floor() == null) ? "" : library;
    }

    private static String floor(@Nullable Score floor) {
        return floor == null ? "" : score(floor);
    }

    private static String score(Score score) {
        return decimal("%.0f", score.median()) + " \u00b1 " + decimal("%5.0f", score.error());
    }

    private static String decimal(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}

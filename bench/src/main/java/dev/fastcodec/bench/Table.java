package dev.fastcodec.bench;

import java.util.List;
import java.util.Locale;

/** The comparisons as text. */
final class Table {
    private Table() {}

    /** One table for each wire format and operation. */
    static String of(String environment, List<Comparison> comparisons) {
        StringBuilder text = new StringBuilder(
                "%s; ns per message: median, and half of the 99.9 %% interval\n".formatted(environment));
        for (Pair pair : Pair.ALL) {
            for (Operation operation : Operation.values()) {
                List<Comparison> rows = comparisons.stream()
                        .filter(c -> c.pair().equals(pair) && c.operation() == operation)
                        .toList();
                if (!rows.isEmpty()) {
                    text.append("\n%s: %s\n".formatted(pair.wire(), operation.title()));
                    text.append(line("", pair.ours().library(), pair.peer().library(), "ratio"));
                    rows.forEach(row -> text.append(
                            line(row.subject(), score(row.ours()), score(row.peer()), decimal("%.1f", row.ratio()))));
                    text.append(line("geometric mean", "", "", decimal("%.1f", Comparison.meanRatio(rows))));
                }
            }
        }
        return text.toString();
    }

    private static String line(String subject, String ours, String peer, String ratio) {
        return "  %-16s %18s %18s %7s\n".formatted(subject, ours, peer, ratio);
    }

    private static String score(Score score) {
        return decimal("%.0f", score.median()) + " \u00b1 " + decimal("%5.0f", score.error());
    }

    private static String decimal(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}

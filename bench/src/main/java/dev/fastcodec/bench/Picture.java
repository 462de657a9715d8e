package dev.fastcodec.bench;

import java.util.List;
import java.util.Locale;

/**
 * The comparisons as an SVG: a row of panels for each operation, a panel for each wire format, two bars for each message.
 * In each pair the longer bar has the full length: times of different messages are not to be compared.
 */
final class Picture {
    private static final int PANEL = 320;
    private static final int PANELS = 3;
    private static final int MARGIN = 24;
    private static final int LABEL = 92;
    private static final int BAR = 140;
    private static final int THICK = 9;
    private static final int PAIR = 2 * THICK + 8;

    private static final String STYLE = """
            <style>
              text { font: 11px sans-serif; fill: #343a40 }
              .title { font-size: 16px; font-weight: bold }
              .head { font-size: 12px; font-weight: bold }
              .end { text-anchor: end }
              .ours { fill: #0b7285 }
              .peer { fill: #adb5bd }
            </style>
            """;

    private final StringBuilder svg = new StringBuilder();
    private int y = 34;

    private Picture() {}

    /** The whole picture. */
    static String of(String environment, List<Comparison> comparisons) {
        Picture picture = new Picture();
        picture.text(MARGIN, picture.y, "title", "Time per message, shorter is better");
        picture.y += 18;
        picture.text(MARGIN, picture.y, "", environment + "; median nanoseconds, \u00d7 is the peer's time over ours");
        picture.y += 14;
        for (Operation operation : Operation.values()) {
            picture.row(
                    comparisons.stream().filter(c -> c.operation() == operation).toList());
        }
        int width = 2 * MARGIN + PANEL * PANELS;
        int height = picture.y + 6;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d">
                %3$s<rect width="100%%" height="100%%" fill="#ffffff"/>
                %4$s</svg>
                """.formatted(width, height, STYLE, picture.svg);
    }

    private void row(List<Comparison> row) {
        if (row.isEmpty()) {
            return;
        }
        y += 28;
        text(MARGIN, y, "head", capitalized(row.get(0).operation().title()));
        y += 6;
        int top = y;
        for (int i = 0; i < Pair.ALL.size(); i++) {
            if (i % PANELS == 0) {
                top = y;
            }
            Pair pair = Pair.ALL.get(i);
            List<Comparison> panel =
                    row.stream().filter(c -> c.pair().equals(pair)).toList();
            if (!panel.isEmpty()) {
                y = Math.max(y, panel(MARGIN + i % PANELS * PANEL, top, pair, panel));
            }
        }
    }

    private int panel(int x, int top, Pair pair, List<Comparison> panel) {
        int at = top + 16;
        text(x, at, "", pair.wire());
        int legend = x + LABEL;
        bar(legend, at - 8, THICK, "ours");
        text(legend + 13, at, "", pair.ours().library());
        bar(legend + 76, at - 8, THICK, "peer");
        text(legend + 89, at, "", pair.peer().library());
        at += 10;
        for (Comparison each : panel) {
            double longer = Math.max(each.ours().median(), each.peer().median());
            text(x + LABEL - 6, at + THICK + 4, "end", each.subject());
            at += pairOfBars(x + LABEL, at, each, longer);
        }
        return at;
    }

    private int pairOfBars(int x, int at, Comparison each, double longer) {
        double ours = BAR * each.ours().median() / longer;
        double peer = BAR * each.peer().median() / longer;
        bar(x, at, ours, "ours");
        text(x + ours + 4, at + THICK, "", number("%,.0f", each.ours().median()));
        bar(x, at + THICK + 1, peer, "peer");
        text(
                x + peer + 4,
                at + 2 * THICK + 1,
                "",
                number("%,.0f", each.peer().median()) + number("  \u00d7 %.1f", each.ratio()));
        return PAIR;
    }

    private void bar(double x, double top, double length, String style) {
        svg.append(number("<rect x=\"%.1f\" ", x))
                .append(number("y=\"%.1f\" ", top))
                .append(number("width=\"%.1f\" ", length))
                .append("height=\"%d\" class=\"%s\"/>\n".formatted(THICK, style));
    }

    private void text(double x, double base, String style, String text) {
        svg.append(number("<text x=\"%.1f\" ", x))
                .append(number("y=\"%.1f\"", base))
                .append(style.isEmpty() ? "" : " class=\"" + style + "\"")
                .append('>')
                .append(text.replace("&", "&amp;").replace("<", "&lt;"))
                .append("</text>\n");
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

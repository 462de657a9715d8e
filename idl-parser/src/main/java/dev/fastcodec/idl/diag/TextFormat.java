package dev.fastcodec.idl.diag;

import dev.fastcodec.idl.source.Span;

/** Writes reports for people, with the source line and carets. */
final class TextFormat {
    private static final String BOLD = "\u001B[1m";
    private static final String PLAIN = "\u001B[0m";
    private static final int GUTTER = 5;

    private final Renderer renderer;
    private final StringBuilder out;

    TextFormat(Renderer renderer, StringBuilder out) {
        this.renderer = renderer;
        this.out = out;
    }

    void append(Diagnostic d) {
        headline(d);
        Span span = d.span();
        if (span != null) {
            excerpt(span, d.severity());
        }
        for (Diagnostic detail : d.details()) {
            headline(detail);
        }
    }

    private void headline(Diagnostic d) {
        Span span = d.span();
        if (span != null) {
            out.append(styled(BOLD, Excerpt.printable(renderer.place(span)))).append(' ');
        }
        out.append(styled(colour(d.severity()), d.severity().label() + ":"))
                .append(' ')
                .append(Excerpt.printable(d.messageWithLabel()))
                .append('\n');
    }

    private void excerpt(Span span, Severity severity) {
        Excerpt excerpt = Excerpt.of(span);
        String number = Integer.toString(span.line());
        int gutter = Math.max(GUTTER, number.length());
        out.append(" ".repeat(gutter - number.length())).append(number).append(" | ");
        out.append(excerpt.line()).append('\n');
        out.append(" ".repeat(gutter)).append(" | ").append(" ".repeat(excerpt.indent()));
        out.append(styled(colour(severity), "^".repeat(excerpt.carets()))).append('\n');
    }

    private String styled(String style, String text) {
        return renderer.colours() ? style + text + PLAIN : text;
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "\u001B[1;31m";
            case WARNING -> "\u001B[1;35m";
            case NOTE -> "\u001B[1;36m";
            case HELP -> "\u001B[1;32m";
        };
    }
}

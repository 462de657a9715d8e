package dev.fastcodec.idl.diag;

import dev.fastcodec.idl.source.Span;
import java.util.function.UnaryOperator;

/**
 * Turns reports into text.
 *
 * @param format how they are written
 * @param colours whether {@link Format#TEXT} uses ANSI colours
 * @param fileName from the name of a source to the file name that is shown: the identity shows import paths
 */
public record Renderer(Format format, boolean colours, UnaryOperator<String> fileName) {
    /** How reports are written. */
    public enum Format {
        /**
         * For people: {@code file:line:column: error: text}, the source line with carets, then notes and help lines. Lines
         * and columns count from 1, columns in code points. A warning ends with its label in brackets.
         */
        TEXT,
        /**
         * One JSON object per line: {@code severity}, {@code problem} (the constant's name), {@code message}; where there is a
         * place {@code file}, {@code line}, {@code column}, {@code endLine}, {@code endColumn} (exclusive); {@code notes}, a
         * list of the same objects; {@code help}, a list of texts.
         */
        JSON,
        /** GitHub's workflow commands: {@code ::error file=…,line=…,col=…::text}, notes and help inside the text. */
        GITHUB
    }

    /** Shows import paths, without colours. */
    public Renderer(Format format) {
        this(format, false, UnaryOperator.identity());
    }

    /** All reports in file order; empty when there are none. Every line ends with {@code \n}. */
    public String render(Diagnostics diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic d : diagnostics.inFileOrder()) {
            append(d, out);
        }
        return out.toString();
    }

    /** One report. */
    public String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        append(diagnostic, out);
        return out.toString();
    }

    private void append(Diagnostic d, StringBuilder out) {
        switch (format) {
            case TEXT -> new TextFormat(this, out).append(d);
            case JSON -> new JsonFormat(this, out).append(d);
            case GITHUB -> appendCommand(d, out);
        }
    }

    private void appendCommand(Diagnostic d, StringBuilder out) {
        out.append("::").append(d.severity() == Severity.ERROR ? "error" : "warning");
        Span span = d.span();
        if (span != null) {
            String file = fileName.apply(span.source().name());
            out.append(" file=")
                    .append(escapeData(file).replace(":", "%3A").replace(",", "%2C"))
                    .append(",line=")
                    .append(span.line())
                    .append(",col=")
                    .append(span.column());
        }
        StringBuilder text = new StringBuilder(d.messageWithLabel());
        for (Diagnostic detail : d.details()) {
            text.append('\n');
            Span at = detail.span();
            if (at != null) {
                text.append(place(at)).append(' ');
            }
            text.append(detail.severity().label()).append(": ").append(detail.message());
        }
        out.append("::").append(escapeData(text.toString())).append('\n');
    }

    private static String escapeData(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** {@code file:line:column:} */
    String place(Span span) {
        return fileName.apply(span.source().name()) + ":" + span.line() + ":" + span.column() + ":";
    }
}

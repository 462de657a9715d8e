package dev.fastcodec.idl.diag;

import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import java.util.Locale;

/** Writes a report as a JSON object on one line. */
final class JsonFormat {
    private final Renderer renderer;
    private final StringBuilder out;

    JsonFormat(Renderer renderer, StringBuilder out) {
        this.renderer = renderer;
        this.out = out;
    }

    void append(Diagnostic d) {
        object(d);
        out.setLength(out.length() - 1);
        out.append(",\"notes\":[");
        String separator = "";
        for (Diagnostic detail : d.details()) {
            if (detail.severity() != Severity.HELP) {
                out.append(separator);
                object(detail);
                separator = ",";
            }
        }
        out.append("],\"help\":[");
        separator = "";
        for (Diagnostic detail : d.details()) {
            if (detail.severity() == Severity.HELP) {
                out.append(separator);
                string(detail.message());
                separator = ",";
            }
        }
        out.append("]}\n");
    }

    private void object(Diagnostic d) {
        out.append("{\"severity\":\"").append(d.severity().label());
        out.append("\",\"problem\":\"").append(d.problem().name()).append("\",\"message\":");
        string(d.message());
        Span span = d.span();
        if (span != null) {
            Source source = span.source();
            out.append(",\"file\":");
            string(renderer.fileName().apply(source.name()));
            out.append(",\"line\":").append(span.line());
            out.append(",\"column\":").append(span.column());
            out.append(",\"endLine\":").append(source.line(span.end()));
            out.append(",\"endColumn\":").append(source.column(span.end()));
        }
        out.append('}');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c >= 0x7F) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}

package dev.fastcodec.codegen.image;

import dev.fastcodec.codegen.bootstrap.SourceCodeInfo;
import dev.fastcodec.codegen.bootstrap.UninterpretedOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a {@code .proto} file in the making, with the comments that belong to what they declare. */
final class ProtoLines {
    private final StringBuilder text = new StringBuilder();
    private final Map<List<Integer>, SourceCodeInfo.Location> locations = new HashMap<>();
    private int depth;

    /** Lines of a file whose comments are known, or not. */
    ProtoLines(@Nullable SourceCodeInfo info) {
        if (info != null) {
            for (SourceCodeInfo.Location location : info.getLocation()) {
                locations.putIfAbsent(List.copyOf(location.getPath()), location);
            }
        }
    }

    String text() {
        return text.toString();
    }

    /** A line that declares nothing that could have comments. */
    void line(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    /** A declaration of one line. */
    void declare(Place place, String line) {
        before(place);
        line(line);
        after(place);
    }

    /** The first line of a declaration with a body. */
    void open(Place place, String line) {
        before(place);
        line(line + " {");
        depth++;
        after(place);
    }

    /** Ends a body. */
    void close() {
        depth--;
        line("}");
    }

    /** Option statements. */
    void options(List<String> assignments, List<UninterpretedOption> uninterpreted) {
        OptionSource.joined(assignments, OptionSource.uninterpreted(uninterpreted))
                .forEach(assignment -> line("option " + assignment + ";"));
    }

    private void before(Place place) {
        SourceCodeInfo.Location location = locations.get(place.path());
        if (location != null) {
            if (!location.getLeadingDetachedComments().isEmpty()) {
                text.append('\n');
            }
            location.getLeadingDetachedComments().forEach(comment -> {
                comment(comment);
                text.append('\n');
            });
            if (location.getLeadingComments() != null) {
                comment(location.getLeadingComments());
            }
        }
    }

    /** A comment right after a declaration is its own only when an empty line follows. */
    private void after(Place place) {
        SourceCodeInfo.Location location = locations.get(place.path());
        if (location != null && location.getTrailingComments() != null) {
            comment(location.getTrailingComments());
            text.append('\n');
        }
    }

    /** A text without a line end can only come from a comment with an end mark, and looks so again when it has no mark in it. */
    private void comment(String comment) {
        if (comment.endsWith("\n") || comment.contains("*/") || comment.contains("/*")) {
            String lines = comment.endsWith("\n") ? comment.substring(0, comment.length() - 1) : comment;
            for (String line : lines.split("\n", -1)) {
                text.append("//").append(line).append('\n');
            }
        } else if (!comment.isEmpty()) {
            text.append("/*")
                    .append(comment.replace("\n/", "\n\0").replace("\n", "\n *").replace("\n *\0", "\n/"))
                    .append("*/\n");
        }
    }
}

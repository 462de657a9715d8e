package dev.fastcodec.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.fastcodec.idl.source.Utf8Text;

/** IDL comments as Javadoc text. */
final class Docs {
    private Docs() {}

    /** The comment, escaped so that it cannot end the Javadoc or be read as a tag or markup; lines are kept. */
    static CodeBlock of(String text) {
        String comment = Utf8Text.readable(text);
        StringBuilder s = new StringBuilder(comment.length() + 16);
        for (int i = 0; i < comment.length(); i++) {
            char c = comment.charAt(i);
            switch (c) {
                case '<' -> s.append("&lt;");
                case '>' -> s.append("&gt;");
                case '&' -> s.append("&amp;");
                case '@' -> s.append("&#64;");
                // A backslash could begin a Unicode escape, which Java reads even in comments.
                case '\\' -> s.append("&#92;");
                case '/' -> s.append(i > 0 && comment.charAt(i - 1) == '*' ? "&#47;" : "/");
                case '*' -> s.append(i > 0 && comment.charAt(i - 1) == '/' ? "&#42;" : "*");
                case '{', '}' -> s.append(c == '{' ? "&#123;" : "&#125;");
                default -> s.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
        return comment.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of("$L", s.toString().replaceAll("[ \\t]+\n", "\n").strip());
    }

    /** The comment as a Javadoc of its own; nothing for none. */
    static CodeBlock paragraph(String comment) {
        CodeBlock doc = of(comment);
        return doc.isEmpty() ? doc : CodeBlock.of("$L\n", doc);
    }

    /** The comment and behind it what we have to say. */
    static CodeBlock withNote(String comment, String note) {
        return withNote(comment, CodeBlock.of("$L", note));
    }

    /** The comment and behind it what we have to say, either of which may be empty. */
    static CodeBlock withNote(String comment, CodeBlock note) {
        CodeBlock doc = of(comment);
        if (note.isEmpty()) {
            return paragraph(comment);
        }
        return doc.isEmpty() ? CodeBlock.of("$L\n", note) : CodeBlock.of("$L\n\n<p>$L\n", doc, note);
    }
}

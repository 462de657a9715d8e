package dev.fastcodec.codegen.image;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what may stand in a {@code .proto} file as it is: a descriptor may come from anywhere, and none of its texts
 * may end what it stands in.
 */
final class Words {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PATH = Pattern.compile("\\.?[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
    private static final Pattern NUMBER = Pattern.compile("-?(inf|nan|[0-9][0-9A-Za-z.+-]*)");
    private static final Pattern ESCAPED = Pattern.compile("([^\"\\\\\n]|\\\\[^\n])*");

    private Words() {}

    /** A simple name. */
    static String name(@Nullable String text) {
        return matching(NAME, text, "name");
    }

    /** A name with dots, perhaps one in front. */
    static String path(@Nullable String text) {
        return matching(PATH, text, "name");
    }

    /** A number, a name of a value, true or false. */
    static String value(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? text : matching(NAME, text, "value");
    }

    /** Text that has its escapes, for between quotes. */
    static String escaped(@Nullable String text) {
        return matching(ESCAPED, text, "value");
    }

    /** The inside of braces, when it closes what it opens. */
    static String balanced(@Nullable String text) {
        String inside = FileText.string(text);
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < inside.length() && depth >= 0; i++) {
            char c = inside.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{' || c == '}') {
                depth += c == '{' ? 1 : -1;
            } else if (c == '#' || inside.startsWith("//", i) || inside.startsWith("/*", i)) {
                // A comment could hide what closes; descriptors have none.
                depth = -1;
            }
        }
        if (depth != 0 || quote != 0) {
            throw new IllegalArgumentException("the value of an option is malformed");
        }
        return inside;
    }

    private static String matching(Pattern pattern, @Nullable String text, String what) {
        if (text == null || !pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + FileText.string(text) + "\" is no " + what);
        }
        return text;
    }
}

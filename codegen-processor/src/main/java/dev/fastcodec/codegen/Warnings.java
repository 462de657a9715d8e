package dev.fastcodec.codegen;

import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.diag.Suggestion;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads which warnings the user wants, as javac's {@code -Xlint} is read: {@code all}, {@code none}, the name of a warning, or
 * its name with a dash before. What comes later counts; a list that starts with a dash starts from all, any other from none.
 */
final class Warnings {
    /** What the option takes, as help texts show it. */
    static final List<String> VALUES = List.of("all", "none", "NAME", "-NAME");

    private Warnings() {}

    /**
     * The warnings that a text leaves.
     *
     * @throws IllegalArgumentException with a message for the user, when a name is unknown
     */
    static Set<Problem> told(String text) {
        Set<Problem> all = Problem.warnings();
        Map<String, Problem> byName = all.stream().collect(Collectors.toMap(Problem::label, Function.identity()));
        Set<Problem> told = text.startsWith("-") ? EnumSet.copyOf(all) : EnumSet.noneOf(Problem.class);
        for (String part : text.split(",", -1)) {
            String name = part.trim().toLowerCase(Locale.ROOT);
            boolean silence = name.startsWith("-");
            Problem warning = byName.get(silence ? name.substring(1) : name);
            if (name.equals("all")) {
                told.addAll(all);
            } else if (name.equals("none")) {
                told.clear();
            } else if (warning == null) {
                throw unknown(silence ? name.substring(1) : name, byName.keySet());
            } else if (silence) {
                told.remove(warning);
            } else {
                told.add(warning);
            }
        }
        return told;
    }

    private static IllegalArgumentException unknown(String name, Set<String> names) {
        @Nullable String near = Suggestion.nearest(name, names);
        return new IllegalArgumentException(
                "no warning is called \"" + name + "\"" + (near == null ? "" : "; did you mean " + near + "?"));
    }
}

package dev.fastcodec.codegen;

import java.util.List;

/**
 * What a user can choose: one entry for each component of {@link Options}. The Maven plugin has a parameter of this name,
 * the command line {@code --kebab-case-name}, the javac processor {@code -Afastcodec.name}.
 *
 * @param name camel case
 * @param values the values allowed, where upper case stands for a name; with {@code list} several may be given, separated by
 *     commas
 * @param defaultValue what holds when nothing is said
 * @param list whether several values may be given
 * @param reading whether it changes what the IDL means, so that it also matters for a mere check
 * @param doc one sentence for help texts
 */
public record Option(String name, List<String> values, String defaultValue, boolean list, boolean reading, String doc) {
    /** Copies the list. */
    public Option {
        values = List.copyOf(values);
    }

    /** The name as a command-line option: {@code --unknown-fields}. */
    public String flag() {
        StringBuilder s = new StringBuilder("--");
        for (char c : name.toCharArray()) {
            if (Character.isUpperCase(c)) {
                s.append('-').append(Character.toLowerCase(c));
            } else {
                s.append(c);
            }
        }
        return s.toString();
    }
}

package dev.fastcodec.codegen.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Gives out Java names: the names of one scope are distinct, none is a keyword, and a clash is mended by a trailing
 * underscore.
 */
final class Names {
    /** Words that since Java 10 to 17 no class may be called, though a variable may. */
    private static final Set<String> NO_TYPES = Set.of("permits", "record", "sealed", "var", "yield");

    /** Local variables of generated code, which would hide a class of that name. */
    private static final Set<String> LOCALS = Set.of(
            "args",
            "around",
            "ascii",
            "bits",
            "channel",
            "constantName",
            "copied",
            "end",
            "exact",
            "flag",
            "from",
            "id",
            "inner",
            "key",
            "last",
            "map",
            "maybeText",
            "need",
            "number",
            "packed",
            "raw",
            "response",
            "seen",
            "service",
            "start",
            "tag",
            "text",
            "texts",
            "that",
            "unknown",
            "value",
            "valueEnd");

    private static final Pattern SHORT_LOCAL = Pattern.compile("[a-z]([0-9]+[a-z]?)?");

    private final Set<String> taken = new HashSet<>();
    private final boolean types;

    /** A scope in which these names are taken already. */
    Names(Collection<String> taken) {
        this(taken, false);
    }

    private Names(Collection<String> taken, boolean types) {
        this.taken.addAll(taken);
        this.types = types;
    }

    /** A scope of classes in which these names are taken already. */
    static Names ofTypes(Collection<String> taken) {
        return new Names(taken, true);
    }

    /** Takes the name, or the first free one that is made by adding underscores. */
    String take(String wanted) {
        String name = wanted;
        while (!isFree(name)) {
            name += "_";
        }
        taken.add(name);
        return name;
    }

    boolean isFree(String name) {
        return !taken.contains(name) && !isReserved(name) && !(types && isNoType(name));
    }

    private static boolean isNoType(String name) {
        return NO_TYPES.contains(name)
                || LOCALS.contains(name)
                || SHORT_LOCAL.matcher(name).matches();
    }

    void takeAll(Collection<String> names) {
        taken.addAll(names);
    }

    private static boolean isReserved(String name) {
        return SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) || name.equals("_");
    }

    /** {@code ship_to} → {@code shipTo}, as protoc makes JSON names. */
    static String lowerCamel(String name) {
        String camel = upperCamel(name);
        return camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1);
    }

    /** {@code ship_to} and {@code shipTo} → {@code SHIP_TO}. */
    static String upperSnake(String name) {
        StringBuilder s = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1))) {
                s.append('_');
            }
            s.append(Character.toUpperCase(c));
        }
        return s.toString();
    }

    /** {@code ship_to} → {@code ShipTo}; a name without letters keeps its underscores. */
    static String upperCamel(String name) {
        StringBuilder s = new StringBuilder(name.length());
        boolean upper = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_' || c == '.') {
                upper = true;
            } else {
                s.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        if (s.length() == 0 || !Character.isJavaIdentifierStart(s.charAt(0))) {
            s.insert(0, '_');
        }
        return s.toString();
    }
}

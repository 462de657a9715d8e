package dev.fastcodec.idl.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Spellings of names, as protoc derives them. */
final class Names {
    private Names() {}

    /** The parts between dots. */
    static List<String> split(String dotted) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int dot = dotted.indexOf('.'); dot >= 0; dot = dotted.indexOf('.', start)) {
            parts.add(dotted.substring(start, dot));
            start = dot + 1;
        }
        parts.add(dotted.substring(start));
        return parts;
    }

    /** JSON name of a field: {@code foo_bar} is {@code fooBar}. */
    static String json(String name) {
        return camel(name, false);
    }

    /** Name of the message behind a map: {@code foo_bar} is {@code FooBarEntry}. */
    static String mapEntry(String name) {
        return camel(name, true) + "Entry";
    }

    private static String camel(String name, boolean upperFirst) {
        if (!upperFirst && name.indexOf('_') < 0) {
            return name;
        }
        StringBuilder s = new StringBuilder(name.length());
        boolean upper = upperFirst;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                s.append(upper && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                upper = false;
            }
        }
        return s.toString();
    }

    /**
     * What a code generator may call the value of an enum: without the enum's name in front, in PascalCase. Two values of one
     * enum must not be called the same.
     */
    static String enumValue(String enumName, String valueName) {
        return pascal(withoutPrefix(enumName, valueName));
    }

    private static String withoutPrefix(String enumName, String valueName) {
        int i = 0;
        int j = 0;
        while (i < valueName.length() && j < enumName.length()) {
            if (valueName.charAt(i) == '_') {
                i++;
            } else if (enumName.charAt(j) == '_') {
                j++;
            } else if (Character.toLowerCase(valueName.charAt(i++)) != Character.toLowerCase(enumName.charAt(j++))) {
                return valueName;
            }
        }
        while (j < enumName.length() && enumName.charAt(j) == '_') {
            j++;
        }
        if (j < enumName.length()) {
            return valueName;
        }
        while (i < valueName.length() && valueName.charAt(i) == '_') {
            i++;
        }
        return i == valueName.length() ? valueName : valueName.substring(i);
    }

    private static String pascal(String name) {
        StringBuilder s = new StringBuilder(name.length());
        for (int start = 0; start <= name.length(); ) {
            int end = name.indexOf('_', start);
            end = end < 0 ? name.length() : end;
            if (end > start) {
                s.append(Character.toUpperCase(name.charAt(start)))
                        .append(name.substring(start + 1, end).toLowerCase(Locale.ROOT));
            }
            start = end + 1;
        }
        return s.toString();
    }
}

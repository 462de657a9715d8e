package dev.fastcodec.codegen.plan;

import java.util.List;

/**
 * The name of a Java class.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames the top-level class, then nested ones
 */
public record JavaName(String packageName, List<String> simpleNames) {
    /** Copies the list. */
    public JavaName {
        simpleNames = List.copyOf(simpleNames);
    }

    /** The last simple name. */
    public String simpleName() {
        return simpleNames.get(simpleNames.size() - 1);
    }

    /** A class nested in this one. */
    public JavaName nested(String name) {
        List<String> names = new java.util.ArrayList<>(simpleNames);
        names.add(name);
        return new JavaName(packageName, names);
    }

    /** The path of its class file: {@code shop/Order$Line.class}. */
    String classFile() {
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        return folder + String.join("$", simpleNames) + ".class";
    }

    /** The name in source code: {@code shop.Order.Line}. */
    @Override
    public String toString() {
        String names = String.join(".", simpleNames);
        return packageName.isEmpty() ? names : packageName + "." + names;
    }
}

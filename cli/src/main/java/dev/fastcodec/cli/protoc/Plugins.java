package dev.fastcodec.cli.protoc;

import dev.fastcodec.cli.protoc.Invocation.Directive;
import dev.fastcodec.cli.protoc.Invocation.Mode;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The flags of plugins: {@code --plugin}, {@code --NAME_out}, {@code --NAME_opt}, {@code --NAME_prefix}. */
final class Plugins {
    private static final String PREFIX = "protoc-gen-";

    private static final Set<String> BUILT_IN_WITH_OPTIONS =
            Set.of("cpp", "csharp", "java", "kotlin", "objc", "php", "python", "rbs", "ruby", "rust");

    private final List<Directive> directives = new ArrayList<>();
    private final Map<String, String> programs = new LinkedHashMap<>();
    private final Map<String, List<String>> prefixes = new LinkedHashMap<>();
    private final Map<String, String> parameters = new TreeMap<>();

    /** The name of the plugin of a flag {@code --NAME_what}. */
    static String pluginOf(String flag) {
        return PREFIX + flag.substring(2, flag.lastIndexOf('_'));
    }

    /** Takes a flag that no other rule is for. */
    void take(String name, String value, Mode mode) {
        if (name.equals("--plugin")) {
            int equals = value.indexOf('=');
            String program = value.substring(equals + 1);
            programs.put(
                    equals < 0 ? program.substring(program.lastIndexOf('/') + 1) : value.substring(0, equals), program);
        } else if (name.endsWith("_out") && name.startsWith("--")) {
            takeOutput(name, value, mode);
        } else if (name.endsWith("_opt") && name.startsWith("--")) {
            parameters.merge(pluginOf(name), value, Plugins::joined);
        } else if (name.endsWith("_prefix") && name.startsWith("--")) {
            takePrefix(name, value);
        } else {
            throw new UsageError("Unknown flag: " + name);
        }
    }

    private void takeOutput(String name, String value, Mode mode) {
        if (mode != Mode.COMPILE) {
            throw new UsageError(
                    "Cannot use --encode, --decode or print .proto info and generate code at the same time.");
        }
        int colon = isWindowsPath(value) ? -1 : value.indexOf(':');
        directives.add(new Directive(name, value.substring(0, Math.max(colon, 0)), value.substring(colon + 1)));
    }

    /** A colon behind a drive's letter separates nothing. */
    private static boolean isWindowsPath(String value) {
        return File.separatorChar == '\\' && value.matches("[a-zA-Z]:[/\\\\][^:]*");
    }

    private void takePrefix(String name, String value) {
        if (prefixes.containsKey(pluginOf(name))) {
            throw new UsageError(name + " may only be passed once.");
        } else if (value.indexOf('"') >= 0 || value.indexOf('\'') >= 0) {
            throw new UsageError(
                    name + ": quotes are not supported in the value. Use a wrapper script for more complex "
                            + "invocations.");
        }
        List<String> words = Arrays.stream(value.split("[ \t]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            throw new UsageError(name + " requires a non-empty value.");
        }
        prefixes.put(pluginOf(name), words);
    }

    /** Each {@code --NAME_opt} needs its {@code --NAME_out} or {@code --plugin}, unless protoc has that generator built in. */
    void checkOptions() {
        List<String> unknown = new ArrayList<>();
        for (String plugin : parameters.keySet()) {
            boolean used = programs.containsKey(plugin)
                    || directives.stream()
                            .anyMatch(directive -> pluginOf(directive.flag()).equals(plugin));
            if (!used && !BUILT_IN_WITH_OPTIONS.contains(plugin.substring(PREFIX.length()))) {
                unknown.add("Unknown flag: --" + plugin.substring(PREFIX.length()) + "_opt");
            }
        }
        if (!unknown.isEmpty()) {
            throw new UsageError(String.join("\n", unknown));
        }
    }

    /** The outputs in order, each with what {@code --NAME_opt} adds to its parameter. */
    List<Directive> directives() {
        List<Directive> complete = new ArrayList<>();
        for (Directive directive : directives) {
            String more = parameters.getOrDefault(pluginOf(directive.flag()), "");
            complete.add(new Directive(directive.flag(), joined(directive.parameter(), more), directive.location()));
        }
        return complete;
    }

    private static String joined(String first, String second) {
        return first.isEmpty() ? second : second.isEmpty() ? first : first + "," + second;
    }

    /** Programs by the name of the plugin. */
    Map<String, String> programs() {
        return Map.copyOf(programs);
    }

    /** Commands that start the plugin of this name. */
    Map<String, List<String>> prefixes() {
        return Map.copyOf(prefixes);
    }
}

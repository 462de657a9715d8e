package dev.fastcodec.cli.protoc;

import dev.fastcodec.cli.protoc.Invocation.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits the arguments of protoc into flags, values and files: {@code --flag=value}, {@code --flag value}, {@code -Ivalue},
 * {@code @file} with one argument a line. Flags may stand anywhere, and what comes first is judged first.
 */
final class ArgumentParser {
    private static final Set<String> WITHOUT_VALUE = Set.of(
            "-h",
            "--help",
            "--disallow_services",
            "--include_imports",
            "--include_source_info",
            "--retain_options",
            "--version",
            "--decode_raw",
            "--notices",
            "--experimental_editions",
            "--print_free_field_numbers",
            "--experimental_allow_proto3_optional",
            "--deterministic_output",
            "--unsafe_allow_out_dir_escape",
            "--fatal_warnings");

    private ArgumentParser() {}

    /**
     * Understands a command line; what is odd but no error is told to standard error.
     *
     * @throws UsageError when it is wrong
     */
    static Invocation parse(List<String> given, Console console) {
        List<String> arguments = expand(given, console);
        Arguments all = new Arguments(console);
        if (arguments.isEmpty()) {
            all.finish(Mode.HELP);
        }
        for (int i = 0; i < arguments.size() && !all.isFinished(); i++) {
            Flag flag = split(arguments.get(i));
            if (flag.needsValue()) {
                if (i + 1 == arguments.size() || arguments.get(i + 1).startsWith("-")) {
                    throw new UsageError("Missing value for flag: " + flag.name() + rawHelp(flag.name()));
                }
                i++;
                flag = new Flag(flag.name(), arguments.get(i), false);
            }
            all.take(flag.name(), flag.value());
        }
        return all.invocation();
    }

    /** A hint for who has no type to decode with. */
    static String rawHelp(String flag) {
        return flag.equals("--decode") ? "\nTo decode an unknown message, use --decode_raw." : "";
    }

    private static List<String> expand(List<String> given, Console console) {
        List<String> arguments = new ArrayList<>();
        for (String argument : given) {
            if (argument.startsWith("@")) {
                String name = argument.substring(1);
                try {
                    String text = Files.readString(console.file(name), StandardCharsets.UTF_8);
                    String lines = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
                    if (!text.isEmpty()) {
                        arguments.addAll(List.of(lines.split("\n", -1)));
                    }
                } catch (IOException | InvalidPathException e) {
                    throw new UsageError("Failed to open argument file: " + name);
                }
            } else {
                arguments.add(argument);
            }
        }
        return arguments;
    }

    /** A flag, or a file when the name is empty. */
    private record Flag(String name, String value, boolean needsValue) {}

    private static Flag split(String argument) {
        if (!argument.startsWith("-") || argument.equals("-")) {
            return new Flag("", argument, false);
        }
        String name;
        String value;
        boolean hasValue;
        if (argument.startsWith("--")) {
            int equals = argument.indexOf('=');
            name = equals < 0 ? argument : argument.substring(0, equals);
            value = argument.substring(equals < 0 ? argument.length() : equals + 1);
            hasValue = equals >= 0;
        } else {
            name = argument.substring(0, 2);
            value = argument.substring(2);
            hasValue = !value.isEmpty();
        }
        return new Flag(name, value, !hasValue && !WITHOUT_VALUE.contains(name));
    }
}

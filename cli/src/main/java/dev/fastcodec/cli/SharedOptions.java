package dev.fastcodec.cli;

import dev.fastcodec.codegen.Option;
import dev.fastcodec.codegen.Options;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options that all front doors have, as options of a command. */
final class SharedOptions {
    private SharedOptions() {}

    /** Adds those options that the command takes. */
    static void add(CommandSpec spec, Predicate<Option> taken) {
        for (Option option : Options.ALL) {
            if (taken.test(option)) {
                OptionSpec.Builder builder = OptionSpec.builder(names(option))
                        .paramLabel(String.join(option.list() ? "," : "|", option.values()))
                        .description(option.doc()
                                + (option.defaultValue().isEmpty()
                                        ? ""
                                        : " (" + option.defaultValue() + " when not given)"));
                spec.addOption(
                        isFlag(option)
                                ? builder.type(Boolean.class)
                                        .arity("0..1")
                                        .fallbackValue("true")
                                        .build()
                                : builder.type(List.class)
                                        .auxiliaryTypes(String.class)
                                        .arity("1")
                                        .build());
            }
        }
    }

    /** Whether it may stand alone. */
    private static boolean isFlag(Option option) {
        return option.values().equals(List.of("true", "false"));
    }

    /** A list may also be given one by one, under the singular name. */
    private static String[] names(Option option) {
        String flag = option.flag();
        return option.list() && flag.endsWith("s")
                ? new String[] {flag.substring(0, flag.length() - 1), flag}
                : new String[] {flag};
    }

    /** What was given to the command, and the defaults of the rest. */
    static Options read(CommandSpec spec) {
        Map<String, String> texts = new HashMap<>();
        for (Option option : Options.ALL) {
            OptionSpec known = spec.findOption(option.flag());
            List<String> values = new ArrayList<>();
            if (known != null && known.getValue() instanceof List<?> list) {
                list.forEach(value -> values.add(String.valueOf(value)));
            } else if (known != null && known.getValue() instanceof Boolean flag) {
                values.add(flag.toString());
            }
            if (values.size() > 1 && !option.list()) {
                throw new ParameterException(spec.commandLine(), option.flag() + " is given twice");
            }
            if (!values.isEmpty()) {
                texts.put(option.name(), String.join(",", values));
            }
        }
        try {
            return Options.of(texts);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}

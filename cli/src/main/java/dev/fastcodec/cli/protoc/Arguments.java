package dev.fastcodec.cli.protoc;

import dev.fastcodec.cli.protoc.Invocation.Allowed;
import dev.fastcodec.cli.protoc.Invocation.Checks;
import dev.fastcodec.cli.protoc.Invocation.Defaults;
import dev.fastcodec.cli.protoc.Invocation.Details;
import dev.fastcodec.cli.protoc.Invocation.Mapping;
import dev.fastcodec.cli.protoc.Invocation.Mode;
import dev.fastcodec.cli.protoc.Invocation.Outputs;
import dev.fastcodec.cli.protoc.Invocation.Sources;
import dev.fastcodec.codegen.bootstrap.Edition;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects flags one after the other; each is judged by what came before it, as in protoc. */
final class Arguments {
    private static final String DIRECT = "File is imported but not declared in --direct_dependencies: %s";
    private static final String OPTION = "File is option imported but not declared in --option_dependencies: %s";

    private final Console console;
    private final Plugins plugins = new Plugins();
    private final List<Mapping> path = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final Set<String> set = new HashSet<>();
    private List<String> descriptorSets = List.of();
    private @Nullable String descriptorSet;
    private @Nullable String dependencies;
    private @Nullable String defaults;
    private @Nullable Edition defaultsMinimum;
    private @Nullable Edition defaultsMaximum;
    private @Nullable Set<String> imports;
    private @Nullable Set<String> optionImports;
    private String importsViolation = DIRECT;
    private String optionImportsViolation = OPTION;
    private Mode mode = Mode.COMPILE;
    private String type = "";
    private boolean msvs;
    private boolean finished;

    Arguments(Console console) {
        this.console = console;
    }

    /** Whether a flag was given after which nothing else counts. */
    boolean isFinished() {
        return finished;
    }

    /** Decides what to do, whatever else is given. */
    void finish(Mode what) {
        mode = what;
        finished = true;
    }

    /** Takes a flag, or with an empty name an input. */
    void take(String name, String value) {
        switch (name) {
            case "" -> takeInput(value);
            case "-I", "--proto_path" -> takePath(value);
            case "--descriptor_set_in" -> takeDescriptorSets(name, value);
            case "-o", "--descriptor_set_out" -> {
                descriptorSet = file(name, value, descriptorSet);
                checkCompiles("Cannot use --encode or --decode and generate descriptors at the same time.");
            }
            case "--dependency_out" -> {
                dependencies = file(name, value, dependencies);
                if (!descriptorSets.isEmpty()) {
                    throw new UsageError(name + " cannot be used with --descriptor_set_in.");
                }
            }
            case "--edition_defaults_out" -> {
                defaults = file(name, value, defaults);
                checkCompiles("Cannot use --encode or --decode and generate defaults at the same time.");
            }
            case "--edition_defaults_minimum" -> defaultsMinimum = edition(name, value, defaultsMinimum);
            case "--edition_defaults_maximum" -> defaultsMaximum = edition(name, value, defaultsMaximum);
            case "--direct_dependencies" -> imports = names(name, "direct", value, imports);
            case "--direct_dependencies_violation_msg" -> importsViolation = value;
            case "--option_dependencies" -> optionImports = names(name, "option", value, optionImports);
            case "--option_dependencies_violation_msg" -> optionImportsViolation = value;
            case "--encode", "--decode", "--decode_raw" -> takeCodec(name, value);
            case "--print_free_field_numbers" -> takePrint(name);
            case "--error_format" -> {
                if (!value.equals("gcc") && !value.equals("msvs")) {
                    throw new UsageError("Unknown error format: " + value);
                }
                msvs = value.equals("msvs");
            }
            case "--include_imports", "--include_source_info", "--retain_options", "--fatal_warnings" -> {
                if (!set.add(name)) {
                    throw new UsageError(name + " may only be passed once.");
                }
            }
            case "--disallow_services",
                    "--deterministic_output",
                    "--unsafe_allow_out_dir_escape",
                    "--experimental_editions",
                    "--enable_codegen_trace",
                    "--experimental_allow_proto3_optional" -> set.add(name);
            case "-h", "--help" -> finish(Mode.HELP);
            case "--version" -> finish(Mode.VERSION);
            case "--notices" -> finish(Mode.NOTICES);
            default -> plugins.take(name, value, mode);
        }
    }

    private void takeInput(String value) {
        if (value.isEmpty()) {
            throw new UsageError("One of the arguments is empty, and no file is called so.");
        }
        inputs.add(value);
    }

    private void takePath(String value) {
        for (String part : value.split(File.pathSeparator)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                Mapping mapping = new Mapping(equals < 0 ? "" : part.substring(0, equals), part.substring(equals + 1));
                if (mapping.disk().isEmpty()) {
                    throw new UsageError(
                            "--proto_path passed empty directory name.  (Use \".\" for current directory.)");
                }
                // The name of a folder may have an equals sign.
                boolean there = SourceTree.exists(mapping.disk(), console);
                if (!there && SourceTree.exists(part, console)) {
                    mapping = new Mapping("", part);
                } else if (!there) {
                    console.err().println(mapping.disk() + ": warning: directory does not exist.");
                }
                path.add(mapping);
            }
        }
    }

    private void takeDescriptorSets(String name, String value) {
        if (!descriptorSets.isEmpty()) {
            throw new UsageError(
                    name + " may only be passed once. To specify multiple descriptor sets, pass them all as a "
                            + "single parameter separated by '" + File.pathSeparator + "'.");
        }
        requireValue(name, value);
        if (dependencies != null) {
            throw new UsageError(name + " cannot be used with --dependency_out.");
        }
        descriptorSets = parts(value, File.pathSeparator);
    }

    private static List<String> parts(String value, String separator) {
        return Arrays.stream(value.split(separator))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static void requireValue(String name, String value) {
        if (value.isEmpty()) {
            throw new UsageError(name + " requires a non-empty value.");
        }
    }

    private static String file(String name, String value, @Nullable String before) {
        checkOnce(name, before);
        requireValue(name, value);
        return value;
    }

    private static void checkOnce(String name, @Nullable Object before) {
        if (before != null) {
            throw new UsageError(name + " may only be passed once.");
        }
    }

    /** The edition of this name; null for the one that stands for none. */
    private static @Nullable Edition edition(String name, String value, @Nullable Edition before) {
        checkOnce(name, before);
        Edition edition = Arrays.stream(Edition.values())
                .filter(candidate -> candidate.name().equals("EDITION_" + value))
                .findFirst()
                .orElseThrow(() -> new UsageError(name + " unknown edition \"" + value + "\"."));
        return edition == Edition.EDITION_UNKNOWN ? null : edition;
    }

    private static Set<String> names(String name, String kind, String value, @Nullable Set<String> before) {
        if (before != null) {
            throw new UsageError(name + " may only be passed once. To specify multiple " + kind
                    + " dependencies, pass them all as a single parameter separated by ':'.");
        }
        return new LinkedHashSet<>(parts(value, ":"));
    }

    private void checkCompiles(String otherwise) {
        if (mode != Mode.COMPILE) {
            throw new UsageError(otherwise);
        }
    }

    private void checkNothingGenerated(String name) {
        if (!plugins.directives().isEmpty() || descriptorSet != null) {
            throw new UsageError("Cannot use " + name + " and generate code or descriptors at the same time.");
        }
    }

    private void takeCodec(String name, String value) {
        checkCompiles("Only one of --encode and --decode can be specified.");
        checkNothingGenerated(name);
        boolean raw = name.equals("--decode_raw");
        if (value.isEmpty() && !raw) {
            throw new UsageError("Type name for " + name + " cannot be blank." + ArgumentParser.rawHelp(name));
        } else if (!value.isEmpty() && raw) {
            throw new UsageError("--decode_raw does not take a parameter.");
        }
        mode = name.equals("--encode") ? Mode.ENCODE : Mode.DECODE;
        type = value;
    }

    private void takePrint(String name) {
        checkCompiles("Cannot use " + name + " and use --encode, --decode or print other info at the same time.");
        checkNothingGenerated(name);
        mode = Mode.PRINT;
    }

    /**
     * All that was given.
     *
     * @throws UsageError when it does not fit together
     */
    Invocation invocation() {
        if (!finished) {
            plugins.checkOptions();
            if (path.isEmpty() && descriptorSets.isEmpty()) {
                path.add(new Mapping("", "."));
            }
            new ArgumentChecks(mode, type, inputs, descriptorSets).check();
            checkOutputs();
        }
        Details details = new Details(
                set.contains("--include_imports"),
                set.contains("--include_source_info"),
                set.contains("--retain_options"));
        Outputs outputs = new Outputs(
                plugins.directives(),
                plugins.programs(),
                plugins.prefixes(),
                descriptorSet,
                details,
                dependencies,
                defaults == null ? null : new Defaults(defaults, defaultsMinimum, defaultsMaximum),
                set.contains("--unsafe_allow_out_dir_escape"),
                set.contains("--enable_codegen_trace"));
        Checks checks = new Checks(
                set.contains("--disallow_services"),
                imports == null ? null : new Allowed(imports, importsViolation),
                optionImports == null ? null : new Allowed(optionImports, optionImportsViolation),
                set.contains("--fatal_warnings"),
                set.contains("--experimental_editions"));
        return new Invocation(
                mode,
                new Sources(List.copyOf(path), descriptorSets, List.copyOf(inputs)),
                outputs,
                checks,
                type,
                set.contains("--deterministic_output"),
                msvs);
    }

    private void checkOutputs() {
        if (mode == Mode.COMPILE && plugins.directives().isEmpty() && descriptorSet == null && defaults == null) {
            throw new UsageError("Missing output directives.");
        } else if (mode != Mode.COMPILE && dependencies != null) {
            throw new UsageError("Can only use --dependency_out=FILE when generating code.");
        } else if (mode != Mode.ENCODE && set.contains("--deterministic_output")) {
            throw new UsageError("Can only use --deterministic_output with --encode.");
        } else if (dependencies != null && inputs.size() > 1) {
            throw new UsageError("Can only process one input file when using --dependency_out=FILE.");
        }
        for (String flag : List.of("--include_imports", "--include_source_info", "--retain_options")) {
            if (set.contains(flag) && descriptorSet == null) {
                console.err().println(flag + " only makes sense when combined with --descriptor_set_out.");
            }
        }
    }
}

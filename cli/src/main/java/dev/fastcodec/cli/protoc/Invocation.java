package dev.fastcodec.cli.protoc;

import dev.fastcodec.codegen.bootstrap.Edition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command line of protoc, understood.
 *
 * @param mode what it is asked to do
 * @param sources where files come from
 * @param outputs what is written
 * @param checks what else must hold
 * @param type for {@code --encode} and {@code --decode}: the message; empty for {@code --decode_raw}
 * @param deterministic {@code --deterministic_output}
 * @param msvs whether errors are told as Visual Studio does
 */
record Invocation(
        Mode mode, Sources sources, Outputs outputs, Checks checks, String type, boolean deterministic, boolean msvs) {
    /** What there is to do. */
    enum Mode {
        /** Generates code and descriptors. */
        COMPILE,
        /** Text to bytes. */
        ENCODE,
        /** Bytes to text. */
        DECODE,
        /** Prints free field numbers. */
        PRINT,
        /** Prints how to use it. */
        HELP,
        /** Prints the version of protoc that it stands in for. */
        VERSION,
        /** Prints the licence. */
        NOTICES
    }

    /**
     * A folder in which files are looked up.
     *
     * @param virtual what the names of its files begin with when they are imported; may be empty
     * @param disk the folder, or a file, as given
     */
    record Mapping(String virtual, String disk) {}

    /**
     * Where files come from.
     *
     * @param path folders in order; empty when only descriptor sets are given
     * @param descriptorSets files of {@code --descriptor_set_in}
     * @param inputs names as given
     */
    record Sources(List<Mapping> path, List<String> descriptorSets, List<String> inputs) {}

    /**
     * One {@code --NAME_out}.
     *
     * @param flag {@code --NAME_out}
     * @param parameter what the plugin is told
     * @param location a folder, zip or jar
     */
    record Directive(String flag, String parameter, String location) {
        /** The name of the plugin, or of a generator of protoc. */
        String name() {
            return flag.substring(2, flag.lastIndexOf('_'));
        }
    }

    /**
     * What is written.
     *
     * @param directives in order
     * @param plugins programs by the name of the plugin, {@code protoc-gen-NAME}
     * @param prefixes words of a command that starts the plugin of this name
     * @param descriptorSet file of {@code --descriptor_set_out}, or null
     * @param details what that file holds
     * @param dependencies file of {@code --dependency_out}, or null
     * @param defaults {@code --edition_defaults_out}
     * @param mayEscape {@code --unsafe_allow_out_dir_escape}
     * @param trace {@code --enable_codegen_trace}
     */
    record Outputs(
            List<Directive> directives,
            Map<String, String> plugins,
            Map<String, List<String>> prefixes,
            @Nullable String descriptorSet,
            Details details,
            @Nullable String dependencies,
            @Nullable Defaults defaults,
            boolean mayEscape,
            boolean trace) {}

    /** {@code --include_imports}, {@code --include_source_info}, {@code --retain_options}. */
    record Details(boolean imports, boolean sourceInfo, boolean retainOptions) {}

    /** {@code --edition_defaults_out} with its bounds, or null for protoc's own. */
    record Defaults(
            String file,
            @Nullable Edition minimum,
            @Nullable Edition maximum) {}

    /**
     * What else must hold of the inputs.
     *
     * @param noServices {@code --disallow_services}
     * @param imports what may be imported, or null for all
     * @param optionImports the same for {@code import option}
     * @param fatalWarnings {@code --fatal_warnings}
     * @param anyEdition {@code --experimental_editions}
     */
    record Checks(
            boolean noServices,
            @Nullable Allowed imports,
            @Nullable Allowed optionImports,
            boolean fatalWarnings,
            boolean anyEdition) {}

    /** Names that may be imported, and what is said of others: {@code %s} stands for the name. */
    record Allowed(Set<String> names, String violation) {}
}

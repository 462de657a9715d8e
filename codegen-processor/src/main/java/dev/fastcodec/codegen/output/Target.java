package dev.fastcodec.codegen.output;

import java.nio.file.Path;

/**
 * Where generated files go.
 *
 * @param folder the output folder, made when needed
 * @param state the state file of this target, made when needed
 * @param whole whether one run makes everything that this target's earlier runs made: then what it does not make is
 *     stale. Otherwise a run answers only for the IDL files that it is asked for, and for those that are gone
 */
public record Target(Path folder, Path state, boolean whole) {
    /** An output folder that several runs share, each for its own IDL files; its state is inside it. */
    public static Target shared(Path folder) {
        return new Target(folder, folder.resolve(".fastcodec-state"), false);
    }
}

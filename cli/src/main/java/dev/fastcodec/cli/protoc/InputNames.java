package dev.fastcodec.cli.protoc;

import dev.fastcodec.cli.protoc.SourceTree.Virtual;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Turns the names of inputs, which may be files on disk, into names that they are imported by. */
final class InputNames {
    private final SourceTree tree;
    private final Predicate<String> elsewhere;
    private final Console console;

    /**
     * Names of inputs.
     *
     * @param elsewhere whether a file of this name is known without a folder: from a descriptor set, or a well-known type
     */
    InputNames(SourceTree tree, Predicate<String> elsewhere, Console console) {
        this.tree = tree;
        this.elsewhere = elsewhere;
        this.console = console;
    }

    /**
     * The names to import.
     *
     * @throws UsageError when one is nothing that can be read
     */
    List<String> virtual(List<String> inputs) {
        List<String> names = new ArrayList<>();
        for (String input : inputs) {
            names.add(virtual(input));
        }
        return names;
    }

    private String virtual(String input) {
        if (!SourceTree.exists(input, console)) {
            if (isKnown(input)) {
                return input;
            }
            throw new UsageError("Could not make proto path relative: " + input + ": No such file or directory");
        }
        Virtual found = tree.virtual(input);
        if (found instanceof Virtual.Found name) {
            return name.name();
        } else if (found instanceof Virtual.Shadowed shadowed) {
            throw new UsageError(input + ": Input is shadowed in the --proto_path by \"" + shadowed.by() + "\".");
        } else if (found instanceof Virtual.Unreadable unreadable) {
            if (elsewhere.test(input)) {
                return input;
            }
            throw new UsageError("Could not map to virtual file: " + input + ": " + unreadable.reason());
        }
        if (isKnown(input)) {
            return input;
        }
        throw new UsageError(input
                + ": File does not reside within any path specified using --proto_path (or -I), which are compared "
                + "with it as texts.");
    }

    private boolean isKnown(String input) {
        return tree.diskName(input).isPresent() || elsewhere.test(input);
    }
}

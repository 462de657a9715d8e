package dev.fastcodec.codegen.output;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is to be generated from what.
 *
 * @param files files on disk, or import paths
 * @param roots where imports are looked up, first wins; the well-known types need no root
 * @param options the user's choices
 */
public record Request(List<String> files, List<Root> roots, Options options) {
    /** Copies the lists. A Thrift file may lie under none of the roots: its folder becomes the last root. */
    public Request {
        files = List.copyOf(files);
        List<Root> all = new ArrayList<>(roots);
        for (String name : files) {
            folderOutside(name, all).ifPresent(folder -> all.add(Roots.folder(folder)));
        }
        roots = List.copyOf(all);
    }

    private static Optional<Path> folderOutside(String name, List<Root> roots) {
        if (!name.endsWith(".thrift")) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(name).toAbsolutePath().normalize();
            boolean outside = Files.isRegularFile(file)
                    && roots.stream().allMatch(r -> r.importPath(file).isEmpty());
            return outside ? Optional.ofNullable(file.getParent()) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What the result depends on besides the content of files: equal for equal requests to equal builds of Fastcodec. */
    String key() {
        List<String> parts = new ArrayList<>();
        parts.add(Version.build());
        for (RecordComponent option : Options.class.getRecordComponents()) {
            parts.add(option.getName() + "=" + value(option));
        }
        parts.addAll(files);
        roots.forEach(root -> parts.add(root.describe()));
        return Hash.of(String.join("\0", parts));
    }

    private String value(RecordComponent option) {
        try {
            Object value = option.getAccessor().invoke(options);
            // A set has no order: give it one.
            return value instanceof Collection<?> several
                    ? new TreeSet<>(several.stream().map(String::valueOf).toList()).toString()
                    : String.valueOf(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("options are public", e);
        }
    }
}

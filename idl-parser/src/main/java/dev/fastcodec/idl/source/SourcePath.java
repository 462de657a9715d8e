package dev.fastcodec.idl.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The ordered roots in which imports are looked up; the first that has a file wins, and the well-known types come last.
 * Holds jars open between lookups: close it when the load is done. Not thread-safe.
 */
public final class SourcePath implements AutoCloseable {
    private final List<Root> roots;

    private SourcePath(List<Root> roots) {
        this.roots = roots;
    }

    /** A path of these roots, in this order, and the well-known types. */
    public static SourcePath of(List<Root> roots) {
        List<Root> all = new ArrayList<>(roots);
        all.add(Roots.wellKnown());
        return new SourcePath(List.copyOf(all));
    }

    /** A path of these folders, in this order, and the well-known types. */
    public static SourcePath ofFolders(Path... folders) {
        return of(Arrays.stream(folders).map(Roots::folder).toList());
    }

    /** This path with one more root before the well-known types; both share their open jars. */
    public SourcePath and(Root root) {
        List<Root> all = new ArrayList<>(roots);
        all.add(all.size() - 1, root);
        return new SourcePath(List.copyOf(all));
    }

    /** The roots in order, the well-known types included. */
    public List<Root> roots() {
        return roots;
    }

    /** The first file of this import path; throws when that one cannot be read. */
    public Optional<FoundFile> find(String importPath) throws IOException {
        for (Root root : roots) {
            Optional<byte[]> bytes = root.read(importPath);
            if (bytes.isPresent()) {
                return Optional.of(new FoundFile(importPath, root.describe(), bytes.get()));
            }
        }
        return Optional.empty();
    }

    /** The file on disk behind an import path, or empty when the first that has it is no folder or none has it. */
    public Optional<Path> file(String importPath) throws IOException {
        for (Root root : roots) {
            Optional<Path> file = root.file(importPath);
            if (file.isPresent()) {
                return file;
            }
            if (root.read(importPath).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The roots as a user calls them, separated by commas. */
    public String describe() {
        return String.join(", ", roots.stream().map(Root::describe).toList());
    }

    @Override
    public void close() {
        roots.forEach(Root::close);
    }
}

package dev.fastcodec.idl.link;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps the files that a user names to import paths, as protoc does: relative to the first root that holds them. */
public final class RequestedFiles {
    private final Diagnostics diagnostics;
    private final Set<String> importPaths = new LinkedHashSet<>();
    private SourcePath path;

    private RequestedFiles(SourcePath path, Diagnostics diagnostics) {
        this.path = path;
        this.diagnostics = diagnostics;
    }

    /**
     * What was asked for.
     *
     * @param importPaths each once, in order
     * @param path the source path, with the folders of Thrift files that lie under no root added
     */
    public record Mapped(List<String> importPaths, SourcePath path) {}

    /**
     * Maps file names. A name is a file on disk that lies under a root, or an import path. A Thrift file may lie anywhere: its
     * own folder becomes a root. What cannot be mapped is reported.
     */
    public static Mapped map(List<String> files, SourcePath path, Diagnostics diagnostics) {
        RequestedFiles requested = new RequestedFiles(path, diagnostics);
        for (String file : files) {
            String importPath = requested.importPath(file);
            if (importPath != null) {
                requested.importPaths.add(importPath);
            }
        }
        return new Mapped(List.copyOf(requested.importPaths), requested.path);
    }

    private @Nullable String importPath(String name) {
        Path file = onDisk(name);
        if (file == null) {
            return asImportPath(name, Problem.FILE_NOT_FOUND);
        }
        if (Files.isDirectory(file)) {
            diagnostics.report(Problem.FILE_UNREADABLE, null, name, "is a folder");
            return null;
        }
        for (Root root : path.roots()) {
            Optional<String> importPath = root.importPath(file);
            if (importPath.isPresent()) {
                return notShadowed(name, importPath.get(), root) ? importPath.get() : null;
            }
        }
        if (!name.endsWith(".thrift")) {
            return asImportPath(name, Problem.FILE_UNDER_NO_ROOT);
        }
        Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
        Root own = Roots.folder(folder);
        path = path.and(own);
        String importPath = String.valueOf(file.getFileName());
        return notShadowed(name, importPath, own) ? importPath : null;
    }

    private static @Nullable Path onDisk(String name) {
        try {
            Path file = Path.of(name);
            return Files.exists(file) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private @Nullable String asImportPath(String name, Problem otherwise) {
        for (Root root : path.roots()) {
            if (holds(root, name)) {
                return name;
            }
        }
        if (otherwise == Problem.FILE_UNDER_NO_ROOT) {
            diagnostics.report(otherwise, null, name).help(Problem.NAME_A_ROOT);
        } else {
            diagnostics.report(otherwise, null, name).help(Problem.PLACES_TRIED, path.describe());
        }
        return null;
    }

    private boolean notShadowed(String name, String importPath, Root root) {
        for (Root earlier : path.roots()) {
            if (earlier.equals(root)) {
                return true;
            }
            if (holds(earlier, importPath)) {
                diagnostics.report(Problem.FILE_SHADOWED, null, name, importPath, earlier.describe());
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Root root, String importPath) {
        try {
            return root.file(importPath).isPresent() || root.read(importPath).isPresent();
        } catch (IOException e) {
            return true;
        }
    }
}

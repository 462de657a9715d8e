package dev.fastcodec.cli.protoc;

import dev.fastcodec.cli.protoc.Invocation.Mapping;
import dev.fastcodec.idl.source.Root;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders of {@code --proto_path} with protoc's rules: names are compared as texts, a mapping may give files names that
 * begin otherwise than on disk, and the first folder that has a file counts.
 */
final class SourceTree {
    private final List<Mapping> mappings = new ArrayList<>();
    private final Console console;

    SourceTree(List<Mapping> path, Console console) {
        this.console = console;
        for (Mapping mapping : path) {
            mappings.add(new Mapping(mapping.virtual(), canonical(mapping.disk())));
        }
    }

    /** The folders as places where imports are looked up. */
    List<Root> roots() {
        List<Root> roots = new ArrayList<>();
        for (Mapping mapping : mappings) {
            roots.add(new MappedRoot(mapping, console));
        }
        return roots;
    }

    /** The name on disk of a file that is imported by this name, as messages show it. */
    Optional<String> diskName(String virtual) {
        if (!isVirtual(virtual)) {
            return Optional.empty();
        }
        for (Mapping mapping : mappings) {
            Optional<String> disk = apply(virtual, mapping.virtual(), mapping.disk());
            if (disk.isPresent() && isFile(disk.get(), console)) {
                return disk;
            }
        }
        return Optional.empty();
    }

    /** Whether a name can be that of an imported file: relative, without dots and double slashes. */
    static boolean isVirtual(String name) {
        return name.equals(canonical(name)) && !hasParent(name) && !name.isEmpty();
    }

    /** What a name on disk is imported by. */
    sealed interface Virtual {
        /** This name. */
        record Found(String name) implements Virtual {}

        /** The name leads to another file. */
        record Shadowed(String by) implements Virtual {}

        /** It cannot be opened, for this reason. */
        record Unreadable(String reason) implements Virtual {}

        /** It lies in none of the folders. */
        record Outside() implements Virtual {}
    }

    /** Finds out what a file on disk is imported by. */
    Virtual virtual(String disk) {
        String canonical = canonical(disk);
        for (int i = 0; i < mappings.size(); i++) {
            Optional<String> name =
                    apply(canonical, mappings.get(i).disk(), mappings.get(i).virtual());
            if (name.isPresent()) {
                for (Mapping earlier : mappings.subList(0, i)) {
                    Optional<String> other = apply(name.get(), earlier.virtual(), earlier.disk());
                    if (other.isPresent() && exists(other.get(), console)) {
                        return new Virtual.Shadowed(other.get());
                    }
                }
                if (Files.isDirectory(console.file(disk))) {
                    return new Virtual.Unreadable("Input file is a directory.");
                }
                return Files.isReadable(console.file(disk))
                        ? new Virtual.Found(name.get())
                        : new Virtual.Unreadable("Permission denied");
            }
        }
        return new Virtual.Outside();
    }

    /** A path without single dots and double slashes, as texts are compared. */
    static String canonical(String path) {
        return isCanonical(path) ? path : canonicalParts(path);
    }

    /** Found without taking the path apart, as there may be thousands; of a few that are canonical it is not known here. */
    private static boolean isCanonical(String path) {
        return !path.startsWith(".")
                && !path.contains("/.")
                && !path.contains("//")
                && (File.separatorChar == '/' || path.indexOf('\\') < 0);
    }

    private static String canonicalParts(String path) {
        List<String> parts = new ArrayList<>();
        String slashed = File.separatorChar == '\\' ? path.replace('\\', '/') : path;
        for (String part : slashed.split("/")) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        String joined = String.join("/", parts);
        String start = slashed.startsWith("/") ? "/" : "";
        return start + joined + (slashed.endsWith("/") && !joined.isEmpty() ? "/" : "");
    }

    private static boolean hasParent(String path) {
        return path.contains("..") && ("/" + path + "/").contains("/../");
    }

    /** The name when it begins with one prefix, with the other in its place. */
    static Optional<String> apply(String name, String prefix, String replacement) {
        String rest;
        if (prefix.isEmpty()) {
            if (name.startsWith("/")) {
                return Optional.empty();
            }
            rest = name;
        } else if (name.equals(prefix)) {
            return Optional.of(replacement);
        } else if (name.startsWith(prefix.endsWith("/") ? prefix : prefix + "/")) {
            rest = name.substring(prefix.endsWith("/") ? prefix.length() : prefix.length() + 1);
        } else {
            return Optional.empty();
        }
        if (hasParent(rest)) {
            return Optional.empty();
        }
        return Optional.of(replacement.isEmpty() ? rest : replacement + "/" + rest);
    }

    /** Whether there is something of this name. {@link Files} would make an exception for each that is not there. */
    static boolean exists(String disk, Console console) {
        try {
            return console.file(disk).toFile().exists();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isFile(String disk, Console console) {
        try {
            File file = console.file(disk).toFile();
            return file.canRead() && !file.isDirectory();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** One folder as a root of the source path. */
    private record MappedRoot(Mapping mapping, Console console) implements Root {
        @Override
        public Optional<byte[]> read(String importPath) throws IOException {
            Optional<Path> file = file(importPath);
            return file.isEmpty() ? Optional.empty() : Optional.of(bytes(file.get()));
        }

        /** A stream is at work sooner than the channel of {@link Files}, which says better why a file cannot be read. */
        private static byte[] bytes(Path file) throws IOException {
            try (InputStream in = new FileInputStream(file.toFile())) {
                return in.readAllBytes();
            } catch (FileNotFoundException e) {
                return Files.readAllBytes(file);
            }
        }

        @Override
        public Optional<Path> file(String importPath) {
            Optional<String> disk = apply(importPath, mapping.virtual(), mapping.disk());
            if (disk.isEmpty() || !isVirtual(importPath)) {
                return Optional.empty();
            }
            try {
                Path path = console.file(disk.get());
                File file = path.toFile();
                return file.exists() && !file.isDirectory() ? Optional.of(path) : Optional.empty();
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }

        @Override
        public String describe() {
            return mapping.disk().isEmpty() ? "." : mapping.disk();
        }
    }
}

package dev.fastcodec.codegen.apt;

import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/**
 * The places in which a processor looks for IDL: the folders and jars of an option, then the compiler's own places. To the
 * rest of Fastcodec they are one root, in which import paths are looked up and nothing else: the working folder of the
 * compiler, which differs from tool to tool, counts for nothing.
 */
final class Lookup implements Root {
    private static final List<StandardLocation> LOCATIONS =
            List.of(StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH, StandardLocation.CLASS_OUTPUT);

    private final Filer filer;
    private final List<Root> option;

    /**
     * Looks in the option first.
     *
     * @param option folders and jars, separated as in a class path; may be empty
     */
    Lookup(Filer filer, String option) {
        this.filer = filer;
        this.option = Arrays.stream(option.split(File.pathSeparator))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .map(path -> Files.isRegularFile(path) ? Roots.jar(path) : Roots.folder(path))
                .toList();
    }

    @Override
    public Optional<byte[]> read(String importPath) throws IOException {
        for (Root root : option) {
            Optional<byte[]> bytes = root.read(importPath);
            if (bytes.isPresent()) {
                return bytes;
            }
        }
        for (Location location : LOCATIONS) {
            Optional<byte[]> bytes = read(location, importPath);
            if (bytes.isPresent()) {
                return bytes;
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> read(Location location, String importPath) {
        try {
            FileObject file = filer.getResource(location, "", importPath);
            try (InputStream in = file.openInputStream()) {
                return Optional.of(in.readAllBytes());
            }
        } catch (IOException | RuntimeException e) {
            // Compilers differ in how they say that there is no such file or no such location: all of it means the next
            // place.
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> importPath(Path file) {
        Path working = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath();
        return absolute.startsWith(working)
                ? Optional.of(working.relativize(absolute).toString().replace(File.separatorChar, '/'))
                : Optional.of(absolute.toString());
    }

    @Override
    public String describe() {
        List<String> places = new ArrayList<>();
        option.forEach(root -> places.add(root.describe()));
        LOCATIONS.forEach(location -> places.add(location.getName()));
        return String.join(", ", places);
    }

    @Override
    public void close() {
        option.forEach(Root::close);
    }
}

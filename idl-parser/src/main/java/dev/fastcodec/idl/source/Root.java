package dev.fastcodec.idl.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A place in which IDL files are looked up by import path: a folder, a jar, a map, or whatever else implements this. Import
 * paths are relative and separated by {@code /}.
 */
public interface Root {
    /** The bytes of this file, or empty when it is not here; throws when it is here and cannot be read. */
    Optional<byte[]> read(String importPath) throws IOException;

    /** What a user calls this place: the path of a folder or jar. */
    String describe();

    /** The file on disk behind an import path, or empty when it is not here or not on disk. */
    default Optional<Path> file(String importPath) {
        return Optional.empty();
    }

    /** The import path of a file on disk if it lies under this root, whether it exists or not. */
    default Optional<String> importPath(Path file) {
        return Optional.empty();
    }

    /** Lets go of open files; a later {@link #read} opens them again. */
    default void close() {}
}

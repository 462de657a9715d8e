package dev.fastcodec.idl.schema;

import java.util.List;
import java.util.Optional;

/**
 * A linked set of files, each after all that it imports.
 *
 * @param files every file that was read, imports first
 */
public record Schema(List<SchemaFile> files) {
    /** Copies the list. */
    public Schema {
        files = List.copyOf(files);
    }

    /** The file of this import path. */
    public Optional<SchemaFile> file(String path) {
        return files.stream().filter(f -> f.info().path().equals(path)).findFirst();
    }

    /** The files that were asked for, as opposed to those that they import. */
    public List<SchemaFile> requested() {
        return files.stream().filter(SchemaFile::requested).toList();
    }
}

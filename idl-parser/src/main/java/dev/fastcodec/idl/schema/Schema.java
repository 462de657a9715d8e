package dev.fastcodec.idl.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A linked set of files, each after all that it imports.
 *
 * @param files every file that was read, imports first
 * @param asked the paths of the files that were asked for, in the order in which they were
 */
public record Schema(List<SchemaFile> files, List<String> asked) {
    /** Copies the lists. */
    public Schema {
        files = List.copyOf(files);
        asked = List.copyOf(asked);
    }

    /** The file of this import path. */
    public Optional<SchemaFile> file(String path) {
        return files.stream().filter(f -> f.info().path().equals(path)).findFirst();
    }

    /** The files that were asked for, as opposed to those that they import, each after what it imports. */
    public List<SchemaFile> requested() {
        return files.stream().filter(SchemaFile::requested).toList();
    }

    /** The same files in the order in which they were asked for. */
    public List<SchemaFile> inOrderAsked() {
        Map<String, SchemaFile> byPath = new HashMap<>();
        requested().forEach(file -> byPath.put(file.info().path(), file));
        return asked.stream()
                .flatMap(path -> Stream.ofNullable(byPath.get(path)))
                .toList();
    }
}

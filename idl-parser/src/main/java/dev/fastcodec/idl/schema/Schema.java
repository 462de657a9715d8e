package dev.fastcodec.idl.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<SchemaFile> requested = new ArrayList<>();
        for (SchemaFile file : files) {
            if (file.requested()) {
                requested.add(file);
            }
        }
        return requested;
    }

    /** The same files in the order in which they were asked for. */
    public List<SchemaFile> inOrderAsked() {
        Map<String, SchemaFile> byPath = new HashMap<>();
        for (SchemaFile file : requested()) {
            byPath.put(file.info().path(), file);
        }
        List<SchemaFile> inOrder = new ArrayList<>();
        for (String path : asked) {
            SchemaFile file = byPath.get(path);
            if (file != null) {
                inOrder.add(file);
            }
        }
        return inOrder;
    }
}

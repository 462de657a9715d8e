package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.idl.schema.FileInfo.Language;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the files of a descriptor set in protoc's order. The walk keeps its own stack: chains of imports may be long. */
final class DescriptorOrder {
    private final Schema schema;
    private final boolean imports;
    private final Map<String, SchemaFile> byPath = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<SchemaFile> done = new ArrayList<>();

    /** A file whose imports are being walked. */
    private record Frame(SchemaFile file, Iterator<SchemaFile.Import> rest) {}

    DescriptorOrder(Schema schema, boolean imports) {
        this.schema = schema;
        this.imports = imports;
        schema.files().forEach(f -> byPath.put(f.info().path(), f));
    }

    List<SchemaFile> files() {
        for (SchemaFile file : schema.inOrderAsked()) {
            if (file.info().language() == Language.PROTO) {
                walk(file);
            }
        }
        return done;
    }

    /** The file, after what it imports and that imports. */
    List<SchemaFile> upTo(SchemaFile file) {
        walk(file);
        return done;
    }

    private void walk(SchemaFile start) {
        Deque<Frame> stack = new ArrayDeque<>();
        enter(start, stack);
        while (!stack.isEmpty()) {
            Frame frame = stack.getFirst();
            if (!frame.rest().hasNext()) {
                done.add(frame.file());
                stack.pop();
                continue;
            }
            enter(byPath.get(frame.rest().next().path()), stack);
        }
    }

    private void enter(@Nullable SchemaFile file, Deque<Frame> stack) {
        if (file != null
                && (imports || file.requested())
                && seen.add(file.info().path())) {
            stack.push(new Frame(file, file.imports().iterator()));
        }
    }
}

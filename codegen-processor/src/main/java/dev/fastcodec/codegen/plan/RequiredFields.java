package dev.fastcodec.codegen.plan;

import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.FileInfo.Language;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the messages of Protobuf that must be looked through for required fields when all is read: a sub-message may come in
 * pieces, so that only then can be said what is missing.
 */
final class RequiredFields {
    private final Map<StructType, List<StructType>> containers = new IdentityHashMap<>();
    private final Set<StructType> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<StructType> next = new ArrayDeque<>();

    private RequiredFields() {}

    /** The messages that have a required field, themselves or in a message below them, perhaps one that is an extension. */
    static Set<StructType> mayLack(Schema schema) {
        RequiredFields fields = new RequiredFields();
        for (SchemaFile file : schema.files()) {
            if (file.info().language() == Language.PROTO) {
                file.structs().forEach(fields::collect);
            }
        }
        while (!fields.next.isEmpty()) {
            fields.containers.getOrDefault(fields.next.remove(), List.of()).forEach(fields::add);
        }
        return fields.found;
    }

    private void collect(StructType struct) {
        if (!struct.body().extensionRanges().isEmpty()) {
            add(struct);
        }
        for (Field field : struct.fields()) {
            if (field.presence() == Field.Presence.REQUIRED) {
                add(struct);
            }
            StructType inner = message(field.type());
            if (inner != null) {
                containers.computeIfAbsent(inner, t -> new ArrayList<>()).add(struct);
            }
        }
        struct.body().structs().forEach(this::collect);
    }

    private void add(StructType struct) {
        if (found.add(struct)) {
            next.add(struct);
        }
    }

    private static @Nullable StructType message(Type type) {
        if (type instanceof Type.ListOf list) {
            return message(list.element());
        } else if (type instanceof Type.MapOf map) {
            return message(map.value());
        }
        return type instanceof StructType struct ? struct : null;
    }
}

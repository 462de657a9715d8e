package dev.fastcodec.idl.link;

import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.StructType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the structs without a finite value: those that require one of these, and the unions that offer nothing else. Starts from
 * the types that are finite by themselves and goes on to those that only waited for them.
 */
final class ThriftEndless {
    private final Set<StructType> endless;
    private final Map<StructType, List<StructType>> waiting = new HashMap<>();
    private final Map<StructType, Integer> needs = new HashMap<>();
    private final Deque<StructType> finite = new ArrayDeque<>();

    private ThriftEndless(List<StructType> types) {
        this.endless = new LinkedHashSet<>(types);
    }

    /** The endless ones of these types; a type of another file is among them too if its file is linked along. */
    static Set<StructType> find(List<StructType> types) {
        ThriftEndless search = new ThriftEndless(types);
        types.forEach(search::enter);
        for (StructType type = search.finite.poll(); type != null; type = search.finite.poll()) {
            if (search.endless.remove(type)) {
                search.waiting.getOrDefault(type, List.of()).forEach(search::satisfy);
            }
        }
        return search.endless;
    }

    private void enter(StructType type) {
        List<Field> structs = needed(type).stream()
                .filter(f -> f.type() instanceof StructType)
                .toList();
        boolean union = type.kind() == StructType.Kind.UNION;
        boolean free = union ? structs.size() < type.fields().size() || structs.isEmpty() : structs.isEmpty();
        if (free) {
            finite.add(type);
            return;
        }
        needs.put(type, union ? 1 : structs.size());
        for (Field field : structs) {
            waiting.computeIfAbsent((StructType) field.type(), t -> new ArrayList<>())
                    .add(type);
        }
    }

    private void satisfy(StructType type) {
        if (needs.merge(type, -1, Integer::sum) == 0) {
            finite.add(type);
        }
    }

    /** The fields that a value must have, or of which it must have one if it is a union. */
    private static List<Field> needed(StructType type) {
        boolean union = type.kind() == StructType.Kind.UNION;
        return type.fields().stream()
                .filter(f -> union || f.presence() == Field.Presence.REQUIRED)
                .toList();
    }
}

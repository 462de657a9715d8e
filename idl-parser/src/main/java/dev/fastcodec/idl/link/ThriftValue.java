package dev.fastcodec.idl.link;

import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A value of a constant or default.
 *
 * @param size how large it is when written out
 * @param makes the structs of which it holds values
 */
record ThriftValue(Value value, ThriftSize size, Set<StructType> makes) {
    /** A scalar. */
    static ThriftValue of(Value value) {
        return new ThriftValue(value, ThriftSize.ONE, Set.of());
    }

    /** A composite of parts. */
    static ThriftValue of(Value value, List<ThriftValue> parts) {
        ThriftSize size = new ThriftSize(0, 0);
        Set<StructType> makes = Set.of();
        for (ThriftValue part : parts) {
            size = size.and(part.size);
            makes = union(makes, part.makes);
        }
        if (value instanceof Value.Struct struct) {
            makes = union(makes, Set.of(struct.type()));
        }
        return new ThriftValue(value, size.around(), makes);
    }

    private static Set<StructType> union(Set<StructType> a, Set<StructType> b) {
        if (a.containsAll(b)) {
            return a;
        }
        if (a.isEmpty()) {
            return b;
        }
        Set<StructType> both = new HashSet<>(a);
        both.addAll(b);
        return both;
    }
}

package dev.fastcodec.idl.schema;

import java.util.List;

/**
 * The numbers and names that a message or enum of Protobuf keeps from use, in source order.
 *
 * @param ranges numbers
 * @param names names of fields or values
 */
public record Reserved(List<StructType.NumberRange> ranges, List<String> names) {
    /** Nothing. */
    public static final Reserved NONE = new Reserved(List.of(), List.of());

    /** Copies the lists. */
    public Reserved {
        ranges = List.copyOf(ranges);
        names = List.copyOf(names);
    }
}

package dev.fastcodec.codegen.plan;

import java.util.List;

/**
 * The numbers that extensions of a bean may have.
 *
 * @param messageSet whether they are written as the items of a {@code MessageSet}
 */
public record ExtensionRanges(List<Range> ranges, boolean messageSet) {
    /** Numbers from {@code first} to {@code last}, both included. */
    public record Range(int first, int last) {}

    /** Copies the list. */
    public ExtensionRanges {
        ranges = List.copyOf(ranges);
    }

    /** Whether there may be an extension between these numbers, themselves excluded; there is no field between them. */
    public boolean isOpenBetween(int number, int other) {
        return ranges.stream().anyMatch(r -> r.first() < other && r.last() > number);
    }
}

package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reserved numbers and extension ranges of a message or enum, sorted; overlaps are reported. */
final class NumberRanges {
    /**
     * A range, both ends included.
     *
     * @param reserved {@code reserved}, else {@code extensions}
     */
    record Range(long first, long last, boolean reserved, Span span) {
        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + " to " + last;
        }

        /** What it is for. */
        String purpose() {
            return reserved ? "reserved" : "for extensions";
        }
    }

    private final List<Range> written = new ArrayList<>();
    private final List<Range> sorted = new ArrayList<>();
    private final long least;
    private final long most;
    private final Diagnostics diagnostics;

    /**
     * No range yet.
     *
     * @param least the lowest number that may be in one
     * @param most what {@code max} stands for, the highest that may be in an extension range; any number may be reserved
     */
    NumberRanges(long least, long most, Diagnostics diagnostics) {
        this.least = least;
        this.most = most;
        this.diagnostics = diagnostics;
    }

    /** Adds a range as written; one that is none is reported and left out. */
    void add(Decl.Range range, boolean reserved) {
        BigInteger first = range.first().value();
        BigInteger last =
                range.last() == null ? BigInteger.valueOf(most) : range.last().value();
        long limit = reserved ? Math.max(most, ProtoNumbers.MAX_MESSAGE_SET) : most;
        if (first.compareTo(BigInteger.valueOf(least)) < 0 || last.compareTo(BigInteger.valueOf(limit)) > 0) {
            diagnostics.report(Problem.RANGE_LIMITS, range.span(), least, limit);
        } else if (last.compareTo(first) < 0) {
            diagnostics.report(Problem.RANGE_BACKWARD, range.span(), first, last);
        } else {
            written.add(new Range(first.longValue(), last.longValue(), reserved, range.span()));
        }
    }

    /** Sorts what was added and reports overlaps. */
    void close() {
        sorted.addAll(written);
        if (sorted.size() > 1) {
            sorted.sort((a, b) -> Long.compare(a.first(), b.first()));
        }
        Range farthest = null;
        for (Range range : sorted) {
            if (farthest != null && range.first() <= farthest.last()) {
                boolean later = range.span().start() > farthest.span().start();
                Range at = later ? range : farthest;
                Range before = later ? farthest : range;
                diagnostics
                        .report(Problem.RANGE_OVERLAP, at.span(), at, before.purpose())
                        .note(Problem.FIRST_DECLARED_HERE, before.span());
            }
            if (farthest == null || range.last() > farthest.last()) {
                farthest = range;
            }
        }
    }

    /** The range that holds a number, or null. */
    @Nullable
    Range holding(long number) {
        int low = 0;
        int high = sorted.size() - 1;
        Range found = null;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = sorted.get(middle);
            if (range.first() <= number) {
                found = range;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return found != null && number <= found.last() ? found : null;
    }
}

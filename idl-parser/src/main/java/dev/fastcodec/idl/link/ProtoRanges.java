package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.schema.Reserved;
import dev.fastcodec.idl.schema.StructType.NumberRange;
import java.util.ArrayList;
import java.util.List;

/** Ranges as the schema has them; one that does not fit 32 bits, which {@link NumberRanges} reports, is left out. */
final class ProtoRanges {
    private ProtoRanges() {}

    /** What the body of a message or enum reserves. */
    static Reserved reserved(List<Decl> body, int most) {
        List<NumberRange> ranges = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Decl decl : body) {
            if (decl instanceof Decl.Reserved reserved) {
                ranges.addAll(of(reserved.ranges(), most));
                for (Decl.ReservedName name : reserved.names()) {
                    names.add(name.name().text());
                }
            }
        }
        return ranges.isEmpty() && names.isEmpty() ? Reserved.NONE : new Reserved(ranges, names);
    }

    /**
     * Ranges of numbers.
     *
     * @param most what {@code max} stands for
     */
    static List<NumberRange> of(List<Decl.Range> written, int most) {
        List<NumberRange> ranges = new ArrayList<>();
        for (Decl.Range range : written) {
            boolean fits = range.first().value().bitLength() < 32
                    && (range.last() == null || range.last().value().bitLength() < 32);
            if (fits) {
                ranges.add(new NumberRange(
                        range.first().value().intValue(),
                        range.last() == null ? most : range.last().value().intValue()));
            }
        }
        return ranges;
    }
}

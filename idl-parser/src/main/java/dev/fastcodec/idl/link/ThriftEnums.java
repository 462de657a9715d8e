package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Reserved;
import dev.fastcodec.idl.schema.Visibility;
import dev.fastcodec.idl.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the values of enums: as written, else one more than the value before, the first 0. */
final class ThriftEnums {
    private final Diagnostics diagnostics;
    private final ThriftNames names;

    ThriftEnums(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.names = new ThriftNames(diagnostics);
    }

    /** Makes the type of an enum. */
    EnumType link(ThriftFile file, Decl.Enum decl) {
        List<EnumType.Value> values = new ArrayList<>();
        Map<String, Span> byName = new HashMap<>();
        Map<Integer, Span> byNumber = new HashMap<>();
        BigInteger next = BigInteger.ZERO;
        ThriftAnnotations.markUsed(file, decl.annotations());
        for (Decl member : decl.body()) {
            Decl.EnumValue value = (Decl.EnumValue) member;
            Span place = value.name().span();
            names.check(file, value.name());
            ThriftAnnotations.markUsed(file, value.options());
            BigInteger number = value.number() == null ? next : value.number().value();
            Span numberPlace = value.number() == null ? place : value.number().span();
            if (number.bitLength() > 31) {
                diagnostics.report(Problem.ENUM_NUMBER_LIMITS, numberPlace, number);
                number = BigInteger.ZERO;
                numberPlace = place;
            } else {
                warnOfAlias(file, decl, number.intValue(), numberPlace, byNumber);
            }
            next = number.add(BigInteger.ONE);
            Span first = byName.putIfAbsent(value.name().text(), place);
            if (first != null) {
                diagnostics
                        .report(Problem.THRIFT_ENUM_NAME_TWICE, place, value.name(), decl.name())
                        .note(Problem.FIRST_USED_HERE, first);
                continue;
            }
            values.add(new EnumType.Value(
                    value.name().text(),
                    number.intValue(),
                    ThriftAnnotations.options(value.options()),
                    value.comments(),
                    place));
        }
        if (decl.body().isEmpty() && file.isRequested() && file.parsed().complete()) {
            diagnostics.report(Problem.THRIFT_ENUM_EMPTY, decl.name().span(), decl.name());
        }
        return new EnumType(
                decl.name().text(),
                decl.name().text(),
                file.info(),
                null,
                values,
                Reserved.NONE,
                Visibility.UNSET,
                false,
                ThriftAnnotations.options(decl.annotations()),
                decl.comments(),
                decl.name().span());
    }

    private void warnOfAlias(ThriftFile file, Decl.Enum decl, int number, Span place, Map<Integer, Span> byNumber) {
        Span first = byNumber.putIfAbsent(number, place);
        if (first != null && file.isRequested()) {
            diagnostics
                    .report(Problem.THRIFT_ENUM_NUMBER_TWICE, place, number, decl.name())
                    .note(Problem.FIRST_USED_HERE, first);
        }
    }
}

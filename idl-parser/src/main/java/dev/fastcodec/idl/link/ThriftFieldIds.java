package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ImplicitIds;
import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives fields their ids. The two compilers read ids that are left out or not positive differently, so that the same text
 * would make different bytes: Apache counts such fields down from -1, thriftgo continues from the field before and keeps
 * what is written. The user chooses; else it is an error that tells both readings, and the schema gets Apache's.
 */
final class ThriftFieldIds {
    private static final BigInteger LARGEST = BigInteger.valueOf(Short.MAX_VALUE);
    private static final BigInteger SMALLEST = BigInteger.valueOf(Short.MIN_VALUE);

    private final ImplicitIds implicit;
    private final Diagnostics diagnostics;

    ThriftFieldIds(ImplicitIds implicit, Diagnostics diagnostics) {
        this.implicit = implicit;
        this.diagnostics = diagnostics;
    }

    /**
     * The ids of fields in their order; what is wrong with them is reported.
     *
     * @param owner the struct or function, for reports
     */
    List<Integer> assign(List<Decl.Field> fields, String owner) {
        List<Integer> ids = new ArrayList<>();
        Map<Integer, Span> first = new HashMap<>();
        int nextFree = 0;
        int apache = 0;
        int thriftgo = 0;
        for (Decl.Field field : fields) {
            Literal.Int written = field.number();
            Span place = written == null ? field.name().span() : written.span();
            if (written != null && !isShort(written.value())) {
                refuseRange(place, written.value());
                ids.add(0);
                continue;
            }
            thriftgo = written == null ? thriftgo + 1 : written.value().intValue();
            int id = thriftgo;
            if (written == null || id <= 0) {
                apache--;
                id = implicit == ImplicitIds.THRIFTGO ? thriftgo : apache;
                if (implicit == ImplicitIds.ERROR) {
                    refuse(field, place, apache, thriftgo);
                }
            }
            ids.add(id);
            if (!isShort(BigInteger.valueOf(id))) {
                refuseRange(place, BigInteger.valueOf(id));
                continue;
            }
            Span before = first.putIfAbsent(id, place);
            if (before != null) {
                nextFree = nextFree == 0 ? nextFree(fields) : nextFree;
                diagnostics
                        .report(Problem.THRIFT_ID_TWICE, place, id, owner)
                        .note(Problem.FIRST_USED_HERE, before)
                        .help(Problem.THRIFT_NEXT_ID, nextFree);
            }
        }
        return ids;
    }

    private static boolean isShort(BigInteger value) {
        return value.compareTo(LARGEST) <= 0 && value.compareTo(SMALLEST) >= 0;
    }

    private void refuseRange(Span place, BigInteger id) {
        boolean big = id.signum() > 0;
        diagnostics.report(
                big ? Problem.THRIFT_ID_TOO_BIG : Problem.THRIFT_ID_TOO_SMALL, place, id, big ? LARGEST : SMALLEST);
    }

    private void refuse(Decl.Field field, Span place, int apache, int thriftgo) {
        Literal.Int written = field.number();
        Diagnostic report = written == null
                ? diagnostics.report(Problem.THRIFT_ID_MISSING, place, field.name())
                : diagnostics.report(Problem.THRIFT_ID_NOT_POSITIVE, place, written.value());
        report.help(Problem.THRIFT_ID_READINGS, apache, thriftgo);
    }

    /** One more than the largest id in use, or the smallest gap when there is none above. */
    private static int nextFree(List<Decl.Field> fields) {
        Set<Integer> used = new HashSet<>();
        int largest = 0;
        for (Decl.Field field : fields) {
            Literal.Int number = field.number();
            if (number != null && number.value().signum() > 0 && isShort(number.value())) {
                used.add(number.value().intValue());
                largest = Math.max(largest, number.value().intValue());
            }
        }
        if (largest < Short.MAX_VALUE) {
            return largest + 1;
        }
        int free = 1;
        while (used.contains(free)) {
            free++;
        }
        return free;
    }
}

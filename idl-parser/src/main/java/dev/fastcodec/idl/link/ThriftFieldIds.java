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

    private final ImplicitIds implicitIds;
    private final Diagnostics diagnostics;

    ThriftFieldIds(ImplicitIds implicitIds, Diagnostics diagnostics) {
        this.implicitIds = implicitIds;
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
        int apache = 0;
        long thriftgo = 0;
        for (Decl.Field field : fields) {
            Literal.Int written = field.number();
            BigInteger value = written == null ? null : written.value();
            int id;
            if (value != null && value.compareTo(LARGEST) > 0) {
                diagnostics.report(Problem.THRIFT_ID_TOO_BIG, written.span(), value, LARGEST);
                ids.add(0);
                thriftgo = value.longValue();
                continue;
            }
            thriftgo = value == null ? thriftgo + 1 : value.longValue();
            if (value == null || value.signum() <= 0) {
                apache--;
                id = implicitIds == ImplicitIds.THRIFTGO ? (int) thriftgo : apache;
                if (implicitIds == ImplicitIds.ERROR) {
                    refuse(field, apache, thriftgo);
                }
            } else {
                id = value.intValue();
            }
            Span at = written == null ? field.name().span() : written.span();
            Span before = first.putIfAbsent(id, at);
            if (before != null) {
                diagnostics
                        .report(Problem.THRIFT_ID_TWICE, at, id, owner)
                        .note(Problem.FIRST_USED_HERE, before)
                        .help(Problem.THRIFT_NEXT_ID, nextFree(fields));
            }
            ids.add(id);
        }
        return ids;
    }

    private void refuse(Decl.Field field, int apache, long thriftgo) {
        Literal.Int written = field.number();
        Diagnostic report = written == null
                ? diagnostics.report(Problem.THRIFT_ID_MISSING, field.name().span(), field.name())
                : diagnostics.report(Problem.THRIFT_ID_NOT_POSITIVE, written.span(), written.value());
        report.help(Problem.THRIFT_ID_READINGS, apache, thriftgo);
    }

    /** One more than the largest id in use, or the smallest gap when there is none above. */
    private static int nextFree(List<Decl.Field> fields) {
        Set<Integer> used = new HashSet<>();
        int largest = 0;
        for (Decl.Field field : fields) {
            Literal.Int number = field.number();
            if (number != null && number.value().signum() > 0 && number.value().compareTo(LARGEST) <= 0) {
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

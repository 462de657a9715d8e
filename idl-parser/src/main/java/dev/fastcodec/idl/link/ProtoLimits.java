package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Span;

/** Refuses messages, oneofs and enums with too many members; edition 2026 draws the line much earlier. */
final class ProtoLimits {
    private static final int FIELDS_EVER = 65535;
    private static final int FIELDS = 1500;
    private static final int ONEOFS = 1000;
    private static final int FIELDS_OF_ONEOF = 1200;
    private static final int VALUES = 1700;

    private ProtoLimits() {}

    static void check(ProtoMessage message, Diagnostics diagnostics) {
        Span at = message.type().span();
        String name = message.type().name();
        int fields = message.fields().size();
        if (fields > FIELDS_EVER) {
            diagnostics.report(Problem.TOO_MANY, at, name, fields, "fields", FIELDS_EVER);
        } else if (message.features().limited()) {
            check(name, at, fields, "fields", FIELDS, diagnostics);
            check(name, at, message.oneofs().size(), "oneofs", ONEOFS, diagnostics);
        }
    }

    static void check(Decl.Oneof oneof, ProtoFeatures features, Diagnostics diagnostics) {
        if (features.limited()) {
            int fields = (int)
                    oneof.body().stream().filter(d -> d instanceof Decl.Field).count();
            check(oneof.name().text(), oneof.name().span(), fields, "fields", FIELDS_OF_ONEOF, diagnostics);
        }
    }

    static void check(ProtoEnum anEnum, Diagnostics diagnostics) {
        if (anEnum.features().limited()) {
            Span at = anEnum.decl().name().span();
            int values = anEnum.type().values().size();
            check(anEnum.type().name(), at, values, "values", VALUES, diagnostics);
        }
    }

    private static void check(String name, Span at, int count, String what, int most, Diagnostics diagnostics) {
        if (count > most) {
            diagnostics.report(Problem.TOO_MANY, at, name, count, what, most).help(Problem.LIMITS_OPT_OUT);
        }
    }
}

package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Value;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks an enum: that it has values, starts at zero when open, and says so when two share a number. */
final class ProtoEnums {
    private final Diagnostics diagnostics;

    ProtoEnums(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(ProtoEnum anEnum) {
        Map<BigInteger, Decl.EnumValue> byNumber = new HashMap<>();
        Map<String, Decl.EnumValue> byGeneratedName = new HashMap<>();
        Value allowAlias = anEnum.options().values().get("allow_alias");
        boolean aliases = false;
        boolean first = true;
        for (Decl member : anEnum.decl().body()) {
            if (member instanceof Decl.EnumValue value) {
                Literal.Int number = value.number();
                if (number != null) {
                    if (first
                            && number.value().signum() != 0
                            && anEnum.features().openEnums()) {
                        diagnostics.report(
                                Problem.ENUM_FIRST_NOT_ZERO,
                                number.span(),
                                anEnum.decl().name());
                    }
                    Decl.EnumValue before = byNumber.putIfAbsent(number.value(), value);
                    aliases |= before != null;
                    if (before != null && allowAlias == null) {
                        reportAlias(anEnum, value, before, number);
                    }
                }
                checkGeneratedName(anEnum, value, byGeneratedName);
                first = false;
            }
        }
        if (first && anEnum.file().parsed().complete()) {
            diagnostics.report(
                    Problem.ENUM_EMPTY,
                    anEnum.decl().name().span(),
                    anEnum.decl().name());
        }
        checkAllowAlias(anEnum, allowAlias, aliases);
    }

    private void checkAllowAlias(ProtoEnum anEnum, @Nullable Value allowAlias, boolean aliases) {
        if (allowAlias instanceof Value.Bool allowed && (!allowed.value() || !aliases)) {
            Problem problem = allowed.value() ? Problem.ALLOW_ALIAS_WITHOUT : Problem.ALLOW_ALIAS_FALSE;
            diagnostics.report(
                    problem,
                    anEnum.options().place("allow_alias", anEnum.decl().name().span()),
                    anEnum.decl().name());
        }
    }

    private void reportAlias(ProtoEnum anEnum, Decl.EnumValue value, Decl.EnumValue before, Literal.Int number) {
        Diagnostic report = diagnostics
                .report(
                        Problem.ENUM_NUMBER_TWICE,
                        number.span(),
                        number.value(),
                        anEnum.decl().name())
                .note(Problem.FIRST_USED_HERE, before.name().span());
        report.help(Problem.ALIAS_OR_NEXT, nextFree(anEnum));
    }

    private static BigInteger nextFree(ProtoEnum anEnum) {
        int highest = 0;
        for (EnumType.Value value : anEnum.type().values()) {
            highest = Math.max(highest, value.number());
        }
        return BigInteger.valueOf(highest + 1L);
    }

    private void checkGeneratedName(
            ProtoEnum anEnum, Decl.EnumValue value, Map<String, Decl.EnumValue> byGeneratedName) {
        String generated =
                Names.enumValue(anEnum.decl().name().text(), value.name().text());
        Decl.EnumValue before = byGeneratedName.putIfAbsent(generated, value);
        if (before == null
                || before.name().text().equals(value.name().text())
                || before.number() == null
                || value.number() == null
                || before.number().value().equals(value.number().value())) {
            return;
        }
        boolean tolerated = anEnum.options().values().isTrue("deprecated_legacy_json_field_conflicts")
                && anEnum.file().edition() == ProtoEdition.PROTO2;
        if (!tolerated || anEnum.file().parsed().requested()) {
            diagnostics
                    .report(
                            tolerated ? Problem.ENUM_NAMES_NEAR_LEGACY : Problem.ENUM_NAMES_NEAR,
                            value.name().span(),
                            value.name(),
                            before.name())
                    .note(Problem.FIRST_DECLARED_HERE, before.name().span());
        }
    }
}

package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
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
        Map<String, Decl.EnumValue> byGeneratedName = new HashMap<>();
        boolean empty = true;
        for (Decl member : anEnum.decl().body()) {
            if (member instanceof Decl.EnumValue value) {
                if (empty) {
                    checkFirst(anEnum, value.number());
                }
                checkGeneratedName(anEnum, value, byGeneratedName);
                empty = false;
            }
        }
        if (empty && anEnum.file().parsed().complete()) {
            diagnostics.report(
                    Problem.ENUM_EMPTY,
                    anEnum.decl().name().span(),
                    anEnum.decl().name());
        }
        checkAliases(anEnum);
    }

    private void checkFirst(ProtoEnum anEnum, Literal.@Nullable Int number) {
        if (number != null && number.value().signum() != 0 && anEnum.features().openEnums()) {
            diagnostics.report(
                    Problem.ENUM_FIRST_NOT_ZERO, number.span(), anEnum.decl().name());
        }
    }

    private void checkAliases(ProtoEnum anEnum) {
        Map<BigInteger, Decl.EnumValue> byNumber = new HashMap<>();
        Value allowAlias = anEnum.options().values().get("allow_alias");
        boolean aliases = false;
        for (Decl member : anEnum.decl().body()) {
            if (member instanceof Decl.EnumValue value && value.number() != null) {
                Literal.Int number = value.number();
                Decl.EnumValue before = byNumber.putIfAbsent(number.value(), value);
                aliases |= before != null;
                if (before != null && allowAlias == null) {
                    Name name = anEnum.decl().name();
                    diagnostics
                            .report(Problem.ENUM_NUMBER_TWICE, number.span(), number.value(), name)
                            .note(Problem.FIRST_USED_HERE, before.name().span())
                            .help(Problem.ALIAS_OR_NEXT, next(anEnum.type()));
                }
            }
        }
        if (allowAlias instanceof Value.Bool allowed && (!allowed.value() || !aliases)) {
            Problem problem = allowed.value() ? Problem.ALLOW_ALIAS_WITHOUT : Problem.ALLOW_ALIAS_FALSE;
            Name name = anEnum.decl().name();
            diagnostics.report(problem, anEnum.options().place("allow_alias", name.span()), name);
        }
    }

    /** The first number that is free above all that the enum has. */
    private static long next(EnumType type) {
        long next = 0;
        for (EnumType.Value value : type.values()) {
            next = Math.max(next, value.number() + 1L);
        }
        return next;
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

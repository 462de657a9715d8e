package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.diag.Suggestion;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types the declared default of a field and refuses one that the field cannot have. */
final class ProtoDefaults {
    private final Diagnostics diagnostics;
    private final Map<EnumType, Map<String, EnumType.Value>> enumValues = new HashMap<>();

    ProtoDefaults(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The default, or null when there is none or, which is reported, none that fits. */
    @Nullable
    Value read(ProtoField field, Type type) {
        Decl.Option found = null;
        for (Decl.Option option : field.decl().options()) {
            if (isDefault(option)) {
                if (found != null) {
                    diagnostics
                            .report(Problem.OPTION_TWICE, ProtoOptions.namePlace(option), "default")
                            .note(Problem.FIRST_SET_HERE, ProtoOptions.namePlace(found));
                } else {
                    found = option;
                }
            }
        }
        if (found == null || !isAllowed(field, type, found)) {
            return null;
        }
        Literal value = found.value();
        return type instanceof EnumType anEnum ? ofEnum(anEnum, value) : ofScalar((ScalarType) type, value);
    }

    private static boolean isDefault(Decl.Option option) {
        return option.name().size() == 1
                && !option.name().get(0).extension()
                && option.name().get(0).name().text().equals("default");
    }

    private boolean isAllowed(ProtoField field, Type type, Decl.Option option) {
        Problem problem = null;
        if (type instanceof Type.ListOf || type instanceof Type.MapOf) {
            problem = Problem.DEFAULT_OF_REPEATED;
        } else if (!(type instanceof ScalarType) && !(type instanceof EnumType)) {
            problem = Problem.DEFAULT_OF_MESSAGE;
        } else if (field.file().edition() == ProtoEdition.PROTO3) {
            problem = Problem.DEFAULT_IN_PROTO3;
        } else if (field.features().presence() == ProtoFeatures.Presence.IMPLICIT
                && field.extend() == null
                && field.oneof() == null) {
            problem = Problem.DEFAULT_WITHOUT_PRESENCE;
        }
        if (problem != null) {
            diagnostics.report(problem, ProtoOptions.namePlace(option));
        }
        return problem == null;
    }

    private @Nullable Value ofEnum(EnumType anEnum, Literal value) {
        if (!(value instanceof Literal.Ident ident)) {
            diagnostics.report(
                    Problem.DEFAULT_NOT_OF_TYPE, value.span(), "the name of a value of " + anEnum.fullName());
            return null;
        }
        String name = ident.name().text();
        EnumType.Value found =
                enumValues.computeIfAbsent(anEnum, ProtoDefaults::byName).get(name);
        if (found == null) {
            Diagnostic report =
                    diagnostics.report(Problem.DEFAULT_NO_ENUM_VALUE, value.span(), anEnum.fullName(), name);
            Suggestion.help(
                    report,
                    name,
                    anEnum.values().stream().map(EnumType.Value::name).toList());
            return null;
        }
        return new Value.EnumValue(anEnum, found);
    }

    private static Map<String, EnumType.Value> byName(EnumType anEnum) {
        Map<String, EnumType.Value> values = new HashMap<>();
        anEnum.values().forEach(v -> values.putIfAbsent(v.name(), v));
        return values;
    }

    private @Nullable Value ofScalar(ScalarType type, Literal value) {
        return switch (type) {
            case BOOL -> bool(value);
            case STRING, BYTES ->
                value instanceof Literal.Text text ? ProtoOptionScalars.text(type, text) : refuse(value, "a string");
            case FLOAT -> number(value, true);
            case DOUBLE -> number(value, false);
            case UINT32, FIXED32 -> integer(value, 0, 32);
            case UINT64, FIXED64 -> integer(value, 0, 64);
            case INT64, SINT64, SFIXED64 -> integer(value, -1, 63);
            default -> integer(value, -1, 31);
        };
    }

    private @Nullable Value bool(Literal value) {
        if (value instanceof Literal.Ident ident) {
            String name = ident.name().text();
            if (name.equals("true") || name.equals("false")) {
                return new Value.Bool(name.equals("true"));
            }
        }
        return refuse(value, "true or false");
    }

    private @Nullable Value number(Literal value, boolean single) {
        double number;
        if (value instanceof Literal.Int integer) {
            boolean negative = value.span().text().startsWith("-");
            if (ProtoOptionScalars.isTooLarge(integer)) {
                diagnostics.report(
                        Problem.DEFAULT_OUT_OF_RANGE,
                        value.span(),
                        integer.value(),
                        BigInteger.ZERO,
                        ProtoOptionScalars.MAX_UNSIGNED);
                return null;
            }
            // A minus sign before zero says that the number is a negative one, too.
            number = Math.copySign(integer.value().doubleValue(), negative ? -1 : 1);
        } else if (value instanceof Literal.Float f) {
            number = f.value();
        } else if (value instanceof Literal.Ident ident && ident.name().text().equals("inf")) {
            number = Double.POSITIVE_INFINITY;
        } else if (value instanceof Literal.Ident ident && ident.name().text().equals("nan")) {
            number = Double.NaN;
        } else {
            return refuse(value, "a number");
        }
        return new Value.Float(single ? toFloat(number) : number);
    }

    /** As protoc rounds: what is just above the largest float becomes it, not infinity. */
    static float toFloat(double number) {
        double half = Math.scalb(1.0, 127) * 2 - Math.scalb(1.0, 103);
        boolean nearMax = Math.abs(number) > Float.MAX_VALUE && Math.abs(number) <= half;
        return nearMax ? (float) Math.copySign(Float.MAX_VALUE, number) : (float) number;
    }

    /** An integer of {@code bits} bits without sign; {@code sign} is 0 when it cannot be negative. */
    private @Nullable Value integer(Literal value, int sign, int bits) {
        if (!(value instanceof Literal.Int integer)) {
            return refuse(value, "an integer");
        }
        if (sign == 0 && value.span().text().startsWith("-")) {
            return refuse(value, "an integer without sign");
        }
        BigInteger number = integer.value();
        if (number.signum() < sign || number.bitLength() > bits) {
            BigInteger end = BigInteger.ONE.shiftLeft(bits);
            BigInteger least = sign == 0 ? BigInteger.ZERO : end.negate();
            diagnostics.report(Problem.DEFAULT_OUT_OF_RANGE, value.span(), number, least, end.subtract(BigInteger.ONE));
            return null;
        }
        return new Value.Int(number.longValue());
    }

    private @Nullable Value refuse(Literal value, String wanted) {
        diagnostics.report(Problem.DEFAULT_NOT_OF_TYPE, value.span(), wanted);
        return null;
    }
}

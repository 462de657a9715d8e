package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.diag.Suggestion;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Types single values of options. What stands alone in a statement is taken more strictly than what stands in an aggregate,
 * which is text format: there a bool may be 0, 1, t or f, an enum's value a number, and infinity has more spellings.
 */
final class ProtoOptionScalars {
    /** The largest integer of 64 bits. */
    static final BigInteger MAX_UNSIGNED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private static final long MINUS_NAN = 0xFFF8000000000000L;

    private final boolean textFormat;
    private final Diagnostics diagnostics;

    ProtoOptionScalars(boolean textFormat, Diagnostics diagnostics) {
        this.textFormat = textFormat;
        this.diagnostics = diagnostics;
    }

    /**
     * The value of a scalar field, or null and reported when it is none.
     *
     * @param name of the option or field, as a reader calls it
     */
    @Nullable
    Value scalar(String name, ScalarType type, Literal value) {
        return switch (type) {
            case BOOL -> bool(name, value);
            case STRING, BYTES -> text(name, type, value);
            case FLOAT -> number(name, value, true);
            case DOUBLE -> number(name, value, false);
            case UINT32, FIXED32 -> integer(name, value, false, 32);
            case UINT64, FIXED64 -> integer(name, value, false, 64);
            case INT64, SINT64, SFIXED64 -> integer(name, value, true, 63);
            default -> integer(name, value, true, 31);
        };
    }

    private @Nullable Value refuse(String name, Literal value, String wanted) {
        diagnostics.report(Problem.OPTION_VALUE_TYPE, value.span(), name, wanted);
        return null;
    }

    private @Nullable Value bool(String name, Literal value) {
        if (value instanceof Literal.Ident ident) {
            String word = ident.name().text();
            if (word.equals("true") || textFormat && (word.equals("True") || word.equals("t"))) {
                return new Value.Bool(true);
            }
            if (word.equals("false") || textFormat && (word.equals("False") || word.equals("f"))) {
                return new Value.Bool(false);
            }
        } else if (textFormat && value instanceof Literal.Int number && !isNegative(value)) {
            if (number.value().bitLength() <= 1) {
                return new Value.Bool(number.value().signum() != 0);
            }
        }
        return refuse(name, value, "true or false");
    }

    private @Nullable Value text(String name, ScalarType type, Literal value) {
        if (!(value instanceof Literal.Text text)) {
            return refuse(name, value, "a string");
        }
        return text(type, text);
    }

    /** Text, or bytes for bytes and for a string that is no UTF-8. */
    static Value text(ScalarType type, Literal.Text text) {
        return type == ScalarType.STRING && isUtf8(text) ? new Value.Text(text.text()) : new Value.Bytes(text.bytes());
    }

    private static boolean isUtf8(Literal.Text text) {
        return Arrays.equals(text.text().getBytes(StandardCharsets.UTF_8), text.bytes());
    }

    /** A minus sign before zero says that the number is a negative one, too. */
    private static boolean isNegative(Literal value) {
        return value.span().text().startsWith("-");
    }

    private @Nullable Value number(String name, Literal value, boolean single) {
        if (!textFormat && value instanceof Literal.Int integer && isTooLarge(integer)) {
            diagnostics.report(
                    Problem.DEFAULT_OUT_OF_RANGE, value.span(), integer.value(), BigInteger.ZERO, MAX_UNSIGNED);
            return null;
        } else if (value instanceof Literal.Int integer && (!textFormat || isDecimal(integer))) {
            return number(integer, single);
        } else if (value instanceof Literal.Float f) {
            double number = f.value();
            if (textFormat && Double.isNaN(number)) {
                // Text format applies the sign to what is no number, too.
                return new Value.Float(Double.longBitsToDouble(MINUS_NAN));
            }
            return new Value.Float(single ? toFloat(number) : number);
        } else if (value instanceof Literal.Ident ident) {
            String word = ident.name().text();
            if (textFormat) {
                word = word.toLowerCase(Locale.ROOT);
            }
            if (word.equals("inf") || textFormat && word.equals("infinity")) {
                return new Value.Float(Double.POSITIVE_INFINITY);
            } else if (word.equals("nan")) {
                return new Value.Float(Double.NaN);
            }
        }
        return refuse(name, value, "a number");
    }

    /** Whether it is no number of 64 bits, and, in hexadecimal or octal digits, none of floating point either. */
    static boolean isTooLarge(Literal.Int integer) {
        return integer.value().bitLength() > Long.SIZE && !isDecimal(integer);
    }

    /** Whether its digits are neither hexadecimal nor octal, which text format does not take for a number with fractions. */
    private static boolean isDecimal(Literal.Int integer) {
        String text = integer.span().text();
        String digits = text.startsWith("-") ? text.substring(1).stripLeading() : text;
        return digits.equals("0") || !digits.startsWith("0");
    }

    private Value number(Literal.Int integer, boolean single) {
        BigInteger value = integer.value();
        double number = value.doubleValue();
        if (single) {
            boolean exact = !textFormat && value.abs().compareTo(MAX_UNSIGNED) <= 0;
            number = exact ? value.floatValue() : toFloat(number);
        }
        boolean minusZero = textFormat && isNegative(integer) && value.signum() == 0;
        return new Value.Float(minusZero ? -0.0 : number);
    }

    /** Text format makes what is just above the largest float that, not infinity. */
    private float toFloat(double number) {
        return textFormat ? ProtoDefaults.toFloat(number) : (float) number;
    }

    private @Nullable Value integer(String name, Literal value, boolean signed, int bits) {
        boolean wrongSign = !signed && isNegative(value);
        if (!(value instanceof Literal.Int integer) || wrongSign) {
            return refuse(name, value, wrongSign ? "an integer without sign" : "an integer");
        }
        BigInteger number = integer.value();
        if (number.bitLength() > bits) {
            BigInteger end = BigInteger.ONE.shiftLeft(bits);
            BigInteger least = signed ? end.negate() : BigInteger.ZERO;
            diagnostics.report(Problem.DEFAULT_OUT_OF_RANGE, value.span(), number, least, end.subtract(BigInteger.ONE));
            return null;
        }
        return new Value.Int(number.longValue());
    }

    /** The value of an enum, or null and reported; a number without a name only where the enum is open. */
    @Nullable
    Value ofEnum(String name, EnumType type, Literal value) {
        if (textFormat && value instanceof Literal.Int integer) {
            if (integer.value().bitLength() > 31) {
                return integer(name, value, true, 31);
            }
            int number = integer.value().intValue();
            for (EnumType.Value v : type.values()) {
                if (v.number() == number) {
                    return new Value.EnumValue(type, v);
                }
            }
            return type.closed() ? unknown(type, Integer.toString(number), value) : new Value.Int(number);
        }
        if (!(value instanceof Literal.Ident ident)) {
            return refuse(name, value, "the name of a value of " + type.fullName());
        }
        EnumType.Value found = type.value(ident.name().text()).orElse(null);
        return found == null ? unknown(type, ident.name().text(), value) : new Value.EnumValue(type, found);
    }

    private @Nullable Value unknown(EnumType type, String said, Literal value) {
        Diagnostic report = diagnostics.report(Problem.DEFAULT_NO_ENUM_VALUE, value.span(), type.fullName(), said);
        List<String> names = type.values().stream().map(EnumType.Value::name).toList();
        Suggestion.help(report, said, names);
        return null;
    }
}

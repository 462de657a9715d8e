package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Defaults as descriptors spell them (descriptor.proto, FieldDescriptorProto.default_value). */
final class DefaultText {
    private static final int FLOAT_DIGITS = 6;
    private static final int FLOAT_MOST_DIGITS = 9;
    private static final int DOUBLE_DIGITS = 15;
    private static final int DOUBLE_MOST_DIGITS = 17;

    private DefaultText() {}

    static String of(Value value, Type type) {
        if (value instanceof Value.Bool v) {
            return Boolean.toString(v.value());
        } else if (value instanceof Value.Int v) {
            boolean unsigned = type == ScalarType.UINT64 || type == ScalarType.FIXED64;
            return unsigned ? Long.toUnsignedString(v.value()) : Long.toString(v.value());
        } else if (value instanceof Value.Float v) {
            return number(v.value(), type == ScalarType.FLOAT);
        } else if (value instanceof Value.Text v) {
            return v.value();
        } else if (value instanceof Value.Bytes v) {
            return escaped(v.value());
        } else if (value instanceof Value.EnumValue v) {
            return v.value().name();
        }
        throw new IllegalArgumentException("no default: " + value);
    }

    /** The fewest digits of two choices that give the number again, in C's {@code %g}. */
    private static String number(double value, boolean single) {
        if (Double.isNaN(value)) {
            return "nan";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        } else if (value == 0) {
            return 1 / value > 0 ? "0" : "-0";
        }
        String few = general(value, single ? FLOAT_DIGITS : DOUBLE_DIGITS);
        boolean exact = single ? Float.parseFloat(few) == (float) value : Double.parseDouble(few) == value;
        return exact ? few : general(value, single ? FLOAT_MOST_DIGITS : DOUBLE_MOST_DIGITS);
    }

    private static String general(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < digits) {
            return rounded.toPlainString();
        }
        String unscaled = rounded.unscaledValue().abs().toString();
        StringBuilder text = new StringBuilder(value < 0 ? "-" : "").append(unscaled.charAt(0));
        if (unscaled.length() > 1) {
            text.append('.').append(unscaled, 1, unscaled.length());
        }
        text.append('e').append(exponent < 0 ? '-' : '+');
        return text.append(Math.abs(exponent) < 10 ? "0" : "")
                .append(Math.abs(exponent))
                .toString();
    }

    /** As C writes bytes in a string, those that are not printable in three octal digits. */
    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            switch (b) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '"' -> text.append("\\\"");
                case '\'' -> text.append("\\'");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (b >= ' ' && b < 0x7F) {
                        text.append((char) b);
                    } else {
                        text.append('\\')
                                .append((char) ('0' + (b >> 6 & 3)))
                                .append((char) ('0' + (b >> 3 & 7)))
                                .append((char) ('0' + (b & 7)));
                    }
                }
            }
        }
        return text.toString();
    }
}

package dev.fastcodec.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floats and doubles as protoc writes them: with the digits that every value of the type keeps, and when that is another
 * value, with as many as tell all values apart.
 */
public final class RealText {
    private static final int SAFE_DIGITS_OF_FLOAT = 6;
    private static final int ALL_DIGITS_OF_FLOAT = 9;
    private static final int SAFE_DIGITS_OF_DOUBLE = 15;
    private static final int ALL_DIGITS_OF_DOUBLE = 17;
    private static final int LEAST_PLAIN_EXPONENT = -4;

    private RealText() {}

    /** {@code 0.1}, {@code 1e+10}, {@code -0}, {@code inf}, {@code nan}. */
    public static String of(float value) {
        if (Float.isNaN(value) || Float.isInfinite(value)) {
            return notFinite(value);
        }
        String text = rounded(value, SAFE_DIGITS_OF_FLOAT);
        // C's strtof calls a rounded number below the normal ones an error, which protoc takes for a difference.
        boolean subnormal = value != 0 && Math.abs(value) < Float.MIN_NORMAL;
        return !subnormal && Float.parseFloat(text) == value ? text : rounded(value, ALL_DIGITS_OF_FLOAT);
    }

    /** As {@link #of(float)}. */
    public static String of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return notFinite(value);
        }
        String text = rounded(value, SAFE_DIGITS_OF_DOUBLE);
        return Double.parseDouble(text) == value ? text : rounded(value, ALL_DIGITS_OF_DOUBLE);
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }

    /** C's {@code %g} with this many digits. */
    private static String rounded(double value, int digits) {
        if (value == 0) {
            return 1 / value > 0 ? "0" : "-0";
        }
        BigDecimal exact = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        BigDecimal shortest = exact.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= LEAST_PLAIN_EXPONENT && exponent < digits) {
            return shortest.toPlainString();
        }
        StringBuilder text = new StringBuilder(shortest.unscaledValue().abs().toString());
        if (text.length() > 1) {
            text.insert(1, '.');
        }
        if (value < 0) {
            text.insert(0, '-');
        }
        int size = Math.abs(exponent);
        return text.append(exponent < 0 ? "e-" : "e+")
                .append(size < 10 ? "0" : "")
                .append(size)
                .toString();
    }
}

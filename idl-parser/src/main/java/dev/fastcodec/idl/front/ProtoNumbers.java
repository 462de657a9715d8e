package dev.fastcodec.idl.front;

import java.math.BigInteger;

/**
 * Numbers as C writes them: decimal, {@code 0x} hexadecimal and {@code 0} octal integers, and decimals with point or
 * exponent. Works on the longest run of letters, digits, points and exponent signs, so that {@code 08} or {@code 1x} is one
 * bad number and not two tokens.
 */
final class ProtoNumbers {
    /** What a run of characters is. */
    enum Kind {
        /** An integer. */
        INT,
        /** A number with point or exponent. */
        FLOAT,
        /** An integer with leading zero and a digit above 7. */
        BAD_OCTAL,
        /** No number. */
        MALFORMED
    }

    /** Longer runs are no number: what is larger than any double is not worth the time that its digits take. */
    private static final int LONGEST = 1000;

    private ProtoNumbers() {}

    /** Whether what starts here starts with {@code 0x}. */
    static boolean isHex(String text, int start, int end) {
        return end - start >= 2 && text.charAt(start) == '0' && (text.charAt(start + 1) | 0x20) == 'x';
    }

    /** Says what the run from {@code start} to before {@code end} is. */
    static Kind kind(String text, int start, int end) {
        if (end - start > LONGEST) {
            return Kind.MALFORMED;
        }
        if (isHex(text, start, end)) {
            return start + 2 < end && skipDigits(text, start + 2, end, 16) == end ? Kind.INT : Kind.MALFORMED;
        }
        int p = skipDigits(text, start, end, 10);
        if (p == end) {
            boolean octal = end - start > 1 && text.charAt(start) == '0';
            return !octal || skipDigits(text, start, end, 8) == end ? Kind.INT : Kind.BAD_OCTAL;
        }
        if (p - start > 1 && text.charAt(start) == '0') {
            return Kind.MALFORMED;
        }
        if (text.charAt(p) == '.') {
            p = skipDigits(text, p + 1, end, 10);
        }
        if (p < end && (text.charAt(p) | 0x20) == 'e') {
            p++;
            if (p < end && (text.charAt(p) == '+' || text.charAt(p) == '-')) {
                p++;
            }
            if (p == end) {
                return Kind.MALFORMED;
            }
            p = skipDigits(text, p, end, 10);
        }
        return p == end ? Kind.FLOAT : Kind.MALFORMED;
    }

    private static int skipDigits(String text, int start, int end, int radix) {
        int p = start;
        while (p < end && text.charAt(p) < 0x80 && Character.digit(text.charAt(p), radix) >= 0) {
            p++;
        }
        return p;
    }

    /** The value of an {@link Kind#INT}; zero for what is none. */
    static BigInteger integer(String text, int start, int end) {
        if (end - start <= 9 && (end - start == 1 || text.charAt(start) != '0')) {
            int value = 0;
            for (int p = start; p < end; p++) {
                int digit = text.charAt(p) - '0';
                if (digit < 0 || digit > 9) {
                    return BigInteger.ZERO;
                }
                value = 10 * value + digit;
            }
            return BigInteger.valueOf(value);
        }
        if (kind(text, start, end) != Kind.INT) {
            return BigInteger.ZERO;
        }
        if (isHex(text, start, end)) {
            return new BigInteger(text.substring(start + 2, end), 16);
        }
        return new BigInteger(text.substring(start, end), text.charAt(start) == '0' ? 8 : 10);
    }

    /** The nearest double to a {@link Kind#FLOAT}, infinity above the largest. */
    static double decimal(String text, int start, int end) {
        return Double.parseDouble(text.substring(start, end));
    }
}

package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.codegen.dynamic.TextTokens.Kind;
import dev.fastcodec.idl.schema.ScalarType;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the values of text-format input from its tokens. What is not there as it should is {@link Refused}. */
final class TextValues {
    private static final BigInteger LARGEST =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private static final double NEGATIVE_NAN = Double.longBitsToDouble(0xFFF8_0000_0000_0000L);

    private final TextTokens tokens;

    TextValues(TextTokens tokens) {
        this.tokens = tokens;
    }

    /** Ends the reading with a report. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient TextReport report;

        Refused(TextReport report) {
            super(report.message(), null, false, false);
            this.report = report;
        }

        TextReport report() {
            return report;
        }
    }

    /** A refusal at the current token. */
    Refused refused(String message) {
        return new Refused(new TextReport(tokens.line(), tokens.column(), false, message));
    }

    /** A refusal of what stands in brackets, told at the end of the bracket that was just read. */
    Refused refusedName(String message) {
        return new Refused(tokens.afterPrevious(message));
    }

    boolean tryTake(String symbol) {
        if (tokens.text().equals(symbol)) {
            tokens.next();
            return true;
        }
        return false;
    }

    void expect(String symbol) {
        if (!tryTake(symbol)) {
            throw refused("Expected \"" + symbol + "\", found \"" + tokens.text() + "\".");
        }
    }

    /** Takes what opens a message and returns what closes it. */
    String open() {
        if (tryTake("<")) {
            return ">";
        }
        expect("{");
        return "}";
    }

    String identifier() {
        if (tokens.kind() != Kind.IDENTIFIER) {
            throw refused("Expected identifier, got: " + tokens.text());
        }
        return take();
    }

    private String take() {
        String text = tokens.text();
        tokens.next();
        return text;
    }

    /** A value as {@link DynamicMessage} keeps it. */
    Object scalar(ScalarType type, String field) {
        return switch (type) {
            case BOOL -> bool(field);
            case INT32, SINT32, SFIXED32 -> (int) signed(Integer.MAX_VALUE);
            case INT64, SINT64, SFIXED64 -> signed(Long.MAX_VALUE);
            case UINT32, FIXED32 -> (int) unsigned(BigInteger.valueOf(0xFFFF_FFFFL));
            case UINT64, FIXED64 -> unsigned(LARGEST);
            case FLOAT -> (float) real();
            case DOUBLE -> real();
            case STRING, BYTES -> string();
            case INT8, INT16, UUID -> throw new AssertionError(type);
        };
    }

    private boolean bool(String field) {
        if (tokens.kind() == Kind.INTEGER) {
            return unsigned(BigInteger.ONE) == 1;
        }
        String text = identifier();
        return switch (text) {
            case "true", "True", "t" -> true;
            case "false", "False", "f" -> false;
            default -> throw refused("Invalid value for boolean field \"" + field + "\". Value: \"" + text + "\".");
        };
    }

    /** An integer from {@code -max - 1} to {@code max}. */
    long signed(long max) {
        boolean negative = tryTake("-");
        BigInteger most = BigInteger.valueOf(max);
        long size = unsigned(negative ? most.add(BigInteger.ONE) : most);
        return negative ? -size : size;
    }

    private long unsigned(BigInteger max) {
        if (tokens.kind() != Kind.INTEGER) {
            throw refused("Expected integer, got: " + tokens.text());
        }
        BigInteger value = integer(tokens.text());
        if (value == null || value.compareTo(max) > 0) {
            throw refused("Integer out of range (" + tokens.text() + ")");
        }
        tokens.next();
        return value.longValue();
    }

    private static @Nullable BigInteger integer(String text) {
        try {
            if (text.startsWith("0x") || text.startsWith("0X")) {
                // A number without digits has been reported already.
                return text.length() == 2 ? BigInteger.ZERO : new BigInteger(text.substring(2), 16);
            }
            return new BigInteger(text, text.startsWith("0") ? 8 : 10);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private double real() {
        double sign = tryTake("-") ? -1 : 1;
        if (tokens.kind() == Kind.INTEGER) {
            String text = tokens.text();
            if (text.length() > 1 && text.charAt(0) == '0') {
                throw refused("Expect a decimal number, got: " + text);
            }
            return sign * Double.parseDouble(take());
        } else if (tokens.kind() == Kind.FLOAT) {
            String text = tokens.text();
            // A lone exponent mark was reported by the tokens; the number before it counts.
            String number = text.replaceFirst("[fF]$", "").replaceFirst("[eE][-+]?$", "");
            tokens.next();
            return sign * Double.parseDouble(number);
        } else if (tokens.kind() == Kind.IDENTIFIER) {
            String text = tokens.text().toLowerCase(Locale.ROOT);
            if (text.equals("inf") || text.equals("infinity")) {
                tokens.next();
                return sign * Double.POSITIVE_INFINITY;
            } else if (text.equals("nan")) {
                tokens.next();
                return sign < 0 ? NEGATIVE_NAN : Double.NaN;
            }
            throw refused("Expected double, got: " + text);
        }
        throw refused("Expected double, got: " + tokens.text());
    }

    private byte[] string() {
        if (tokens.kind() != Kind.STRING) {
            throw refused("Expected string, got: " + tokens.text());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (tokens.kind() == Kind.STRING) {
            bytes.writeBytes(TextStrings.unescape(take()));
        }
        return bytes.toByteArray();
    }

    /** ASCII text as bytes. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

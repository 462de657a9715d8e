package dev.fastcodec.text;

import dev.fastcodec.text.TextTokens.Kind;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Locale;

/**
 * Reads the values of text-format input from its tokens. What is not there as it should be is {@link Refused}, in protoc's words. For readers of
 * the runtime and the compiler.
 */
public final class TextValues {
    private static final BigInteger LARGEST =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private static final BigInteger LARGEST_32 = BigInteger.valueOf(0xFFFF_FFFFL);

    /** Digits that no number needs, zeros in front included: it takes long to find out how large such a number is. */
    private static final int TOO_MANY_DIGITS = 1000;

    private static final double NEGATIVE_NAN = Double.longBitsToDouble(0xFFF8_0000_0000_0000L);

    private final TextTokens tokens;

    /** Reads from these tokens. */
    public TextValues(TextTokens tokens) {
        this.tokens = tokens;
    }

    /** Ends the reading. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient TextPlace place;
        private final String what;

        /** A refusal without stack trace, for whoever started the reading. */
        public Refused(TextPlace place, String what) {
            super(what, null, false, false);
            this.place = place;
            this.what = what;
        }

        /** What is wrong. */
        public String what() {
            return what;
        }

        /** Where. */
        public TextPlace place() {
            return place;
        }
    }

    /** A refusal at the token at hand. */
    public Refused refused(String what) {
        return new Refused(tokens.place(), what);
    }

    /** A refusal of what stands in brackets, told at the end of the bracket that was just read. */
    Refused refusedName(String what) {
        return new Refused(tokens.afterPrevious(), what);
    }

    /** Whether the token at hand is this one. */
    public boolean at(String symbol) {
        return tokens.text().equals(symbol);
    }

    /** Takes a symbol if it is the token at hand. */
    public boolean tryTake(String symbol) {
        if (tokens.text().equals(symbol)) {
            tokens.next();
            return true;
        }
        return false;
    }

    /** Takes a symbol. */
    public void expect(String symbol) {
        if (!tryTake(symbol)) {
            throw refused("Expected \"" + symbol + "\", found \"" + tokens.text() + "\".");
        }
    }

    /** Takes what opens a message and returns what closes it. */
    public String open() {
        if (tryTake("<")) {
            return ">";
        }
        expect("{");
        return "}";
    }

    /** Takes a name. */
    public String identifier() {
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

    /** What stands in brackets: the full name of a type or extension, and before a slash the address of a type. */
    public record BracketName(String address, String type) {}

    /** Takes a name in brackets; the token at hand is the bracket that opens. */
    public BracketName bracketName() {
        String text = tokens.untilBracket();
        expect("]");
        int slash = text.lastIndexOf('/');
        String address = text.substring(0, slash + 1);
        String type = text.substring(slash + 1);
        if (address.equals("/")) {
            throw refusedName("Type URL prefix is empty");
        } else if (address.startsWith("/")) {
            throw refusedName("Type URL starts with \"/\"");
        }
        for (int i = address.indexOf('%'); i >= 0; i = address.indexOf('%', i + 1)) {
            String code = address.substring(i, Math.min(i + 3, address.length()));
            if (!code.matches("%[0-9a-fA-F]{2}")) {
                throw refusedName("Invalid percent encode, got: \"" + code + "\"");
            }
        }
        for (String part : type.split("\\.", -1)) {
            if (!part.matches("[a-zA-Z_][a-zA-Z0-9_]*")) {
                throw refusedName("Invalid identifier in type name, got: \"" + part + "\"");
            }
        }
        return new BracketName(address, type);
    }

    /** A name in brackets that must be that of an extension. */
    public String extensionName() {
        BracketName name = bracketName();
        if (!name.address.isEmpty()) {
            throw refusedName("Extension name contains \"/\"");
        }
        return name.type;
    }

    /** A name in brackets that must be that of a type with its address, and the colon behind it if there is one. */
    public BracketName typeUrl() {
        BracketName name = bracketName();
        if (name.address.isEmpty()) {
            throw refusedName("Type URL prefix is missing");
        }
        tryTake(":");
        return name;
    }

    /** Takes what may end a field. */
    public void endField() {
        if (!tryTake(";")) {
            tryTake(",");
        }
    }

    /** A bool of a field. */
    public boolean bool(String field) {
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
    public long signed(long max) {
        boolean negative = tryTake("-");
        BigInteger most = BigInteger.valueOf(max);
        long size = unsigned(negative ? most.add(BigInteger.ONE) : most);
        return negative ? -size : size;
    }

    /** An integer of 32 bits without sign. */
    public int unsigned32() {
        return (int) unsigned(LARGEST_32);
    }

    /** An integer of 64 bits without sign. */
    public long unsigned64() {
        return unsigned(LARGEST);
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

    private static BigInteger integer(String text) {
        if (text.length() > TOO_MANY_DIGITS) {
            return null;
        }
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

    /** A number of double precision, whatever its size: what is too large is infinite. */
    public double real() {
        boolean negative = tryTake("-");
        String text = realText();
        double size = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        // The sign of a NaN is told by its bits alone.
        return !negative ? size : text.isEmpty() ? NEGATIVE_NAN : -size;
    }

    /** A number of single precision, the nearest to the text. */
    public float real32() {
        boolean negative = tryTake("-");
        String text = realText();
        float size = text.isEmpty() ? Float.NaN : Float.parseFloat(text);
        return !negative ? size : text.isEmpty() ? (float) NEGATIVE_NAN : -size;
    }

    /** A number as Java reads it; empty for one that is none. */
    private String realText() {
        String text = tokens.text();
        switch (tokens.kind()) {
            case INTEGER -> {
                if (text.length() > 1 && text.charAt(0) == '0') {
                    throw refused("Expect a decimal number, got: " + text);
                }
                return take();
            }
            case FLOAT -> {
                // A lone exponent mark was reported by the tokens; the number before it counts.
                return take().replaceFirst("[fF]$", "").replaceFirst("[eE][-+]?$", "");
            }
            case IDENTIFIER -> {
                String lower = text.toLowerCase(Locale.ROOT);
                if (lower.equals("inf") || lower.equals("infinity")) {
                    tokens.next();
                    return "Infinity";
                } else if (lower.equals("nan")) {
                    tokens.next();
                    return "";
                }
                throw refused("Expected double, got: " + lower);
            }
            default -> throw refused("Expected double, got: " + text);
        }
    }

    /**
     * The bytes of one string or of several in a row.
     *
     * @param strict whether escapes must be of characters that Unicode has, which protoc does not ask for
     */
    public byte[] string(boolean strict) {
        if (tokens.kind() != Kind.STRING) {
            throw refused("Expected string, got: " + tokens.text());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (tokens.kind() == Kind.STRING) {
            try {
                bytes.writeBytes(TextStrings.unescape(tokens.text(), strict));
            } catch (IllegalArgumentException e) {
                throw refused(e.getMessage());
            }
            tokens.next();
        }
        return bytes.toByteArray();
    }

    /** The number of an enum's value that stands as a number. */
    public int enumNumber() {
        if (!at("-") && tokens.kind() != Kind.INTEGER) {
            throw refused("Expected integer or identifier, got: " + tokens.text());
        }
        return (int) signed(Integer.MAX_VALUE);
    }
}

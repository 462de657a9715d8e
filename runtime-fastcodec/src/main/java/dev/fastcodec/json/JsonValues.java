package dev.fastcodec.json;

import dev.fastcodec.DecodeException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.UUID;

/** Values out of JSON that all dialects write alike, also as the keys of objects. */
abstract sealed class JsonValues extends JsonScanner permits JsonElements {
    private static final int UUID_LENGTH = 36;
    /** Every integer of so many digits fits into a long. */
    private static final int MOST_DIGITS = 18;

    /** The last number of up to 32 bits; the index, type or count of the last field or container. */
    public int n;
    /** The last number of 64 bits. */
    public long v;
    /** The last number of double precision. */
    public double d;
    /** The last bool. */
    public boolean yes;
    /** The last bytes. */
    public byte[] bytes;
    /** The last UUID. */
    public UUID uuid;

    /** Whether numbers may be in quotes, and integers written with a point or exponent. */
    private final boolean lenient;

    JsonValues(int end, int maxDepth, boolean containersCount, boolean lenient) {
        super(end, maxDepth, containersCount);
        this.lenient = lenient;
    }

    // ---- single values

    /** Reads {@code true} or {@code false} into {@link #yes}. */
    public final int bool(byte[] b, int p) {
        yes = b[p] == 't';
        return yes ? literal(b, p, "true") : literal(b, p, "false");
    }

    /** Reads a bool that is written as 1 or 0. */
    public final int bit(byte[] b, int p) {
        int q = i64(b, p);
        bit(p);
        return q;
    }

    private void bit(int p) {
        if (v != 0 && v != 1) {
            throw fail(Kind.INVALID_DATA, p, "1 or 0 expected, but found " + v);
        }
        yes = v == 1;
    }

    /** Reads a number of 8 bits into {@link #n}. */
    public final int i8(byte[] b, int p) {
        int q = i64(b, p);
        n = (byte) v;
        return checked(p, q);
    }

    /** Reads a number of 16 bits into {@link #n}. */
    public final int i16(byte[] b, int p) {
        int q = i64(b, p);
        n = (short) v;
        return checked(p, q);
    }

    /** Reads a number of 32 bits into {@link #n}. */
    public final int i32(byte[] b, int p) {
        int q = i64(b, p);
        n = (int) v;
        return checked(p, q);
    }

    private int checked(int p, int q) {
        if (n != v) {
            throw fail(Kind.INVALID_DATA, p, "number " + v + " out of the range of its type");
        }
        return q;
    }

    /** Reads a number of 64 bits into {@link #v}. */
    public final int i64(byte[] b, int p) {
        boolean quoted = b[p] == '"' && lenient;
        int first = quoted ? p + 1 : p;
        boolean minus = b[first] == '-';
        first += minus ? 1 : 0;
        int q = first;
        long x = 0;
        for (int c = b[q] - '0'; c >= 0 && c <= 9; c = b[++q] - '0') {
            x = x * 10 + c;
        }
        int digits = q - first;
        // 19 digits fit into 64 bits, but maybe not into 63
        if (digits == 0
                || b[first] == '0' && digits > 1
                || digits > MOST_DIGITS && (digits > MOST_DIGITS + 1 || x < 0)) {
            return oddInteger(b, p);
        } else if (quoted ? b[q++] != '"' : b[q] == '.' || (b[q] | 0x20) == 'e') {
            return oddInteger(b, p);
        }
        v = minus ? -x : x;
        return q;
    }

    private int oddInteger(byte[] b, int p) {
        if (b[p] == '"' && lenient) {
            int q = token(b, p, "a number");
            integerToken(p);
            return q;
        } else if (b[p] != '-' && (b[p] < '0' || b[p] > '9')) {
            throw expected(b, p, "a number");
        }
        int q = number(b, p);
        integer(b, p, q, p);
        return q;
    }

    private void integer(byte[] b, int p, int q, int at) {
        boolean plain = true;
        long x = 0;
        for (int i = p; i < q; i++) {
            plain &= b[i] == '-' || b[i] >= '0' && b[i] <= '9';
            x = b[i] == '-' ? x : x * 10 + b[i] - '0';
        }
        if (plain && q - p < MOST_DIGITS) {
            v = b[p] == '-' ? -x : x;
            return;
        } else if (!plain && !lenient) {
            throw fail(Kind.INVALID_DATA, at, "integer with a point or exponent");
        }
        try {
            v = JsonNumbers.integer(b, p, q);
        } catch (ArithmeticException e) {
            throw fail(Kind.INVALID_DATA, at, "no integer of 64 bits");
        }
    }

    /** Reads a number of double precision into {@link #d}; what no number can say is in quotes. */
    public final int float64(byte[] b, int p) {
        boolean minus = b[p] == '-';
        int first = minus ? p + 1 : p;
        int q = first;
        long m = 0;
        int c = b[q] - '0';
        for (; c >= 0 && c <= 9; c = b[++q] - '0') {
            m = m * 10 + c;
        }
        int whole = q - first;
        int digits = whole;
        if (c == '.' - '0') {
            c = b[++q] - '0';
            for (; c >= 0 && c <= 9; c = b[++q] - '0') {
                m = m * 10 + c;
            }
            digits = q - first - 1;
        }
        boolean plain = whole == 1 || whole > 1 && b[first] != '0';
        if (!plain || digits > MOST_DIGITS || b[q - 1] == '.' || (b[q] | 0x20) == 'e') {
            return oddReal(b, p);
        }
        double x = JsonNumbers.real(m, whole - digits);
        if (Double.isNaN(x)) {
            return oddReal(b, p);
        }
        d = minus ? -x : x;
        return q;
    }

    private int oddReal(byte[] b, int p) {
        if (b[p] == '"') {
            int q = token(b, p, "a number");
            if (!lenient && !special()) {
                throw fail(Kind.INVALID_DATA, p, "number in quotes");
            }
            realToken(p);
            return q;
        }
        int q = number(b, p);
        real(b, p, q, p);
        return q;
    }

    private void real(byte[] b, int p, int q, int at) {
        d = JsonNumbers.real(b, p, q);
        if (Double.isInfinite(d)) {
            throw fail(Kind.INVALID_DATA, at, "number out of the range of a double");
        }
    }

    /** Whether the token is NaN or an infinity. */
    private boolean special() {
        if (is("NaN")) {
            d = Double.NaN;
        } else if (is("Infinity")) {
            d = Double.POSITIVE_INFINITY;
        } else if (is("-Infinity")) {
            d = Double.NEGATIVE_INFINITY;
        } else {
            return false;
        }
        return true;
    }

    /** Whether the token is this. */
    final boolean is(String ascii) {
        if (length != ascii.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (t[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Reads bytes in Base64 into {@link #bytes}: of either alphabet, with or without padding. */
    public final int bytes(byte[] b, int p) {
        int q = token(b, p, "bytes in Base64");
        bytes = Base64.decode(t, from, length);
        if (bytes == null) {
            throw fail(Kind.INVALID_DATA, p, "bytes that are not Base64");
        }
        return q;
    }

    /** Reads a UUID into {@link #uuid}. */
    public final int uuid(byte[] b, int p) {
        int q = token(b, p, "a UUID");
        uuid = uuidToken();
        if (uuid == null) {
            throw fail(Kind.INVALID_DATA, p, "text that is no UUID");
        }
        return q;
    }

    // ---- keys of objects: each method goes to the entry's value

    private int key(byte[] b, int p) {
        return token(b, p, "a key in quotes");
    }

    /** Reads a key into {@link #s}. */
    public final int stringKey(byte[] b, int p) {
        return colon(b, string(b, p));
    }

    /** Reads the key {@code "true"} or {@code "false"} into {@link #yes}. */
    public final int boolKey(byte[] b, int p) {
        int q = key(b, p);
        yes = is("true");
        if (!yes && !is("false")) {
            throw fail(Kind.INVALID_DATA, p, "\"true\" or \"false\" expected");
        }
        return colon(b, q);
    }

    /** Reads the key {@code "1"} or {@code "0"} into {@link #yes}. */
    public final int bitKey(byte[] b, int p) {
        int q = i64Key(b, p);
        bit(p);
        return q;
    }

    /** Reads a number of 8 bits that is a key into {@link #n}. */
    public final int i8Key(byte[] b, int p) {
        int q = i64Key(b, p);
        n = (byte) v;
        return checked(p, q);
    }

    /** Reads a number of 16 bits that is a key into {@link #n}. */
    public final int i16Key(byte[] b, int p) {
        int q = i64Key(b, p);
        n = (short) v;
        return checked(p, q);
    }

    /** Reads a number of 32 bits that is a key into {@link #n}. */
    public final int i32Key(byte[] b, int p) {
        int q = i64Key(b, p);
        n = (int) v;
        return checked(p, q);
    }

    /** Reads a number of 64 bits that is a key into {@link #v}. */
    public final int i64Key(byte[] b, int p) {
        int q = key(b, p);
        integerToken(p);
        return colon(b, q);
    }

    /** Reads a number of double precision that is a key into {@link #d}. */
    public final int float64Key(byte[] b, int p) {
        int q = key(b, p);
        realToken(p);
        return colon(b, q);
    }

    /** Reads bytes in Base64 that are a key into {@link #bytes}. */
    public final int bytesKey(byte[] b, int p) {
        return colon(b, bytes(b, p));
    }

    /** Reads a UUID that is a key into {@link #uuid}. */
    public final int uuidKey(byte[] b, int p) {
        return colon(b, uuid(b, p));
    }

    // ---- what the last token says

    final void integerToken(int p) {
        integer(t, from, numberToken(p), p);
    }

    private void realToken(int p) {
        if (!special()) {
            real(t, from, numberToken(p), p);
        }
    }

    /** Checks that the token is a number, and gives its end. */
    final int numberToken(int p) {
        int q = JsonNumbers.end(t, from);
        if (q != from + length) {
            throw fail(Kind.INVALID_DATA, p, "number expected in the quotes");
        } else if (length > JsonNumbers.LONGEST) {
            throw fail(Kind.SIZE, p, "number of more than " + JsonNumbers.LONGEST + " characters");
        }
        return q;
    }

    private UUID uuidToken() {
        if (length == UUID_LENGTH) {
            String text = new String(t, from, length, StandardCharsets.ISO_8859_1);
            try {
                UUID parsed = UUID.fromString(text);
                // it also reads groups of other lengths
                return parsed.toString().equalsIgnoreCase(text) ? parsed : null;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        return null;
    }

    // ---- required fields

    /**
     * Checks that required fields were there.
     *
     * @param p the position of the object's brace
     * @param seen a bit for each field that was there, by its index
     * @param required the same for each that must be
     */
    public final void required(int p, long seen, JsonNames names, long required) {
        if ((required & ~seen) != 0) {
            required(p, new long[] {seen}, names, required);
        }
    }

    /** As the other, for more than 64 fields. */
    public final void required(int p, long[] seen, JsonNames names, long... required) {
        StringJoiner missing = new StringJoiner(", ", "required but missing: ", "").setEmptyValue("");
        for (int i = 0; i < required.length * Long.SIZE; i++) {
            if ((required[i / Long.SIZE] & ~seen[i / Long.SIZE]) >>> i << -1 != 0) {
                missing.add(names.name(i));
            }
        }
        if (missing.length() > 0) {
            throw fail(Kind.MISSING_REQUIRED, p, missing.toString());
        }
    }
}

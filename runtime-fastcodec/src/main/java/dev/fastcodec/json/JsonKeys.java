package dev.fastcodec.json;

import dev.fastcodec.DecodeException.Kind;

/** The keys of objects: each method reads one and goes to the entry's value. */
abstract sealed class JsonKeys extends JsonValues permits JsonElements {
    JsonKeys(int end, int maxDepth, boolean containersCount, boolean lenient) {
        super(end, maxDepth, containersCount, lenient);
    }

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
}

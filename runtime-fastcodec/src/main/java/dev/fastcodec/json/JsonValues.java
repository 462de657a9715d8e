package dev.fastcodec.json;

import dev.fastcodec.DecodeException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.UUID;

/** Values out of JSON that all dialects write alike. */
abstract sealed class JsonValues extends JsonNumerals permits JsonKeys {
    private static final int UUID_LENGTH = 36;

    /** The last bool. */
    public boolean yes;
    /** The last bytes. */
    public byte[] bytes;
    /** The last UUID. */
    public UUID uuid;

    JsonValues(int end, int maxDepth, boolean containersCount, boolean lenient) {
        super(end, maxDepth, containersCount, lenient);
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

    final void bit(int p) {
        if (v != 0 && v != 1) {
            throw fail(Kind.INVALID_DATA, p, "1 or 0 expected, but found " + v);
        }
        yes = v == 1;
    }

    /** Reads bytes in Base64 into {@link #bytes}: of either alphabet, with or without padding. */
    public final int bytes(byte[] b, int p) {
        if (b[p] == '"') {
            int q = Base64.end(b, p + 1);
            if (q < end && b[q] == '"') {
                bytes = Base64.decode(b, p + 1, q - p - 1);
                if (bytes != null) {
                    return q + 1;
                }
            }
        }
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

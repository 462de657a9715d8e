package dev.fastcodec.netty.wire;

import dev.fastcodec.EncodeException;
import dev.fastcodec.thrift.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes {@link TTHeader}s: token, string keys, int keys in their order, padding to words. The frame's length, and a checksum when one is wanted, are
 * filled in when the payload is there.
 */
public final class TTHeaderWriter {
    private static final int NO_CHECKSUM = -1;

    private final Outgoing out;
    private final int start;
    private final int checksum;

    private TTHeaderWriter(Outgoing out, int start, int checksum) {
        this.out = out;
        this.start = start;
        this.checksum = checksum;
    }

    /**
     * Writes a header behind what is there; the payload is to follow and then {@link #finish}.
     *
     * @throws EncodeException when a string has more than 65,535 bytes, there are more than 65,535 of a kind, or all has more than 262,140 bytes
     */
    public static TTHeaderWriter begin(Outgoing out, TTHeader header) {
        int start = head(out, header);
        pairs(out, header.strings(), NO_CHECKSUM);
        tail(out, header, start);
        return new TTHeaderWriter(out, start, NO_CHECKSUM);
    }

    /** As {@link #begin}, with the payload's CRC-32C under {@link Keys#CHECKSUM} in front of the other strings. */
    public static TTHeaderWriter beginChecked(Outgoing out, TTHeader header) {
        int start = head(out, header);
        Map<String, String> strings = new LinkedHashMap<>();
        strings.put(Keys.CHECKSUM, Checksum.NONE);
        strings.putAll(header.strings());
        int checksum = pairs(out, strings, 0);
        tail(out, header, start);
        return new TTHeaderWriter(out, start, checksum);
    }

    /** The index of the payload when nothing of it is written. */
    public int payload() {
        return start + TTHeader.META + Bytes.u16(out.array(), start + TTHeader.SIZE_AT) * TTHeader.WORD;
    }

    /** Fills in what depends on the payload, which is all that was written since; with a checksum all of it must be in the array. */
    public void finish() {
        byte[] b = out.array();
        Bytes.setI32(b, start, out.size() - start - Integer.BYTES + out.beside());
        if (checksum != NO_CHECKSUM) {
            String sum = Checksum.of(b, payload(), out.size());
            byte[] digits = sum.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(digits, 0, b, checksum, digits.length);
        }
    }

    private static int head(Outgoing out, TTHeader header) {
        int start = out.size();
        Bytes.i32(out, 0);
        Bytes.u16(out, TTHeader.MAGIC);
        Bytes.u16(out, header.flags());
        Bytes.i32(out, header.sequence());
        Bytes.u16(out, 0);
        Bytes.u8(out, header.protocol());
        Bytes.u8(out, 0);
        String token = header.get(Keys.ACL_TOKEN);
        if (!token.isEmpty()) {
            Bytes.u8(out, TTHeader.TOKEN);
            Bytes.string16(out, token);
        }
        return start;
    }

    /**
     * Writes strings but the token.
     *
     * @param wanted the number of the pair that the index of its value is wanted of
     */
    private static int pairs(Outgoing out, Map<String, String> strings, int wanted) {
        int n = strings.size() - (strings.containsKey(Keys.ACL_TOKEN) ? 1 : 0);
        if (n == 0) {
            return NO_CHECKSUM;
        }
        Bytes.u8(out, TTHeader.STRING_PAIRS);
        Bytes.u16(out, Bytes.atMost16(n, "string keys"));
        int index = NO_CHECKSUM;
        int i = 0;
        for (Map.Entry<String, String> pair : strings.entrySet()) {
            if (pair.getKey().equals(Keys.ACL_TOKEN)) {
                continue;
            }
            Bytes.string16(out, pair.getKey());
            index = i++ == wanted ? out.size() + Short.BYTES : index;
            Bytes.string16(out, pair.getValue());
        }
        return index;
    }

    private static void tail(Outgoing out, TTHeader header, int start) {
        if (!header.ints().isEmpty()) {
            Bytes.u8(out, TTHeader.INT_PAIRS);
            Bytes.u16(out, Bytes.atMost16(header.ints().size(), "int keys"));
            header.ints().forEach((key, value) -> {
                Bytes.u16(out, key);
                Bytes.string16(out, value);
            });
        }
        pad(out, start);
    }

    /** Fills the header up to whole words, and its size in. */
    static void pad(Outgoing out, int start) {
        int size = out.size() - start - TTHeader.META;
        for (; size % TTHeader.WORD != 0; size++) {
            Bytes.u8(out, 0);
        }
        if (size > TTHeader.MAX_SIZE) {
            throw new EncodeException("header of " + size + " bytes where " + TTHeader.MAX_SIZE + " are allowed");
        }
        Bytes.setU16(out.array(), start + TTHeader.SIZE_AT, size / TTHeader.WORD);
    }
}

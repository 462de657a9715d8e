package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Kitex's check of a payload: CRC-32C (Castagnoli) as eight hex digits under {@link Keys#CHECKSUM}. */
public final class Checksum {
    static final String NONE = "00000000";

    private Checksum() {}

    /** The checksum of a payload. */
    public static String of(byte[] b, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(b, from, to - from);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /**
     * Checks a payload against its header, which need not have a checksum.
     *
     * @throws DecodeException when they do not agree
     */
    public static void check(TTHeader header, byte[] b, int from, int to) {
        String told = header.get(Keys.CHECKSUM);
        if (!told.isEmpty() && !told.equals(of(b, from, to))) {
            throw new DecodeException(
                    Kind.INVALID_DATA, "payload with a checksum other than " + told, 0, TTHeader.PATH);
        }
    }
}

package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The header that a mesh's proxy puts in front of a message: {@code FF AF}, the size in two bytes, pairs of strings. Only read; nobody writes it.
 */
public final class MeshHeader {
    /** From so many bytes on the header's length is known. */
    public static final int ENOUGH = 4;

    static final int MAGIC = 0xffaf;
    private static final String PATH = "meshheader";

    private MeshHeader() {}

    /** The number of bytes of the header that begins at {@code from}, of which {@link #ENOUGH} must be there. The message follows it. */
    public static int length(byte[] b, int from) {
        return ENOUGH + Bytes.u16(b, from + Short.BYTES);
    }

    /**
     * Reads a header.
     *
     * @param end where it ends: behind as many bytes as {@link #length} tells
     * @throws DecodeException when the pairs do not fit into it
     */
    public static Map<String, String> read(byte[] b, int from, int end) {
        Map<String, String> strings = new LinkedHashMap<>();
        TTHeaderReader.strings(new Cursor(b, from, from + ENOUGH, end, PATH), strings);
        return strings;
    }
}

package dev.fastcodec.rpc;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.wkt.Any;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code google.rpc.Status}: {@code {1: int32 code, 2: string message, 3: repeated google.protobuf.Any details}}.
 *
 * @param code a number of {@link Status}
 * @param message for developers
 * @param details messages of any type
 */
public record StatusDetails(int code, String message, List<Any> details) {
    /** The trailer that gRPC puts it in. */
    public static final String KEY = "grpc-status-details-bin";

    private static final String PATH = "google.rpc.Status";
    private static final int CODE = 1 << 3;
    private static final int MESSAGE = 2 << 3 | 2;
    private static final int DETAILS = 3 << 3 | 2;

    /** Copies the list. */
    public StatusDetails {
        details = List.copyOf(details);
    }

    /** The bytes. */
    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (code != 0) {
            out.write(CODE);
            varint(out, code);
        }
        if (!message.isEmpty()) {
            bytes(out, MESSAGE, message.getBytes(StandardCharsets.UTF_8));
        }
        details.forEach(detail -> bytes(out, DETAILS, Any.PROTO.encode(detail)));
        return out.toByteArray();
    }

    private static void bytes(ByteArrayOutputStream out, int tag, byte[] bytes) {
        out.write(tag);
        varint(out, bytes.length);
        out.write(bytes, 0, bytes.length);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        for (; (value & ~0x7fL) != 0; value >>>= 7) {
            out.write((int) (value & 0x7f | 0x80));
        }
        out.write((int) value);
    }

    /**
     * Reads the bytes; fields that are not known are passed over.
     *
     * @throws DecodeException when they are not one
     */
    public static StatusDetails decode(byte[] b) {
        return new Reader(b).status();
    }

    private static final class Reader {
        private final byte[] b;
        private int p;

        Reader(byte[] b) {
            this.b = b;
        }

        StatusDetails status() {
            int code = 0;
            String message = "";
            List<Any> details = new ArrayList<>();
            while (p < b.length) {
                long tag = varint();
                if (tag == CODE) {
                    code = (int) varint();
                } else if (tag == MESSAGE) {
                    int n = length(varint());
                    message = new String(b, p, n, StandardCharsets.UTF_8);
                    p += n;
                } else if (tag == DETAILS) {
                    int n = length(varint());
                    details.add(Any.PROTO.decode(b, p, n));
                    p += n;
                } else {
                    skip((int) tag & 7);
                }
            }
            return new StatusDetails(code, message, details);
        }

        private void skip(int wireType) {
            switch (wireType) {
                case 0 -> varint();
                case 1 -> p += length(Long.BYTES);
                case 2 -> p += length(varint());
                case 5 -> p += length(Integer.BYTES);
                default -> throw new DecodeException(Kind.INVALID_DATA, "wire type " + wireType, p, PATH);
            }
        }

        private int length(long n) {
            if (n < 0 || n > b.length - p) {
                throw new DecodeException(Kind.TRUNCATED, n + " bytes where " + (b.length - p) + " are left", p, PATH);
            }
            return (int) n;
        }

        private long varint() {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                if (p == b.length) {
                    throw new DecodeException(Kind.TRUNCATED, "input ends inside a number", p, PATH);
                }
                byte next = b[p++];
                value |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new DecodeException(Kind.MALFORMED_VARINT, "number of more than 10 bytes", p, PATH);
        }
    }
}

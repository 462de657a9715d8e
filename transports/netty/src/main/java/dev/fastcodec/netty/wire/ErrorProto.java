package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.thrift.TApplicationException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The body of a Kitex Protobuf message that says what went wrong: {@code message ErrorProto { int32 TypeID = 1; string Message = 2; }}. */
final class ErrorProto {
    private static final int TYPE = 1 << 3;
    private static final int MESSAGE = 2 << 3 | 2;
    private static final int WIRE_TYPE = 7;
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private ErrorProto() {}

    static byte[] bytes(TApplicationException failure) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (failure.typeNumber() != 0) {
            out.write(TYPE);
            varint(out, failure.typeNumber());
        }
        byte[] text = Objects.requireNonNullElse(failure.getMessage(), "").getBytes(StandardCharsets.UTF_8);
        if (text.length > 0) {
            out.write(MESSAGE);
            varint(out, text.length);
            out.writeBytes(text);
        }
        return out.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, long v) {
        for (; (v & ~0x7fL) != 0; v >>>= 7) {
            out.write((int) v & 0x7f | 0x80);
        }
        out.write((int) v);
    }

    static TApplicationException read(byte[] b, int from, int end) {
        Cursor in = new Cursor(b, from, from, end, "ErrorProto");
        TApplicationException failure = new TApplicationException();
        while (in.more()) {
            long tag = in.varint();
            if (tag == TYPE) {
                failure.typeNumber((int) in.varint());
            } else if (tag == MESSAGE) {
                failure.setMessage(in.string((int) in.varint()));
            } else {
                skip(in, (int) tag & WIRE_TYPE);
            }
        }
        return failure;
    }

    private static void skip(Cursor in, int wireType) {
        switch (wireType) {
            case VARINT -> in.varint();
            case FIXED64 -> in.skip(Long.BYTES);
            case BYTES -> in.string((int) in.varint());
            case FIXED32 -> in.skip(Integer.BYTES);
            default -> throw in.failure(Kind.INVALID_TAG, "wire type " + wireType);
        }
    }
}

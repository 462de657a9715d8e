package dev.fastcodec.thrift;

import dev.fastcodec.schema.MessageSchema;

/** {@link TApplicationException} in the Binary protocol. */
final class TApplicationExceptionBinary extends BinaryCodec<TApplicationException> {
    private static final int MESSAGE = TType.STRING << 16 | 1;
    private static final int TYPE = TType.I32 << 16 | 2;
    private static final int HEADER = 3;
    /** Two headers, a length, a number and STOP. */
    private static final int FIXED = 2 * HEADER + 2 * Integer.BYTES + 1;

    @Override
    protected TApplicationException newMessage() {
        return new TApplicationException();
    }

    @Override
    protected int write(BinaryWriter w, byte[] b, int p, TApplicationException m) {
        String message = m.getMessage();
        b = w.grow(p, FIXED + 3L * message.length() + ThriftWriter.SLACK);
        p = BinaryWriter.header(b, p, MESSAGE << 8);
        p = BinaryWriter.string(b, p, message);
        p = BinaryWriter.header(b, p, TYPE << 8);
        p = BinaryWriter.i32(b, p, m.typeNumber());
        b[p] = TType.STOP;
        return p + 1;
    }

    @Override
    protected int read(BinaryReader r, byte[] b, int p, TApplicationException m) {
        for (int h = BinaryReader.header(b, p); h >>> 16 != TType.STOP; h = BinaryReader.header(b, p)) {
            p += HEADER;
            if (h == MESSAGE) {
                p = r.length(b, p);
                m.setMessage(r.string(b, p, r.n));
                p += r.n;
            } else if (h == TYPE) {
                m.typeNumber(BinaryReader.i32(b, p));
                p += Integer.BYTES;
            } else {
                p = r.skip(b, p, h >>> 16);
            }
        }
        return p + 1;
    }

    @Override
    public MessageSchema schema() {
        return TApplicationException.SCHEMA;
    }
}

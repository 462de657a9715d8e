package dev.fastcodec.thrift;

import dev.fastcodec.schema.MessageSchema;

/** {@link TApplicationException} in the Compact protocol. */
final class TApplicationExceptionCompact extends CompactCodec<TApplicationException> {
    private static final int STRING = 8;
    private static final int I32 = 5;
    /** Two headers, a length, a number and STOP. */
    private static final int FIXED = 2 + 5 + 5 + 1;

    @Override
    protected TApplicationException newMessage() {
        return new TApplicationException();
    }

    @Override
    protected int write(CompactWriter w, byte[] b, int p, TApplicationException m) {
        String message = m.getMessage();
        b = w.grow(p, FIXED + 3L * message.length() + ThriftWriter.SLACK);
        p = CompactWriter.header(b, p, 0, 1, STRING);
        p = CompactWriter.string(b, p, message);
        p = CompactWriter.header(b, p, 1, 2, I32);
        p = CompactWriter.i32(b, p, m.typeNumber());
        b[p] = TType.STOP;
        return p + 1;
    }

    @Override
    protected int read(CompactReader r, byte[] b, int p, TApplicationException m) {
        int id = 0;
        while (b[p] != TType.STOP) {
            int code = b[p] & 15;
            p = r.header(b, p, id);
            id = r.n;
            if (id == 1 && code == STRING) {
                p = r.length(b, p);
                m.setMessage(r.string(b, p, r.n));
                p += r.n;
            } else if (id == 2 && code == I32) {
                p = r.i32(b, p);
                m.typeNumber(r.n);
            } else {
                p = r.skip(b, p, code);
            }
        }
        return p + 1;
    }

    @Override
    public MessageSchema schema() {
        return TApplicationException.SCHEMA;
    }
}

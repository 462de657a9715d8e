package dev.fastcodec.thrift;

import dev.fastcodec.json.JsonWriter;
import dev.fastcodec.json.TJsonCodec;
import dev.fastcodec.json.TJsonReader;
import dev.fastcodec.schema.MessageSchema;

/** {@link TApplicationException} in typed JSON. */
final class TApplicationExceptionTJson extends TJsonCodec<TApplicationException> {
    private static final int MESSAGE = TType.STRING << 16 | 1;
    private static final int TYPE = TType.I32 << 16 | 2;
    /** What is written beside the two values, or the longer of them. */
    private static final int FIXED = 48;

    @Override
    protected TApplicationException newMessage() {
        return new TApplicationException();
    }

    @Override
    protected int write(JsonWriter w, byte[] b, int p, TApplicationException m) {
        p = JsonWriter.put(w.grow(p, FIXED), p, "{\"1\":{\"str\":");
        p = w.string(w.b, p, m.getMessage());
        b = w.grow(p, FIXED);
        p = JsonWriter.put(b, p, "},\"2\":{\"i32\":");
        p = JsonWriter.i32(b, p, m.typeNumber());
        return JsonWriter.put(b, p, "}}");
    }

    @Override
    protected int read(TJsonReader r, byte[] b, int p, TApplicationException m) {
        p = r.beginObject(b, p);
        while (b[p] != '}') {
            p = r.field(b, p);
            switch (r.n) {
                case MESSAGE -> {
                    p = r.string(b, p);
                    m.setMessage(r.s);
                }
                case TYPE -> {
                    p = r.i32(b, p);
                    m.typeNumber(r.n);
                }
                default -> p = r.skip(b, p);
            }
            p = r.next(b, r.endField(b, p));
        }
        return r.end(p);
    }

    @Override
    public MessageSchema schema() {
        return TApplicationException.SCHEMA;
    }
}

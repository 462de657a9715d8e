package dev.fastcodec.thrift;

/** Turns fields in Binary into Compact. */
final class BinaryToCompact {
    /** The most bytes of anything but the content of strings, with the slack that wide stores need. */
    private static final int ROOM = 32;

    private final CompactWriter w;
    private final byte[] from;
    private final int end;
    private final BinaryReader r;
    /** Where to read next. */
    private int in;

    BinaryToCompact(CompactWriter w, byte[] from, int end) {
        this.w = w;
        this.from = from;
        this.end = end;
        r = new BinaryReader(end, Integer.MAX_VALUE);
    }

    /** Writes all fields without STOP. */
    int fields(int p, int lastId) {
        while (in < end) {
            p = field(p, lastId);
            lastId = r.n;
        }
        return p;
    }

    /** Writes one field and leaves its id in the reader; or reads STOP. */
    private int field(int p, int lastId) {
        in = r.field(from, in, lastId);
        int type = r.type;
        if (type == TType.STOP) {
            return p;
        }
        int id = r.n;
        byte[] b = w.grow(p, ROOM);
        if (type == TType.BOOL) {
            p = CompactWriter.header(b, p, lastId, id, BinaryReader.bool(from, in++) ? 1 : 2);
        } else {
            p = value(CompactWriter.header(b, p, lastId, id, TType.toCompact(type)), type);
        }
        r.n = id;
        r.type = type;
        return p;
    }

    private int value(int p, int type) {
        byte[] b = w.grow(p, ROOM);
        int at = in;
        in += TType.width(type);
        return switch (type) {
            case TType.BOOL -> CompactWriter.bool(b, p, BinaryReader.bool(from, at));
            case TType.I8 -> CompactWriter.i8(b, p, from[at]);
            case TType.I16 -> CompactWriter.i16(b, p, BinaryReader.i16(from, at));
            case TType.I32 -> CompactWriter.i32(b, p, BinaryReader.i32(from, at));
            case TType.I64 -> CompactWriter.i64(b, p, BinaryReader.i64(from, at));
            case TType.DOUBLE -> CompactWriter.float64(b, p, BinaryReader.float64(from, at));
            case TType.UUID -> CompactWriter.uuid(b, p, BinaryReader.uuid(from, at));
            case TType.STRING -> string(p);
            case TType.STRUCT -> struct(p);
            case TType.MAP -> map(p);
            default -> list(p);
        };
    }

    private int string(int p) {
        in = r.length(from, in);
        byte[] b = w.grow(p, ROOM + (long) r.n);
        p = CompactWriter.varint32(b, p, r.n);
        System.arraycopy(from, in, b, p, r.n);
        in += r.n;
        return p + r.n;
    }

    private int struct(int p) {
        int lastId = 0;
        for (p = field(p, lastId); r.type != TType.STOP; p = field(p, lastId)) {
            lastId = r.n;
        }
        w.grow(p, 1)[p] = TType.STOP;
        return p + 1;
    }

    private int list(int p) {
        in = r.elements(from, in);
        int type = r.type;
        int count = r.n;
        p = CompactWriter.list(w.b, p, TType.exists(type) ? type : TType.I8, count);
        for (int i = 0; i < count; i++) {
            p = value(p, type);
        }
        return p;
    }

    private int map(int p) {
        in = r.entries(from, in);
        int keyType = r.keyType;
        int valueType = r.type;
        int count = r.n;
        p = CompactWriter.map(w.b, p, keyType, valueType, count);
        for (int i = 0; i < count; i++) {
            p = value(p, keyType);
            p = value(p, valueType);
        }
        return p;
    }
}

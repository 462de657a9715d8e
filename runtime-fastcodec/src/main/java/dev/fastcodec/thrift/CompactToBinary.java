package dev.fastcodec.thrift;

import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.internal.Views;

/** Turns Compact that was found to be well formed into Binary. */
final class CompactToBinary {
    private static final int LARGEST = Integer.MAX_VALUE - 64;

    private final CompactReader r;
    private final byte[] b;
    private final UnknownFields out;

    CompactToBinary(CompactReader r, byte[] b, UnknownFields out) {
        this.r = r;
        this.b = b;
        this.out = out;
    }

    /**
     * Adds a field.
     *
     * @param p the position of its value
     * @param code the type in its header, 1 to 15
     * @return the position behind its value
     */
    int field(int p, int code, int id) {
        int type = TType.ofCompact(code);
        i8(type);
        number(id, Short.BYTES);
        if (type == TType.BOOL) {
            i8(code == 1 ? 1 : 0);
            return p;
        }
        return value(p, type);
    }

    private int value(int p, int type) {
        switch (type) {
            case TType.BOOL -> {
                i8(b[p] == 1 ? 1 : 0);
                return p + 1;
            }
            case TType.I8 -> {
                i8(b[p]);
                return p + 1;
            }
            case TType.I16 -> {
                p = r.i16(b, p);
                number(r.n, Short.BYTES);
                return p;
            }
            case TType.I32 -> {
                p = r.i32(b, p);
                number(r.n, Integer.BYTES);
                return p;
            }
            case TType.I64 -> {
                p = r.i64(b, p);
                number(r.v, Long.BYTES);
                return p;
            }
            case TType.DOUBLE -> {
                number((long) Views.LE_LONG.get(b, p), Long.BYTES);
                return p + Long.BYTES;
            }
            case TType.UUID -> {
                return raw(p, 16);
            }
            case TType.STRING -> {
                p = r.length(b, p);
                number(r.n, Integer.BYTES);
                return raw(p, r.n);
            }
            case TType.STRUCT -> {
                return struct(p);
            }
            case TType.MAP -> {
                return map(p);
            }
            default -> {
                return list(p);
            }
        }
    }

    private int struct(int p) {
        int id = 0;
        while (b[p] != TType.STOP) {
            int code = b[p] & 15;
            p = r.header(b, p, id);
            id = r.n;
            p = field(p, code, id);
        }
        i8(TType.STOP);
        return p + 1;
    }

    private int list(int p) {
        p = r.elements(b, p);
        int type = r.type;
        int count = r.n;
        i8(type);
        number(count, Integer.BYTES);
        for (int i = 0; i < count; i++) {
            p = value(p, type);
        }
        return p;
    }

    /** Compact has no types for an empty map, Binary has: then those of a byte. */
    private int map(int p) {
        p = r.entries(b, p);
        int count = r.n;
        int keyType = count == 0 ? TType.I8 : r.keyType;
        int valueType = count == 0 ? TType.I8 : r.type;
        i8(keyType);
        i8(valueType);
        number(count, Integer.BYTES);
        for (int i = 0; i < count; i++) {
            p = value(p, keyType);
            p = value(p, valueType);
        }
        return p;
    }

    private void i8(int v) {
        byte[] to = room(1);
        to[out.size()] = (byte) v;
        out.grew(out.size() + 1);
    }

    /** The lowest bytes of a number, the most significant first. */
    private void number(long v, int bytes) {
        byte[] to = room(Long.BYTES);
        Views.BE_LONG.set(to, out.size(), v << 8 * (Long.BYTES - bytes));
        out.grew(out.size() + bytes);
    }

    private int raw(int p, int n) {
        byte[] to = room(n);
        System.arraycopy(b, p, to, out.size(), n);
        out.grew(out.size() + n);
        return p + n;
    }

    private byte[] room(int n) {
        if (n > LARGEST - out.size()) {
            throw r.fail(Kind.SIZE, r.end, "unknown fields of more bytes than an array holds");
        }
        return out.reserve(n);
    }
}

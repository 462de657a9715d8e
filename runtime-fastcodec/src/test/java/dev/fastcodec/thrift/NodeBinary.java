package dev.fastcodec.thrift;

import dev.fastcodec.schema.MessageSchema;

/** The codec of {@link Node} for the Binary protocol. */
final class NodeBinary extends BinaryCodec<Node> {
    @Override
    public MessageSchema schema() {
        return Node.Table.SCHEMA;
    }

    @Override
    protected Node newMessage() {
        return new Node();
    }

    @Override
    protected int write(BinaryWriter w, byte[] b, int p, Node m) {
        if (m.child != null) {
            p = BinaryWriter.header(w.grow(p, 8), p, 0x0c000100);
            p = write(w, w.b, p, m.child);
        }
        p = BinaryWriter.header(w.grow(p, 16), p, 0x08000200);
        p = BinaryWriter.i32(w.b, p, m.n);
        if (m.s != null) {
            p = BinaryWriter.header(w.grow(p, 16 + 3L * m.s.length()), p, 0x0b000300);
            p = BinaryWriter.string(w.b, p, m.s);
        }
        p = BinaryWriter.header(w.grow(p, 8), p, 0x0f000400);
        p = w.i64s(p, m.longs);
        p = BinaryWriter.header(w.grow(p, 16), p, 0x0f000500);
        p = BinaryWriter.list(w.b, p, 12, m.nodes.size());
        for (Node node : m.nodes) {
            p = write(w, w.b, p, node);
        }
        p = BinaryWriter.header(w.grow(p, 16), p, 0x0d000600);
        p = BinaryWriter.map(w.b, p, 11, 12, m.m.size());
        for (String key : m.m.keySet()) {
            p = BinaryWriter.string(w.grow(p, 16 + 3L * key.length()), p, key);
            p = write(w, w.b, p, m.m.get(key));
        }
        p = BinaryWriter.header(w.grow(p, 16), p, 0x02000700);
        p = BinaryWriter.bool(w.b, p, m.b);
        p = BinaryWriter.header(w.grow(p, 16), p, 0x0f000800);
        p = w.strings(p, m.strings);
        p = BinaryWriter.header(w.grow(p, 16), p, 0x0f000900);
        p = w.doubles(p, m.doubles);
        p = w.unknown(p, m.unknown);
        w.grow(p, 1)[p] = 0;
        return p + 1;
    }

    @Override
    protected int read(BinaryReader r, byte[] b, int p, Node m) {
        long seen = 0;
        for (int h = BinaryReader.header(b, p); h >>> 16 != 0; h = BinaryReader.header(b, p)) {
            seen |= h == 0x080002 ? 1 : 0;
            p = field(r, b, p + 3, h, m);
        }
        if (seen != 1) {
            throw r.missing(p + 1, seen, "n");
        }
        return p + 1;
    }

    private int field(BinaryReader r, byte[] b, int p, int h, Node m) {
        switch (h) {
            case 0x0c0001 -> {
                return node(r, b, p, m.child = new Node());
            }
            case 0x080002 -> {
                m.n = BinaryReader.i32(b, p);
                return p + 4;
            }
            case 0x0b0003 -> {
                p = r.length(b, p);
                m.s = r.string(b, p, r.n);
                return p + r.n;
            }
            case 0x0f0004 -> {
                int q = r.list(b, p, 10);
                return r.n < 0 ? r.unknown(b, p, 15, 4, m.kept()) : r.i64s(b, q, r.n, m.longs);
            }
            case 0x0f0005 -> {
                int q = r.list(b, p, 12);
                if (r.n < 0) {
                    return r.unknown(b, p, 15, 5, m.kept());
                }
                for (int i = 0, n = r.n; i < n; i++) {
                    q = node(r, b, q, m.nodes.add());
                }
                return q;
            }
            case 0x0d0006 -> {
                int q = r.map(b, p, 11, 12);
                if (r.n < 0) {
                    return r.unknown(b, p, 13, 6, m.kept());
                }
                for (int i = 0, n = r.n; i < n; i++) {
                    q = r.length(b, q);
                    String key = r.string(b, q, r.n);
                    Node value = new Node();
                    q = node(r, b, q + r.n, value);
                    m.m.put(key, value);
                }
                return q;
            }
            case 0x020007 -> {
                m.b = BinaryReader.bool(b, p);
                return p + 1;
            }
            case 0x0f0008 -> {
                int q = r.list(b, p, 11);
                return r.n < 0 ? r.unknown(b, p, 15, 8, m.kept()) : r.strings(b, q, r.n, m.strings);
            }
            case 0x0f0009 -> {
                int q = r.list(b, p, 4);
                return r.n < 0 ? r.unknown(b, p, 15, 9, m.kept()) : r.doubles(b, q, r.n, m.doubles);
            }
            default -> {
                return r.unknown(b, p, h >>> 16, (short) h, m.kept());
            }
        }
    }

    private int node(BinaryReader r, byte[] b, int p, Node m) {
        r.enter(p);
        p = read(r, b, p, m);
        r.leave();
        return p;
    }
}

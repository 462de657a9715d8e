package dev.fastcodec.thrift;

import dev.fastcodec.schema.MessageSchema;

/** The codec of {@link Node} for the Compact protocol. */
final class NodeCompact extends CompactCodec<Node> {
    @Override
    public MessageSchema schema() {
        return Node.Table.SCHEMA;
    }

    @Override
    protected Node newMessage() {
        return new Node();
    }

    @Override
    protected int write(CompactWriter w, byte[] b, int p, Node m) {
        int last = 0;
        if (m.child != null) {
            p = CompactWriter.header(w.grow(p, 20), p, last, 1, 12);
            p = write(w, w.b, p, m.child);
            last = 1;
        }
        p = CompactWriter.header(w.grow(p, 30), p, last, 2, 5);
        p = CompactWriter.i32(w.b, p, m.n);
        last = 2;
        if (m.s != null) {
            p = CompactWriter.header(w.grow(p, 30 + 3L * m.s.length()), p, last, 3, 8);
            p = CompactWriter.string(w.b, p, m.s);
            last = 3;
        }
        p = CompactWriter.header(w.grow(p, 20), p, last, 4, 9);
        p = w.i64s(p, m.longs);
        p = CompactWriter.header(w.grow(p, 30), p, 4, 5, 9);
        p = CompactWriter.list(w.b, p, 12, m.nodes.size());
        for (Node node : m.nodes) {
            p = write(w, w.b, p, node);
        }
        p = CompactWriter.header(w.grow(p, 30), p, 5, 6, 11);
        p = CompactWriter.map(w.b, p, 11, 12, m.m.size());
        for (String key : m.m.keySet()) {
            p = CompactWriter.string(w.grow(p, 20 + 3L * key.length()), p, key);
            p = write(w, w.b, p, m.m.get(key));
        }
        p = CompactWriter.header(w.grow(p, 20), p, 6, 7, m.b ? 1 : 2);
        p = CompactWriter.header(w.grow(p, 20), p, 7, 8, 9);
        p = w.strings(p, m.strings);
        p = CompactWriter.header(w.grow(p, 20), p, 8, 9, 9);
        p = w.doubles(p, m.doubles);
        p = w.unknown(p, 9, m.unknown);
        w.grow(p, 1)[p] = 0;
        return p + 1;
    }

    @Override
    protected int read(CompactReader r, byte[] b, int p, Node m) {
        int last = 0;
        long seen = 0;
        while (b[p] != 0) {
            int code = b[p] & 15;
            p = r.header(b, p, last);
            last = r.n;
            seen |= last == 2 && code == 5 ? 1 : 0;
            p = field(r, b, p, code, last, m);
        }
        if (seen != 1) {
            throw r.missing(p + 1, seen, "n");
        }
        return p + 1;
    }

    private int field(CompactReader r, byte[] b, int p, int code, int id, Node m) {
        int q = p;
        switch (id << 4 | code) {
            case 1 << 4 | 12 -> {
                return node(r, b, p, m.child = new Node());
            }
            case 2 << 4 | 5 -> {
                p = r.i32(b, p);
                m.n = r.n;
                return p;
            }
            case 3 << 4 | 8 -> {
                p = r.length(b, p);
                m.s = r.string(b, p, r.n);
                return p + r.n;
            }
            case 4 << 4 | 9 -> {
                q = r.list(b, p, 10);
                if (r.n >= 0) {
                    return r.i64s(b, q, r.n, m.longs);
                }
            }
            case 5 << 4 | 9 -> {
                q = r.list(b, p, 12);
                if (r.n >= 0) {
                    for (int i = 0, n = r.n; i < n; i++) {
                        q = node(r, b, q, m.nodes.add());
                    }
                    return q;
                }
            }
            case 6 << 4 | 11 -> {
                q = r.map(b, p, 11, 12);
                if (r.n >= 0) {
                    for (int i = 0, n = r.n; i < n; i++) {
                        q = r.length(b, q);
                        String key = r.string(b, q, r.n);
                        Node value = new Node();
                        q = node(r, b, q + r.n, value);
                        m.m.put(key, value);
                    }
                    return q;
                }
            }
            case 7 << 4 | 1, 7 << 4 | 2 -> {
                m.b = code == 1;
                return p;
            }
            case 8 << 4 | 9 -> {
                q = r.list(b, p, 11);
                if (r.n >= 0) {
                    return r.strings(b, q, r.n, m.strings);
                }
            }
            case 9 << 4 | 9 -> {
                q = r.list(b, p, 4);
                if (r.n >= 0) {
                    return r.doubles(b, q, r.n, m.doubles);
                }
            }
            default -> {}
        }
        return r.unknown(b, p, code, id, m.kept());
    }

    private int node(CompactReader r, byte[] b, int p, Node m) {
        r.enter(p);
        p = read(r, b, p, m);
        r.leave();
        return p;
    }
}

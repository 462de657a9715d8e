package dev.fastcodec.protobuf;

import dev.fastcodec.Codec;
import dev.fastcodec.Equality;
import dev.fastcodec.IntList;
import dev.fastcodec.Message;
import dev.fastcodec.MessageList;
import dev.fastcodec.StringList;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.schema.SchemaTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The message of the vectors, written by hand as a generator would, with a list of itself and one of strings besides. */
final class M implements Message<M> {
    static final Codec<M> PROTO = new Proto();

    String msg = "";
    int n;
    int s32;
    final IntList packed = new IntList();
    boolean b;
    M self;
    final Map<Integer, String> m = new LinkedHashMap<>();
    byte[] by = {};
    long i64;
    double d;
    float f;
    int fx;
    long s64;
    int u32;
    final MessageList<M> items = new MessageList<>(M::new);
    final StringList tags = new StringList();
    UnknownFields unknown;

    @Override
    public M clear() {
        msg = "";
        n = s32 = fx = u32 = 0;
        i64 = s64 = 0;
        d = f = 0;
        b = false;
        by = new byte[0];
        self = null;
        packed.clear();
        m.clear();
        items.clear();
        tags.clear();
        unknown = null;
        return this;
    }

    @Override
    public M copy() {
        return PROTO.decode(PROTO.encode(this));
    }

    @Override
    public UnknownFields unknownFields() {
        return unknown;
    }

    @Override
    public MessageSchema schema() {
        return PROTO.schema();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof M other && Arrays.equals(PROTO.encode(this), PROTO.encode(other));
    }

    @Override
    public int hashCode() {
        return Objects.hash(msg, n, packed);
    }

    @Override
    public String toString() {
        return Equality.append(new StringBuilder(), PROTO.encode(this)).toString();
    }

    private static final class Proto extends ProtoCodec<M> {
        @Override
        public MessageSchema schema() {
            return Table.SCHEMA;
        }

        @Override
        protected M newMessage() {
            return new M();
        }

        @Override
        protected int write(ProtoWriter w, byte[] b, int p, M m) {
            p = w.unknown(p, m.unknown);
            p = w.strings(p, m.tags, 130);
            b = w.b;
            for (int i = m.items.size(); --i >= 0; ) {
                p = message(w, b, p, m.items.get(i), 122);
                b = w.b;
            }
            p = w.grow(p, 100 + m.by.length);
            b = w.b;
            if (m.u32 != 0) {
                b[p = ProtoWriter.varint32(b, p, m.u32) - 1] = 112;
            }
            if (m.s64 != 0) {
                b[p = ProtoWriter.sint64(b, p, m.s64) - 1] = 104;
            }
            if (m.fx != 0) {
                b[p = ProtoWriter.fixed32(b, p, m.fx) - 1] = 101;
            }
            if (Float.floatToRawIntBits(m.f) != 0) {
                b[p = ProtoWriter.float32(b, p, m.f) - 1] = 93;
            }
            if (Double.doubleToRawLongBits(m.d) != 0) {
                b[p = ProtoWriter.float64(b, p, m.d) - 1] = 81;
            }
            if (m.i64 != 0) {
                b[p = ProtoWriter.varint64(b, p, m.i64) - 1] = 72;
            }
            if (m.by.length > 0) {
                p = ProtoWriter.varint32(b, w.bytes(p, m.by), m.by.length);
                b[--p] = 66;
            }
            Object[] keys = m.m.keySet().toArray();
            for (int i = keys.length; --i >= 0; ) {
                String value = m.m.get(keys[i]);
                p = w.grow(p, 40 + 3L * value.length());
                b = w.b;
                int e = p;
                p = ProtoWriter.string(b, p, value);
                p = ProtoWriter.varint32(b, p, e - p);
                b[--p] = 18;
                p = ProtoWriter.int32(b, p, (Integer) keys[i]);
                b[--p] = 8;
                b[p = ProtoWriter.varint32(b, p, e - p) - 1] = 58;
            }
            if (m.self != null) {
                p = message(w, b, p, m.self, 50);
                b = w.b;
            }
            p = w.grow(p, 20);
            b = w.b;
            if (m.b) {
                b[p = ProtoWriter.bool(b, p, true) - 1] = 40;
            }
            p = w.packedInt32(p, m.packed, 34);
            p = w.grow(p, 50 + 3L * m.msg.length());
            b = w.b;
            if (m.s32 != 0) {
                b[p = ProtoWriter.sint32(b, p, m.s32) - 1] = 24;
            }
            if (m.n != 0) {
                b[p = ProtoWriter.int32(b, p, m.n) - 1] = 16;
            }
            if (!m.msg.isEmpty()) {
                int e = p;
                p = ProtoWriter.string(b, p, m.msg);
                b[p = ProtoWriter.varint32(b, p, e - p) - 1] = 10;
            }
            return p;
        }

        private int message(ProtoWriter w, byte[] b, int p, M m, int tag) {
            int e = b.length - p;
            p = write(w, b, p, m);
            p = w.grow(p, 16);
            b = w.b;
            b[p = ProtoWriter.varint32(b, p, b.length - p - e) - 1] = (byte) tag;
            return p;
        }

        @Override
        protected int read(ProtoReader r, byte[] b, int p, int end, M m) {
            while (p < end) {
                p = r.tag(b, p);
                p = field(r, b, p, end, r.tag, m);
            }
            return p;
        }

        private int field(ProtoReader r, byte[] b, int p, int end, int tag, M m) {
            switch (tag) {
                case 10, 66, 130 -> {
                    p = r.length(b, p, end);
                    int n = r.n;
                    if (tag == 66) {
                        m.by = Arrays.copyOfRange(b, p, p + n);
                    } else if (tag == 10) {
                        m.msg = r.string(b, p, n);
                    } else {
                        String s = r.string(b, p, n);
                        m.tags.push(s, s.length() == n);
                    }
                    return p + n;
                }
                case 16, 24, 40, 72, 104, 112 -> {
                    p = r.varint(b, p);
                    switch (tag) {
                        case 16 -> m.n = (int) r.v;
                        case 24 -> m.s32 = ProtoReader.unzigzag((int) r.v);
                        case 40 -> m.b = r.v != 0;
                        case 72 -> m.i64 = r.v;
                        case 104 -> m.s64 = ProtoReader.unzigzag(r.v);
                        default -> m.u32 = (int) r.v;
                    }
                    return p;
                }
                case 32 -> {
                    p = r.varint(b, p);
                    m.packed.push((int) r.v);
                    return p;
                }
                case 34 -> {
                    return r.packedInt32(b, p, end, m.packed);
                }
                case 50, 122 -> {
                    p = r.length(b, p, end);
                    int e = r.enter(p, r.n, end);
                    if (tag == 50 && m.self == null) {
                        m.self = new M();
                    }
                    p = read(r, b, p, e, tag == 50 ? m.self : m.items.add());
                    r.leave(p, e);
                    return p;
                }
                case 58 -> {
                    p = r.length(b, p, end);
                    int e = r.enter(p, r.n, end);
                    p = entry(r, b, p, e, m);
                    r.leave(p, e);
                    return p;
                }
                case 81 -> m.d = ProtoReader.float64(b, p);
                case 93 -> m.f = ProtoReader.float32(b, p);
                case 101 -> m.fx = ProtoReader.fixed32(b, p);
                default -> {
                    m.unknown = m.unknown == null ? new UnknownFields() : m.unknown;
                    return r.unknown(b, p, end, tag, m.unknown);
                }
            }
            return p + (tag == 81 ? 8 : 4);
        }

        private static int entry(ProtoReader r, byte[] b, int p, int end, M m) {
            int key = 0;
            String value = "";
            while (p < end) {
                p = r.tag(b, p);
                switch (r.tag) {
                    case 8 -> {
                        p = r.varint(b, p);
                        key = (int) r.v;
                    }
                    case 18 -> {
                        p = r.length(b, p, end);
                        value = r.string(b, p, r.n);
                        p += r.n;
                    }
                    default -> p = r.skip(b, p, end, r.tag);
                }
            }
            m.m.put(key, value);
            return p;
        }
    }

    private static final class Table extends SchemaTable {
        static final MessageSchema SCHEMA = new Table().message("M");

        @Override
        protected String[] text() {
            return new String[] {"""
                proto3 m.proto
                message M
                1 string msg
                2 int32 n
                3 sint32 s32
                4 list<int32> packed
                5 bool b
                6 .M self
                7 map<string,int32> m
                8 bytes by
                9 int64 i64
                10 double d
                11 float f
                12 fixed32 fx
                13 sint64 s64
                14 uint32 u32
                15 list<.M> items
                16 list<string> tags
                """};
        }
    }
}

package dev.fastcodec.protobuf;

import dev.fastcodec.BoolList;
import dev.fastcodec.BytesList;
import dev.fastcodec.DoubleList;
import dev.fastcodec.EncodeException;
import dev.fastcodec.FloatList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.StringList;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.internal.Inserts;

/**
 * Writes Protobuf backward, from the last byte to the first, so that every length is known when it is written. Called by generated code.
 *
 * <p>The static methods write one value whose last byte goes to index {@code p - 1} and give the index of its first byte. They may leave up to 8
 * bytes of garbage in front of it, so the caller keeps that much room beyond the value's own. The instance methods write a whole repeated field and
 * make their own room: after each, {@link #b} is the array.
 */
public final class ProtoWriter extends PackedWriter {
    /** With places that count from the end of the array, which stay the same when it grows. */
    private Inserts inserts;

    /** A writer into an array from its end on. */
    public ProtoWriter(byte[] b) {
        super(b);
    }

    /** A repeated field of {@code int32} or of an enum, each element with its tag. */
    public int int32s(int p, IntList v, int tag) {
        int[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * (VARINT64 + VARINT32));
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = varint32(b, int32(b, p, a[i]), tag);
            }
        }
        return p;
    }

    /** A repeated field of {@code uint32}, each element with its tag. */
    public int uint32s(int p, IntList v, int tag) {
        int[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * (VARINT32 + VARINT32));
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = varint32(b, varint32(b, p, a[i]), tag);
            }
        }
        return p;
    }

    /** A repeated field of {@code sint32}, each element with its tag. */
    public int sint32s(int p, IntList v, int tag) {
        int[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * (VARINT32 + VARINT32));
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = varint32(b, sint32(b, p, a[i]), tag);
            }
        }
        return p;
    }

    /** A repeated field of {@code int64} or {@code uint64}, each element with its tag. */
    public int int64s(int p, LongList v, int tag) {
        long[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * (VARINT64 + VARINT32));
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = varint32(b, varint64(b, p, a[i]), tag);
            }
        }
        return p;
    }

    /** A repeated field of {@code sint64}, each element with its tag. */
    public int sint64s(int p, LongList v, int tag) {
        long[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * (VARINT64 + VARINT32));
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = varint32(b, sint64(b, p, a[i]), tag);
            }
        }
        return p;
    }

    /** A repeated field of {@code fixed32} or {@code sfixed32}, each element with its tag. */
    public int fixed32s(int p, IntList v, int tag) {
        int[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * (Integer.BYTES + VARINT32));
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = varint32(b, fixed32(b, p, a[i]), tag);
            }
        }
        return p;
    }

    /** A repeated field of {@code fixed64} or {@code sfixed64}, each element with its tag. */
    public int fixed64s(int p, LongList v, int tag) {
        long[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * (Long.BYTES + VARINT32));
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = varint32(b, fixed64(b, p, a[i]), tag);
            }
        }
        return p;
    }

    /** A repeated field of {@code float}, each element with its tag. */
    public int floats(int p, FloatList v, int tag) {
        float[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * (Float.BYTES + VARINT32));
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = varint32(b, float32(b, p, a[i]), tag);
            }
        }
        return p;
    }

    /** A repeated field of {@code double}, each element with its tag. */
    public int doubles(int p, DoubleList v, int tag) {
        double[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * (Double.BYTES + VARINT32));
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = varint32(b, float64(b, p, a[i]), tag);
            }
        }
        return p;
    }

    /** A repeated field of {@code bool}, each element with its tag. */
    public int bools(int p, BoolList v, int tag) {
        boolean[] a = v.array();
        for (int to = v.size(); to > 0; to -= CHUNK) {
            p = room(p, Math.min(to, CHUNK) * (1 + VARINT32));
            byte[] b = this.b;
            for (int i = to, from = Math.max(0, to - CHUNK); --i >= from; ) {
                p = varint32(b, bool(b, p, a[i]), tag);
            }
        }
        return p;
    }

    /** A repeated field of strings, each with tag and length. Finds out whether all are ASCII. */
    public int strings(int p, StringList v, int tag) {
        boolean known = v.ascii();
        boolean all = true;
        String[] a = v.array();
        for (int i = v.size(); --i >= 0; ) {
            String s = a[i];
            int n = s.length();
            p = room(p, known ? n : 3L * n);
            int written = b.length - p;
            p = known ? ascii(b, p, s) : string(b, p, s);
            all &= b.length - p - written == n;
            p = prefix(p, written, tag);
        }
        if (all && !known) {
            v.ascii(true);
        }
        return p;
    }

    /** As {@link #strings}, of strings that may stand for bytes that are no UTF-8. */
    public int lenientStrings(int p, StringList v, int tag) {
        int before = b.length - p;
        try {
            return strings(p, v, tag);
        } catch (EncodeException e) {
            p = b.length - before;
        }
        for (int i = v.size(); --i >= 0; ) {
            String s = v.get(i);
            p = room(p, 3L * s.length());
            int written = b.length - p;
            p = prefix(lenientString(b, p, s), written, tag);
        }
        return p;
    }

    /** Bytes as they are, for which there is room; no length. Large ones are only copied when all is written. */
    public int bytes(int p, byte[] v) {
        int n = v.length;
        if (n < Inserts.LEAST) {
            return bytes(b, p, v);
        }
        inserts = inserts == null ? Inserts.inGaps() : inserts;
        inserts.add(b.length - (p - n), v);
        return p - n;
    }

    /** The large contents, with their places in the array, or null when there are none. */
    Inserts inserts() {
        return inserts == null ? null : inserts.turn(b.length);
    }

    /** A repeated field of bytes, each element with tag and length. */
    public int bytesList(int p, BytesList v, int tag) {
        for (int i = v.size(); --i >= 0; ) {
            byte[] element = v.get(i);
            p = room(p, element.length);
            int written = b.length - p;
            p = prefix(bytes(p, element), written, tag);
        }
        return p;
    }

    /** Unknown fields as they came; null for none. */
    public int unknown(int p, UnknownFields u) {
        if (u == null) {
            return p;
        }
        int n = u.size();
        p = room(p, n) - n;
        System.arraycopy(u.array(), 0, b, p, n);
        return p;
    }
}

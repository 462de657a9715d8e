package dev.fastcodec.protobuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.BoolList;
import dev.fastcodec.BytesList;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DoubleList;
import dev.fastcodec.EncodeException;
import dev.fastcodec.FloatList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.StringList;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.support.Seeded;
import dev.fastcodec.support.Vectors;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProtoPrimitivesTest {
    private static final int TAG = 0x0a;

    private final ProtoWriter w = new ProtoWriter(new byte[64]);

    /** A varint by the book. */
    private static byte[] varint(long v) {
        byte[] b = new byte[10];
        int n = 0;
        for (; (v & ~0x7f) != 0; v >>>= 7) {
            b[n++] = (byte) (v | 0x80);
        }
        b[n++] = (byte) v;
        return Arrays.copyOf(b, n);
    }

    private static byte[] written(byte[] b, int p) {
        return Arrays.copyOfRange(b, p, b.length);
    }

    private static long anyLong(Random random) {
        long v = random.nextLong() >>> random.nextInt(64);
        return random.nextInt(4) == 0 ? -v : v;
    }

    @Test
    void writesAndReadsVarintsOfEverySize() {
        for (int shift = 0; shift < 64; shift++) {
            for (long v : new long[] {1L << shift, (1L << shift) - 1, -1L << shift, Long.MAX_VALUE >>> shift}) {
                byte[] b = new byte[32];
                assertArrayEquals(varint(v), written(b, ProtoWriter.varint64(b, 32, v)));
                int p = ProtoWriter.varint64(b, 32, v);
                ProtoReader r = new ProtoReader(1);
                assertEquals(32, r.varint(b, p));
                assertEquals(v, r.v);
                int narrow = (int) v;
                assertArrayEquals(varint(narrow & 0xffffffffL), written(b, ProtoWriter.varint32(b, 32, narrow)));
                assertArrayEquals(varint(narrow), written(b, ProtoWriter.int32(b, 32, narrow)));
                assertEquals(v, ProtoReader.unzigzag(read(ProtoWriter.sint64(b, 32, v), b)));
                assertEquals(narrow, ProtoReader.unzigzag((int) read(ProtoWriter.sint32(b, 32, narrow), b)));
            }
        }
    }

    private static long read(int p, byte[] b) {
        ProtoReader r = new ProtoReader(1);
        assertEquals(b.length, r.varint(b, p));
        return r.v;
    }

    @Test
    void readsVarintsThatAreLongerThanNeedBe() {
        ProtoReader r = new ProtoReader(1);
        byte[] b = Vectors.hex("8580808000" + "0000000000000000");
        assertEquals(5, r.varint(b, 0));
        assertEquals(5, r.v);
    }

    @Test
    void writesPackedFieldsThatReadTheSame() {
        Seeded.repeat(200, random -> {
            int n = random.nextInt(5) == 0 ? random.nextInt(2000) : random.nextInt(40);
            IntList ints = new IntList();
            LongList longs = new LongList();
            FloatList floats = new FloatList();
            DoubleList doubles = new DoubleList();
            BoolList bools = new BoolList();
            for (int i = 0; i < n; i++) {
                long v = anyLong(random);
                ints.push((int) v);
                longs.push(v);
                floats.push(random.nextFloat());
                doubles.push(random.nextDouble());
                bools.push(random.nextBoolean());
            }
            ProtoWriter w = new ProtoWriter(new byte[random.nextInt(100)]);
            int p = w.b.length;
            p = w.packedBool(p, bools, TAG);
            p = w.packedDouble(p, doubles, TAG);
            p = w.packedFloat(p, floats, TAG);
            p = w.packedFixed64(p, longs, TAG);
            p = w.packedFixed32(p, ints, TAG);
            p = w.packedSInt64(p, longs, TAG);
            p = w.packedInt64(p, longs, TAG);
            p = w.packedSInt32(p, ints, TAG);
            p = w.packedUInt32(p, ints, TAG);
            p = w.packedInt32(p, ints, TAG);
            if (n == 0) {
                assertEquals(w.b.length, p);
                return;
            }
            ProtoReader r = new ProtoReader(1);
            IntList[] is = {new IntList(), new IntList(), new IntList(), new IntList()};
            LongList[] ls = {new LongList(), new LongList(), new LongList()};
            FloatList fs = new FloatList();
            DoubleList ds = new DoubleList();
            BoolList bs = new BoolList();
            byte[] b = w.b;
            int end = b.length;
            p = r.packedInt32(b, p + 1, end, is[0]);
            p = r.packedInt32(b, p + 1, end, is[1]);
            p = r.packedSInt32(b, p + 1, end, is[2]);
            p = r.packedInt64(b, p + 1, end, ls[0]);
            p = r.packedSInt64(b, p + 1, end, ls[1]);
            p = r.packedFixed32(b, p + 1, end, is[3]);
            p = r.packedFixed64(b, p + 1, end, ls[2]);
            p = r.packedFloat(b, p + 1, end, fs);
            p = r.packedDouble(b, p + 1, end, ds);
            p = r.packedBool(b, p + 1, end, bs);
            assertEquals(end, p);
            for (IntList list : is) {
                assertEquals(ints, list);
                assertEquals(n, list.array().length);
            }
            for (LongList list : ls) {
                assertEquals(longs, list);
            }
            assertEquals(floats, fs);
            assertEquals(doubles, ds);
            assertEquals(bools, bs);
        });
    }

    @Test
    void writesUnpackedNumbersInOrder() {
        IntList ints = IntList.of(1, -1);
        int p = w.int32s(w.b.length, ints, 8);
        assertEquals("080108ffffffffffffffffff01", Vectors.hex(written(w.b, p)));
        p = w.sint32s(w.b.length, ints, 8);
        assertEquals("08020801", Vectors.hex(written(w.b, p)));
        p = w.uint32s(w.b.length, ints, 8);
        assertEquals("080108ffffffff0f", Vectors.hex(written(w.b, p)));
        p = w.fixed32s(w.b.length, ints, 13);
        assertEquals("0d010000000dffffffff", Vectors.hex(written(w.b, p)));
        p = w.sint64s(w.b.length, LongList.of(1, -1), 0x3fff8);
        assertEquals("f8ff0f02f8ff0f01", Vectors.hex(written(w.b, p)));
        p = w.bools(w.b.length, BoolList.of(true, false), 8);
        assertEquals("08010800", Vectors.hex(written(w.b, p)));
        p = w.floats(w.b.length, FloatList.of(1.5f), 13);
        assertEquals("0d0000c03f", Vectors.hex(written(w.b, p)));
        p = w.doubles(w.b.length, DoubleList.of(1.5), 9);
        assertEquals("09000000000000f83f", Vectors.hex(written(w.b, p)));
        p = w.int64s(w.b.length, LongList.of(300), 8);
        assertEquals("08ac02", Vectors.hex(written(w.b, p)));
        p = w.fixed64s(w.b.length, LongList.of(1), 9);
        assertEquals("090100000000000000", Vectors.hex(written(w.b, p)));
    }

    @Test
    void learnsWhetherStringsAreAscii() {
        StringList ascii = StringList.of("a", "a string of more than twenty characters");
        StringList other = StringList.of("a", "\u00e9");
        w.strings(w.b.length, ascii, TAG);
        w.strings(w.b.length, other, TAG);
        assertTrue(ascii.ascii());
        assertFalse(other.ascii());
        int p = w.strings(w.b.length, ascii, TAG);
        assertEquals("0a0161", Vectors.hex(Arrays.copyOfRange(w.b, p, p + 3)));
    }

    @Test
    void writesBytesInOrder() {
        int p = w.bytesList(w.b.length, BytesList.of(new byte[] {1, 2}, new byte[0]), TAG);
        assertEquals("0a0201020a00", Vectors.hex(written(w.b, p)));
    }

    @Test
    void keepsWhatWasWrittenWhenItGrows() {
        w.b[63] = 7;
        int p = w.grow(63, 1000);
        assertEquals(w.b.length - 1, p);
        assertEquals(7, w.b[p]);
        assertTrue(p >= 1000);
    }

    @Test
    void refusesMoreThanAnArrayHolds() {
        assertThrows(EncodeException.class, () -> w.grow(0, Integer.MAX_VALUE - 70L));
    }

    @Test
    void growsByNothingWhenThereIsRoom() {
        byte[] before = w.b;
        assertEquals(40, w.grow(40, 40));
        assertSame(before, w.b);
    }

    @Test
    void refusesPackedNumbersOfABrokenWidth() {
        ProtoReader r = new ProtoReader(1);
        byte[] b = Vectors.hex("05" + "0102030405");
        DecodeException e = assertThrows(DecodeException.class, () -> r.packedFixed32(b, 0, 6, new IntList()));
        assertEquals(DecodeException.Kind.INVALID_DATA, e.kind());
    }

    @Test
    void dropsUnknownFieldsWhenThereIsNoPlaceForThem() {
        ProtoReader r = new ProtoReader(1);
        assertEquals(2, r.unknown(Vectors.hex("0161"), 0, 2, 10, null));
    }

    @Test
    void entersAGroupAndGoesOnBehindIt() {
        ProtoReader r = new ProtoReader(2);
        byte[] b = Vectors.hex("0801" + "14" + "0802");
        long around = r.enterGroup(0, 0x13);
        assertFalse(r.endsGroup(1, 8));
        assertTrue(r.endsGroup(3, 0x14));
        assertEquals(3, r.leaveGroup(5, around));
        assertFalse(r.endsGroup(3, 0x14), "no group is open");
        assertThrows(DecodeException.class, () -> new ProtoReader(0).enterGroup(0, 0x13));
    }

    @Test
    void endsAGroupOnlyWhereItIs() {
        ProtoReader r = new ProtoReader(3);
        long outer = r.enterGroup(0, 0x13);
        r.enter(0, 3, 3);
        assertFalse(r.endsGroup(1, 0x14), "in a message in the group");
        r.leave(3, 3);
        long inner = r.enterGroup(0, 0x1b);
        assertFalse(r.endsGroup(1, 0x14), "the group around");
        assertThrows(DecodeException.class, () -> r.leaveGroup(3, inner), "not ended");
        assertTrue(r.endsGroup(2, 0x1c));
        assertEquals(2, r.leaveGroup(3, inner));
        assertTrue(r.endsGroup(4, 0x14));
        assertThrows(DecodeException.class, () -> r.leaveGroup(3, outer), "ended behind the message around");
    }

    @Test
    void keepsAMillionUnknownFieldsInLinearTime() {
        byte[] b = new byte[2_000_000];
        for (int i = 0; i < b.length; i += 2) {
            b[i] = 0x78;
        }
        UnknownFields unknown = M.PROTO.decode(b).unknown;
        assertArrayEquals(b, unknown.toByteArray());
    }
}

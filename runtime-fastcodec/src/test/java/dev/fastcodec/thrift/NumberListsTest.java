package dev.fastcodec.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DoubleList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.ShortList;
import dev.fastcodec.support.Seeded;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lists of numbers through the methods that write and read them whole, in arrays without a byte to spare. */
class NumberListsTest {
    private static long any(Random random) {
        return random.nextLong() >> random.nextInt(64);
    }

    @Test
    void areReadAsTheyWereWrittenInCompact() {
        Seeded.repeat(2000, random -> {
            int n = random.nextInt(300);
            IntList ints =
                    IntList.of(random.ints(n).map(i -> i >> random.nextInt(32)).toArray());
            LongList longs = LongList.of(random.longs(n).map(i -> any(random)).toArray());
            DoubleList doubles = DoubleList.of(random.doubles(n).toArray());
            CompactWriter w = new CompactWriter(new byte[16]);
            int p = w.doubles(w.i64s(w.i32s(0, ints), longs), doubles);
            byte[] b = Arrays.copyOf(w.b, p);
            CompactReader r = new CompactReader(p, 1);
            IntList i = new IntList();
            LongList l = new LongList();
            DoubleList d = new DoubleList();
            int q = r.i32s(b, r.list(b, 0, TType.I32), r.n, i);
            q = r.i64s(b, r.list(b, q, TType.I64), r.n, l);
            assertEquals(p, r.doubles(b, r.list(b, q, TType.DOUBLE), r.n, d));
            assertEquals(ints, i);
            assertEquals(longs, l);
            assertEquals(doubles, d);
        });
    }

    @Test
    void areReadAsTheyWereWrittenInBinary() {
        Seeded.repeat(500, random -> {
            int n = random.nextInt(300);
            ShortList shorts = new ShortList();
            random.ints(n).forEach(i -> shorts.push((short) i));
            IntList ints = IntList.of(random.ints(n).toArray());
            LongList longs = LongList.of(random.longs(n).toArray());
            DoubleList doubles = DoubleList.of(random.doubles(n).toArray());
            BinaryWriter w = new BinaryWriter(new byte[16]);
            int p = w.doubles(w.i64s(w.i32s(w.i16s(0, shorts), ints), longs), doubles);
            byte[] b = Arrays.copyOf(w.b, p);
            BinaryReader r = new BinaryReader(p, 1);
            ShortList s = new ShortList();
            IntList i = new IntList();
            LongList l = new LongList();
            DoubleList d = new DoubleList();
            int q = r.i16s(b, r.list(b, 0, TType.I16), r.n, s);
            q = r.i32s(b, r.list(b, q, TType.I32), r.n, i);
            q = r.i64s(b, r.list(b, q, TType.I64), r.n, l);
            assertEquals(p, r.doubles(b, r.list(b, q, TType.DOUBLE), r.n, d));
            assertEquals(shorts, s);
            assertEquals(ints, i);
            assertEquals(longs, l);
            assertEquals(doubles, d);
        });
    }

    @Test
    void refuseVarintsOfMoreThanFiveBytes() {
        for (int place = 0; place < 4; place++) {
            byte[] b = new byte[40];
            Arrays.fill(b, place, place + 6, (byte) 0x80);
            assertThrows(DecodeException.class, () -> new CompactReader(b.length, 1).i32s(b, 0, 6, new IntList()));
        }
    }

    @Test
    void takeVarintsThatAreLongerThanTheyNeedToBe() {
        byte[] b = {
            (byte) 0x82,
            0,
            (byte) 0x84,
            (byte) 0x80,
            (byte) 0x80,
            (byte) 0x80,
            0,
            6,
            (byte) 0x88,
            (byte) 0x80,
            0,
            10,
            12
        };
        IntList out = new IntList();
        assertEquals(b.length, new CompactReader(b.length, 1).i32s(b, 0, 6, out));
        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6}, out.toIntArray());
    }
}

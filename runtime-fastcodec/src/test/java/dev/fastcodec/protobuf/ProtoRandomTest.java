package dev.fastcodec.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.support.Seeded;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProtoRandomTest {
    private static final String[] STRINGS = {"", "a", "\u00e9\u4e2d\ud83d\ude00", "?".repeat(30), "x".repeat(300)};

    static M message(Random random, int depth) {
        M m = new M();
        m.msg = STRINGS[random.nextInt(STRINGS.length)];
        m.n = random.nextInt() >> random.nextInt(32);
        m.s32 = random.nextInt() >> random.nextInt(32);
        m.i64 = random.nextLong() >> random.nextInt(64);
        m.s64 = random.nextLong() >> random.nextInt(64);
        m.u32 = random.nextInt() >>> random.nextInt(32);
        m.d = random.nextDouble();
        m.f = random.nextFloat();
        m.fx = random.nextInt();
        m.b = random.nextBoolean();
        m.by = new byte[random.nextInt(300)];
        random.ints(random.nextInt(30)).forEach(x -> m.packed.push(x >> (x & 31)));
        for (int i = random.nextInt(5); i > 0; i--) {
            m.m.put(random.nextInt(), STRINGS[random.nextInt(STRINGS.length)]);
            m.tags.add(STRINGS[random.nextInt(STRINGS.length)]);
        }
        if (depth > 0) {
            m.self = message(random, depth - 1);
            for (int i = random.nextInt(3); i > 0; i--) {
                m.items.add(message(random, depth - 1));
            }
        }
        return m;
    }

    @Test
    void readsWhatItWrote() {
        Seeded.repeat(300, random -> {
            M m = message(random, 3);
            byte[] bytes = M.PROTO.encode(m);
            M again = M.PROTO.decode(bytes);
            assertEquals(m.msg, again.msg);
            assertEquals(m.packed, again.packed);
            assertEquals(m.tags, again.tags);
            assertEquals(m.items, again.items);
            assertEquals(m.m, again.m);
            assertTrue(Arrays.equals(bytes, M.PROTO.encode(again)));
        });
    }

    @Test
    void failsInOneWayOnlyWhenBytesAreChangedOrCutOff() {
        Seeded.repeat(2000, random -> {
            byte[] bytes = M.PROTO.encode(message(random, 2));
            for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            tryToDecode(bytes, random.nextInt(bytes.length + 1));
        });
    }

    @Test
    void failsInOneWayOnlyOnRandomBytes() {
        Seeded.repeat(5000, random -> {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                // small numbers are what lengths, tags and ends of varints are made of
                bytes[i] = random.nextBoolean() ? (byte) (bytes[i] & 0x7f) : bytes[i];
            }
            tryToDecode(bytes, bytes.length);
        });
    }

    private static void tryToDecode(byte[] bytes, int length) {
        try {
            M.PROTO.decode(bytes, 0, length);
        } catch (DecodeException e) {
            assertTrue(e.offset() >= 0 && e.offset() <= length, e.getMessage());
            assertTrue(e.path().startsWith("M"), e.getMessage());
            assertFalse(e.getMessage().isEmpty());
        }
    }
}

package dev.fastcodec.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.support.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThriftRandomTest {
    private static final String[] STRINGS = {
        "", "a", "\u00e9\u4e2d\ud83d\ude00", "?".repeat(30), "\u4e2d".repeat(43), "x".repeat(300), "\u00e9".repeat(127)
    };

    static Node node(Random random, int depth) {
        Node m = new Node();
        m.n = random.nextInt() >> random.nextInt(32);
        m.b = random.nextBoolean();
        m.s = random.nextBoolean() ? null : STRINGS[random.nextInt(STRINGS.length)];
        random.longs(random.nextInt(30)).forEach(x -> m.longs.push(x >> (x & 63)));
        random.doubles(random.nextInt(30)).forEach(m.doubles::push);
        for (int i = random.nextInt(20); i > 0; i--) {
            m.strings.add(STRINGS[random.nextInt(STRINGS.length)]);
        }
        if (depth > 0) {
            m.child = random.nextBoolean() ? node(random, depth - 1) : null;
            for (int i = random.nextInt(3); i > 0; i--) {
                m.nodes.add(node(random, depth - 1));
                m.m.put(STRINGS[random.nextInt(STRINGS.length)], node(random, depth - 1));
            }
        }
        return m;
    }

    @Test
    void readsWhatItWrote() {
        Seeded.repeat(300, random -> {
            Node m = node(random, 3);
            assertEquals(m, Node.BINARY.decode(Node.BINARY.encode(m)));
            assertEquals(m, Node.COMPACT.decode(Node.COMPACT.encode(m)));
        });
    }

    @Test
    void keepsUnknownFieldsAcrossProtocols() {
        Seeded.repeat(300, random -> {
            Node m = node(random, 3);
            byte[] compact = Node.COMPACT.encode(m);
            byte[] viaBinary = Blank.BINARY.encode(Blank.COMPACT.decode(compact));
            byte[] andBack = Blank.COMPACT.encode(Blank.BINARY.decode(viaBinary));
            assertArrayEquals(compact, andBack);
            assertEquals(m, Node.BINARY.decode(viaBinary));
        });
    }

    @Test
    void failsInOneWayOnlyWhenBytesAreChangedOrCutOff() {
        Seeded.repeat(2000, random -> {
            Node m = node(random, 2);
            tryToDecode(Node.BINARY, changed(random, Node.BINARY.encode(m)), random);
            tryToDecode(Node.COMPACT, changed(random, Node.COMPACT.encode(m)), random);
            tryToDecode(Blank.COMPACT, changed(random, Node.COMPACT.encode(m)), random);
        });
    }

    private static byte[] changed(Random random, byte[] bytes) {
        for (int i = random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    @Test
    void failsInOneWayOnlyOnRandomBytes() {
        Seeded.repeat(5000, random -> {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                // small numbers are what types, ids and counts are made of
                bytes[i] = random.nextInt(3) == 0 ? bytes[i] : (byte) (bytes[i] & 0x0f);
            }
            tryToDecode(Node.BINARY, bytes, random);
            tryToDecode(Node.COMPACT, bytes, random);
            tryToDecode(Blank.BINARY, bytes, random);
            tryToDecode(Blank.COMPACT, bytes, random);
        });
    }

    private static void tryToDecode(Codec<?> codec, byte[] bytes, Random random) {
        int length = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length + 1);
        try {
            codec.decode(bytes, 0, length);
        } catch (DecodeException e) {
            assertTrue(e.offset() >= 0 && e.offset() <= length, e.getMessage());
            assertTrue(e.path().startsWith(codec.schema().name()), e.getMessage());
        }
    }
}

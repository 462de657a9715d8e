package dev.fastcodec.protobuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.EncodedMessage;
import dev.fastcodec.internal.Inserts;
import dev.fastcodec.support.Allocation;
import dev.fastcodec.support.Encodings;
import dev.fastcodec.support.Seeded;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes so large that they have a gap in the array that a message is written to, and are copied at the end. */
class LargeBytesTest {

    private static M any(Random random, int depth) {
        M m = new M();
        m.by = new byte[random.nextInt(random.nextBoolean() ? 20 : 3 * Inserts.LEAST)];
        random.nextBytes(m.by);
        for (int i = random.nextInt(3); i > 0; i--) {
            m.tags.add("x".repeat(random.nextInt(3) * random.nextInt(4000)));
        }
        for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--) {
            m.items.add(any(random, depth - 1));
        }
        return m;
    }

    /** The bytes, written forward and without anything of Fastcodec. */
    private static byte[] expected(M m) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (m.by.length > 0) {
            field(out, 8, m.by);
        }
        for (M item : m.items) {
            field(out, 15, expected(item));
        }
        for (String tag : m.tags) {
            field(out, 16, tag.getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, int number, byte[] content) {
        varint(out, number << 3 | 2);
        varint(out, content.length);
        out.writeBytes(content);
    }

    private static void varint(ByteArrayOutputStream out, int v) {
        for (; v >= 0x80; v >>>= 7) {
            out.write(v | 0x80);
        }
        out.write(v);
    }

    private static void check(Random random) {
        M m = any(random, 3);
        m.tags.add("never empty");
        byte[] expected = expected(m);
        M read = Encodings.check(M.PROTO, m, expected);
        assertArrayEquals(expected, M.PROTO.encode(read));

        // Lent bytes are those that the message had, whatever becomes of it.
        try (EncodedMessage lent = M.PROTO.encodeLent(m)) {
            Arrays.fill(m.by, (byte) 0);
            assertEquals(expected.length, lent.size());
            assertArrayEquals(expected, lent.toByteArray());
        }
    }

    @Test
    void areWrittenEverywhereAsTheyAreInPlace() {
        Seeded.repeat(300, LargeBytesTest::check);
    }

    @Test
    void takeNoMoreMemoryThanTheResultAndAnArrayToWriteTo() {
        M m = new M();
        m.by = new byte[5_000_000];
        assertTrue(Allocation.of(() -> M.PROTO.encode(m)) < 10_010_000);
    }
}

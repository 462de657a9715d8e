package dev.fastcodec.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.support.Seeded;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThriftStringsTest {
    private static final int[] CODES = {'a', 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x10ffff
    };

    private static void check(byte[] content, int before, int after) {
        byte[] b = new byte[before + content.length + after];
        Arrays.fill(b, (byte) 0x80);
        System.arraycopy(content, 0, b, before, content.length);
        BinaryReader r = new BinaryReader(b.length, 1);
        assertEquals(new String(content, StandardCharsets.UTF_8), r.string(b, before, content.length));
        boolean isAscii = true;
        for (byte each : content) {
            isAscii &= each >= 0;
        }
        assertEquals(isAscii ? -1 : 0, r.ascii);
    }

    @Test
    void readsAsTheJdkDoes() {
        Seeded.repeat(20_000, random -> {
            StringBuilder s = new StringBuilder();
            boolean isAscii = random.nextBoolean();
            for (int i = random.nextInt(80); i > 0; i--) {
                s.appendCodePoint(isAscii ? random.nextInt(128) : CODES[random.nextInt(CODES.length)]);
            }
            check(s.toString().getBytes(StandardCharsets.UTF_8), random.nextInt(9), random.nextInt(9));
        });
    }

    @Test
    void showsWhatIsNotUtf8AsTheJdkDoes() {
        Seeded.repeat(50_000, random -> {
            byte[] b = new byte[random.nextInt(12)];
            for (int i = 0; i < b.length; i++) {
                int lead = 0xc0 + random.nextInt(64);
                b[i] = (byte) (random.nextBoolean() ? 0x80 + random.nextInt(64) : random.nextBoolean() ? lead : 'd');
            }
            check(b, random.nextInt(9), random.nextInt(9));
        });
    }

    @Test
    void noticesOneByteThatIsNotAsciiWhereverItIs() {
        for (int n = 1; n < 100; n++) {
            for (int i = 0; i < n; i++) {
                byte[] b = new byte[n];
                b[i] = (byte) 0xff;
                check(b, n % 3, n % 9);
            }
        }
    }
}

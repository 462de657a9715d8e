package dev.fastcodec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.support.MethodSizes;
import dev.fastcodec.support.Seeded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    /** HotSpot inlines no method larger than this, however hot. */
    private static final int FREQ_INLINE_SIZE = 325;

    private static final int[] CODES = {'a', '?', 0x7f, 0x80, 0x7ff, 0x800, 0xfffd, 0xffff, 0x10000, 0x10ffff};

    private static String string(Random random, int codes) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < codes; i++) {
            s.appendCodePoint(random.nextBoolean() ? 'b' : CODES[random.nextInt(CODES.length)]);
        }
        return s.toString();
    }

    private static byte[] backward(String s) {
        byte[] b = new byte[3 * s.length()];
        return Arrays.copyOfRange(b, Utf8.backward(b, b.length, s), b.length);
    }

    private static byte[] forward(String s) {
        byte[] b = new byte[3 * s.length()];
        return Arrays.copyOf(b, Utf8.forward(b, 0, s));
    }

    @Test
    void writesAsTheJdkDoes() {
        Seeded.repeat(5000, random -> {
            String s = string(random, random.nextInt(45));
            byte[] expected = s.getBytes(StandardCharsets.UTF_8);
            assertArrayEquals(expected, forward(s));
            assertArrayEquals(expected, backward(s));
        });
    }

    @Test
    void refusesUnpairedSurrogatesInStringsOfEveryLength() {
        for (int n = 0; n < 50; n++) {
            for (String bad : new String[] {"\ud800", "\udc00", "\udc00\ud800", "\ud800\ud800\udc00", "\ud800a"}) {
                for (int at = 0; at <= n; at++) {
                    String s = "?".repeat(at) + bad + "c".repeat(n - at);
                    assertThrows(EncodeException.class, () -> forward(s));
                    assertThrows(EncodeException.class, () -> backward(s));
                }
            }
        }
    }

    @Test
    void writesStringsOfQuestionMarks() {
        String s = "\ud83d\ude00?".repeat(20);
        assertArrayEquals(s.getBytes(StandardCharsets.UTF_8), forward(s));
        assertArrayEquals(s.getBytes(StandardCharsets.UTF_8), backward(s));
    }

    private static final Utf8Input STRICT = new Utf8Input() {
        @Override
        protected String unusual(byte[] b, int p, int n) {
            return Utf8.strict(b, p, n);
        }
    };

    @Test
    void readsWhatADecoderAcceptsAndRefusesTheRest() {
        Seeded.repeat(50_000, random -> {
            byte[] b = string(random, random.nextInt(random.nextBoolean() ? 12 : 80))
                    .getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(3); i > 0 && b.length > 0; i--) {
                b[random.nextInt(b.length)] = (byte) (random.nextBoolean() ? 0x80 + random.nextInt(128) : 'd');
            }
            String expected = null;
            try {
                expected = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(b))
                        .toString();
            } catch (CharacterCodingException e) {
                assertThrows(DecodeException.class, () -> Utf8.strict(b, 0, b.length));
                assertThrows(DecodeException.class, () -> STRICT.string(b, 0, b.length));
                return;
            }
            assertEquals(expected, Utf8.strict(b, 0, b.length));
            assertEquals(expected, STRICT.string(b, 0, b.length));
        });
    }

    @Test
    void refusesEveryTwoAndThreeByteSequenceThatADecoderRefuses() {
        byte[] b = new byte[3];
        for (int i = 0x80; i < 0x100; i++) {
            for (int j = 0; j < 0x100; j++) {
                for (int k : new int[] {'x', 0x7f, 0x80, 0xbf, 0xc0}) {
                    b[0] = (byte) i;
                    b[1] = (byte) j;
                    b[2] = (byte) k;
                    assertEquals(isValid(b), isAccepted(b), () -> Arrays.toString(b));
                }
            }
        }
    }

    private static boolean isValid(byte[] b) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(b));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isAccepted(byte[] b) {
        try {
            STRICT.string(b, 0, b.length);
            return true;
        } catch (DecodeException e) {
            return false;
        }
    }

    @Test
    void keepsTheLeavesTooLargeToBeInlined() throws IOException {
        Map<String, Integer> sizes = MethodSizes.of(Utf8.class);
        assertTrue(sizes.get("forward") > FREQ_INLINE_SIZE, "forward: " + sizes.get("forward"));
        assertTrue(sizes.get("backward") > FREQ_INLINE_SIZE, "backward: " + sizes.get("backward"));
        int reader = MethodSizes.of(Utf8Input.class).get("string");
        assertTrue(reader > FREQ_INLINE_SIZE, "string: " + reader);
    }
}

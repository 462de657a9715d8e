package dev.fastcodec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.EncodeException;
import dev.fastcodec.support.MethodSizes;
import dev.fastcodec.support.Seeded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonStringsTest {
    private static final int FREQ_INLINE_SIZE = 325;
    private static final int[] CODES = {
        0, '\n', 0x1f, ' ', '!', '"', '#', '?', '[', '\\', ']', 0x7f, 0x80, 0x7ff, 0x800, 0x4e2d, 0xfffd, 0x10000,
        0x10ffff
    };

    private static String written(String s, int size) {
        JsonWriter w = new JsonWriter(new byte[size], JsonOptions.DEFAULT);
        w.b[0] = '<';
        int end = w.string(w.b, 1, s);
        assertEquals('<', w.b[0]);
        assertTrue(end < w.b.length, "no room for one byte more");
        return new String(w.b, 1, end - 1, StandardCharsets.UTF_8);
    }

    private static String expected(String s) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : "" + c);
            }
        }
        return text.append('"').toString();
    }

    private static String string(Random random, int codes, int rare) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < codes; i++) {
            s.appendCodePoint(
                    random.nextInt(rare) > 0 ? 'a' + random.nextInt(26) : CODES[random.nextInt(CODES.length)]);
        }
        return s.toString();
    }

    @Test
    void escapesWhatJsonCannotHave() {
        Seeded.repeat(20_000, random -> {
            String s = string(random, random.nextInt(120), 1 + random.nextInt(60));
            assertEquals(expected(s), written(s, 1 + random.nextInt(400)));
        });
    }

    @Test
    void leavesRoomForOneByteMore() {
        String s = "a".repeat(300);
        for (int size = 290; size < 320; size++) {
            assertEquals(expected(s), written(s, size));
        }
    }

    @Test
    void writesNamesOfEveryLength() {
        for (int n = 0; n < 300; n++) {
            String name = "n".repeat(n);
            for (JsonOptions options : List.of(JsonOptions.DEFAULT, JsonOptions.DEFAULT.originalNames(true))) {
                JsonWriter w = new JsonWriter(new byte[1], options);
                int end = w.string(w.b, 1, JsonName.of(name, "other"), "text");
                String chosen = options == JsonOptions.DEFAULT ? name : "other";
                assertEquals(",\"" + chosen + "\":\"text\"", new String(w.b, 1, end - 1, StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void refusesUnpairedSurrogatesInStringsOfEveryLength() {
        for (int n = 0; n < 80; n++) {
            for (String bad : new String[] {"\ud800", "\udc00", "\udc00\ud800", "\ud800\ud800\udc00", "\ud800a"}) {
                for (int at = 0; at <= n; at++) {
                    String s = "?".repeat(at) + bad + "c".repeat(n - at);
                    assertThrows(EncodeException.class, () -> written(s, 40));
                }
            }
        }
    }

    @Test
    void isTooLargeToBeInlined() throws IOException {
        Map<String, Integer> sizes = MethodSizes.of(JsonStrings.class);
        assertTrue(sizes.get("write") > FREQ_INLINE_SIZE, sizes::toString);
    }
}

package dev.fastcodec.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.DecodeException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read eight bytes at a time: at every place in a word, and at every distance from the end of the array. */
class JsonWordsTest {
    private static final int MAX_DEPTH = 100;
    private static final int MOST_BEHIND = 17;

    /** What stands behind: at least one byte, as always. */
    private static byte[] with(String text, int behind) {
        return (text + "]".repeat(behind)).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonReader reader(byte[] b) {
        return new JsonReader(b.length, MAX_DEPTH, JsonOptions.DEFAULT);
    }

    static Stream<String> middles() {
        // no two neighbours differ in one bit only, but for the quote and the space, which reading takes for each other
        return Stream.of("", "\u007f", " ", "!", "#", "[", "]", "é", "冬", "😀", "é]é", "冬    ", "\ufffd");
    }

    @ParameterizedTest
    @MethodSource("middles")
    void readsStrings(String middle) {
        for (int before = 0; before <= 2 * Long.BYTES; before++) {
            for (int behind = 1; behind <= MOST_BEHIND; behind++) {
                String text = "a".repeat(before) + middle;
                byte[] b = with('"' + text + '"', behind);
                JsonReader r = reader(b);
                assertEquals(b.length - behind, r.string(b, 0));
                assertEquals(text, r.s);
                assertEquals(text.chars().allMatch(c -> c < 0x80), r.ascii);
                byte[] escaped = with('"' + text + "\\n\\u0041\\\\\"", behind);
                assertEquals(escaped.length - behind, r.string(escaped, 0));
                assertEquals(text + "\nA\\", r.s);
                assertEquals(text.chars().allMatch(c -> c < 0x80), r.ascii);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("middles")
    void refusesControlCharactersAndEndsOfSlices(String middle) {
        for (int before = 0; before <= 2 * Long.BYTES; before++) {
            for (int behind = 1; behind <= MOST_BEHIND; behind++) {
                String text = '"' + "a".repeat(before) + middle;
                byte[] control = with(text + '\u001f' + '"', behind);
                assertThrows(DecodeException.class, () -> reader(control).string(control, 0));
                byte[] cut = with(text + '"', behind);
                JsonReader r = new JsonReader(cut.length - behind - 1, MAX_DEPTH, JsonOptions.DEFAULT);
                assertThrows(DecodeException.class, () -> r.string(cut, 0));
            }
        }
    }

    @Test
    void readsNumbers() {
        for (int digits = 1; digits <= 18; digits++) {
            for (int behind = 1; behind <= MOST_BEHIND; behind++) {
                String text = "912345678987654321".substring(0, digits);
                for (String each : new String[] {text, "-" + text, '"' + text + '"'}) {
                    byte[] b = with(each, behind);
                    JsonReader r = reader(b);
                    assertEquals(b.length - behind, r.i64(b, 0));
                    assertEquals(Long.parseLong(each.replace("\"", "")), r.v);
                    assertEquals(b.length - behind, r.float64(b, 0));
                    assertEquals(Double.parseDouble(each.replace("\"", "")), r.d);
                }
                for (int point = 1; point < digits; point++) {
                    String real = text.substring(0, point) + "." + text.substring(point);
                    byte[] b = with(real, behind);
                    JsonReader r = reader(b);
                    assertEquals(b.length - behind, r.float64(b, 0));
                    assertEquals(Double.parseDouble(real), r.d);
                }
            }
        }
    }

    @Test
    void readsBase64() {
        for (int size : new int[] {0, 1, 2, 3, 4, 23, 24, 25, 47, 48, 49, 1000, 3001}) {
            byte[] content = new byte[size];
            for (int i = 0; i < size; i++) {
                content[i] = (byte) (i * 167 + 251);
            }
            String text = Base64.getEncoder().encodeToString(content);
            for (String each : new String[] {
                text, text.replace("=", ""), text.replace("/", "\\/").replace("+", "\\u002b")
            }) {
                for (int behind = 1; behind <= MOST_BEHIND; behind++) {
                    byte[] b = with('"' + each + '"', behind);
                    JsonReader r = reader(b);
                    assertEquals(b.length - behind, r.bytes(b, 0));
                    assertArrayEquals(content, r.bytes);
                }
            }
            for (String wrong : new String[] {"*", " ", "é", "\\\"", "\\n"}) {
                byte[] b = with('"' + text + wrong + '"', 1);
                assertThrows(DecodeException.class, () -> reader(b).bytes(b, 0));
            }
        }
    }
}

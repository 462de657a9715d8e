package dev.fastcodec.json;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNameTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void isNextWhenEachByteIsTheSame() {
        for (int n = 0; n <= LETTERS.length(); n++) {
            JsonName name = JsonName.of(LETTERS.substring(0, n));
            byte[] b = utf8("  ,\"" + LETTERS.substring(0, n) + "\":1}        ");
            assertTrue(name.isNext(b, 2), "size " + n);
            for (int i = 2; i < 2 + name.size(); i++) {
                byte[] other = b.clone();
                other[i] ^= 1;
                assertFalse(name.isNext(other, 2), "size " + n + ", byte " + i);
            }
        }
    }

    @Test
    void isNotNextWhereTheArrayEnds() {
        for (int n = 0; n <= LETTERS.length(); n++) {
            JsonName name = JsonName.of(LETTERS.substring(0, n));
            byte[] b = utf8(",\"" + LETTERS.substring(0, n) + "\":1}        ");
            for (int length = 0; length <= name.size(); length++) {
                assertFalse(name.isNext(Arrays.copyOf(b, length), 0), "size " + n + ", length " + length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" 1", "null", "\n", "\t[", "\0", "é"})
    void leavesNullAndWhatBeginsNoValueToOthers(String value) {
        assertFalse(JsonName.of("id").isNext(utf8(",\"id\":" + value + "        "), 0));
    }
}

package dev.fastcodec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.support.Allocation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8259, through values that nobody wants. */
class JsonSyntaxTest {
    private static final int MAX_DEPTH = 100;
    private static final int MANY = 100_000;
    private static final int MOST_ALLOCATED = 64 * 1024;

    private static void read(byte[] b) {
        JsonReader r = new JsonReader(b.length, MAX_DEPTH, JsonOptions.DEFAULT);
        r.endOfText(b, r.skip(b, r.white(b, 0)));
    }

    private static void read(String text) {
        read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the codec's outermost method makes of a failure. */
    private static Kind kindOf(byte[] b) {
        try {
            read(b);
        } catch (DecodeException e) {
            return e.kind();
        } catch (IndexOutOfBoundsException e) {
            return Kind.TRUNCATED;
        }
        throw new AssertionError("accepted");
    }

    private static Kind kindOf(String text) {
        return kindOf(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[-0]",
                "[0,-1,12.5,1E+2,1e-2,1.5e3,0.0,0e0]",
                "\"\\/ \\\" \\\\ \\b\\f\\n\\r\\t \\u00e9 \\u00E9 \\uD83D\\uDE00\"",
                " \t\r\n{ \"\" : [ ] , \"a\" : { } , \"a\" : null }\n",
                "[true,false,null]",
                "\"é ß € 😀 \u007f\u2028\"",
                "[[[]]]"
            })
    void accepts(String text) {
        read(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[NaN]",
                "[Infinity]",
                "[-Infinity]",
                "[1.]",
                "[.5]",
                "[-]",
                "[1e]",
                "[1e+]",
                "[0x1]",
                "[01]",
                "[-01]",
                "[+1]",
                "[1 2]",
                "[1,]",
                "[,1]",
                "[,]",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":}",
                "{\"a\"}",
                "['a']",
                "[tru]",
                "[True]",
                "[nul1]",
                "[\"\\x41\"]",
                "[\"\\u12\"]",
                "[\"\\u12g4\"]",
                "[\"\\U0041\"]",
                "[\"\\ud800\"]",
                "[\"\\udc00\"]",
                "[\"\\udc00\\ud800\"]",
                "[\"\\ud800\\ud800\"]",
                "[\"\\ud800x\"]",
                "[\"\\ud83d\\n\"]",
                "[\"a\u0001b\"]",
                "[\"a\nb\"]",
                "[\"long enough for eight bytes at once\u001f\"]",
                "[1] 2",
                "[1]]",
                "\ufeff[1]",
                "[1]//",
                "/**/[1]",
                "[1]\u00a0",
                "[1\f]",
                "[\u00e9]"
            })
    void refuses(String text) {
        assertEquals(Kind.INVALID_DATA, kindOf(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{",
                "[1",
                "[1,",
                "{\"a",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "[\"",
                "[\"\\",
                "[\"\\u12",
                "[tr",
                ""
            })
    void refusesTextThatEndsTooSoon(String text) {
        assertEquals(Kind.TRUNCATED, kindOf(text));
    }

    @Test
    void refusesWhatIsNotUtf8() {
        for (byte[] bytes : new byte[][] {
            {'"', (byte) 0xc3, '('},
            {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {'"', (byte) 0xc0, (byte) 0x80},
            {'"', (byte) 0xff},
            {'"', '\\', 'n', (byte) 0xc3, '('},
            {'"', 'p', 'l', 'e', 'n', 't', 'y', 'p', 'l', 'e', 'n', 't', 'y', (byte) 0xf5, '.', '.', '.'}
        }) {
            byte[] text = Arrays.copyOf(bytes, bytes.length + 1);
            text[bytes.length] = '"';
            assertEquals(Kind.INVALID_UTF8, kindOf(text));
        }
    }

    @Test
    void refusesDeepNestingAtOnce() {
        for (String open : new String[] {"[", "{\"a\":", "[{\"a\":"}) {
            byte[] text = open.repeat(MANY).getBytes(StandardCharsets.UTF_8);
            assertTrue(Allocation.of(() -> assertEquals(Kind.DEPTH, kindOf(text))) < MOST_ALLOCATED);
        }
    }

    @Test
    void allowsTheLevelsThatAreSet() {
        read("[".repeat(MAX_DEPTH) + "]".repeat(MAX_DEPTH));
        assertEquals(Kind.DEPTH, kindOf("[".repeat(MAX_DEPTH + 1) + "]".repeat(MAX_DEPTH + 1)));
    }

    @Test
    void refusesLongNumbersForNothing() {
        String digits = "1".repeat(1 << 20);
        for (String text : new String[] {"[" + digits + "]", "[-0." + digits + "]", "[1e" + digits + "]"}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertEquals(Kind.SIZE, kindOf(bytes));
            JsonReader r = new JsonReader(bytes.length, MAX_DEPTH, JsonOptions.DEFAULT);
            assertTrue(Allocation.of(() -> {
                        assertThrows(DecodeException.class, () -> r.i64(bytes, 1));
                        assertThrows(DecodeException.class, () -> r.float64(bytes, 1));
                    })
                    < MOST_ALLOCATED);
        }
    }

    @Test
    void takesNumbersOfAThousandCharacters() {
        read("[0." + "1".repeat(998) + "]");
        assertEquals(Kind.SIZE, kindOf("[0." + "1".repeat(999) + "]"));
    }
}

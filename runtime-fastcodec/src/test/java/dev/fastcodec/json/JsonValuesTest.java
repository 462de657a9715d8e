package dev.fastcodec.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.schema.SchemaTable;
import dev.fastcodec.support.Seeded;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single values there and back. */
class JsonValuesTest {
    private static final int MAX_DEPTH = 100;

    /** A value with a bracket behind it, as there always is something. */
    private static byte[] bytes(String text) {
        return (text + "]").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonReader reader(byte[] b) {
        return new JsonReader(b.length, MAX_DEPTH, JsonOptions.DEFAULT);
    }

    private static long integer(String text) {
        byte[] b = bytes(text);
        JsonReader r = reader(b);
        assertEquals(b.length - 1, r.i64(b, 0));
        return r.v;
    }

    private static double real(String text) {
        byte[] b = bytes(text);
        JsonReader r = reader(b);
        assertEquals(b.length - 1, r.float64(b, 0));
        return r.d;
    }

    @Test
    void writesAndReadsIntegers() {
        Seeded.repeat(50_000, random -> check(random.nextLong() >> random.nextInt(64)));
        for (long power = 1; power > 0 && power <= Long.MAX_VALUE / 10; power *= 10) {
            for (int sign = -1; sign <= 1; sign += 2) {
                check(sign * power);
                check(sign * (power - 1));
                check(sign * power * 9);
            }
        }
        for (long x :
                new long[] {0, Integer.MIN_VALUE, Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1}) {
            check(x);
        }
    }

    private static void check(long x) {
        byte[] b = new byte[20];
        String expected = Long.toString(x);
        assertEquals(expected, new String(b, 0, JsonWriter.i64(b, 0, x), StandardCharsets.US_ASCII));
        assertEquals(x, integer(expected));
        assertEquals(x, integer("\"" + expected + "\""));
        int small = (int) x;
        expected = Integer.toString(small);
        assertEquals(expected, new String(b, 0, JsonWriter.i32(b, 0, small), StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @CsvSource({
        "1e5, 100000",
        "1.0, 1",
        "2.147483647e9, 2147483647",
        "-0, 0",
        "-0.0, 0",
        "0e999999999, 0",
        "1000e-3, 1",
        "9223372036854775807.0, 9223372036854775807",
        "\"1e3\", 1000",
        "\"\\u0031\", 1"
    })
    void readsIntegersOfAnySpelling(String text, long expected) {
        assertEquals(expected, integer(text.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "-01",
                "+1",
                "0.5",
                "1e-1",
                "1e536870000",
                "1e99999999999999",
                "9223372036854775808",
                "-9223372036854775809",
                "1e19",
                "\"\"",
                "\" 1\"",
                "\"1 \"",
                "\"12a\"",
                "\"NaN\"",
                "true",
                "null",
                "[1",
                "-",
                "--1",
                "1.",
                "\"1.\""
            })
    void refusesWhatIsNoInteger(String text) {
        assertThrows(DecodeException.class, () -> integer(text));
    }

    @Test
    void refusesIntegersOutOfTheirRange() {
        byte[] b = bytes("40000");
        JsonReader r = reader(b);
        assertThrows(DecodeException.class, () -> r.i16(b, 0));
        assertThrows(DecodeException.class, () -> r.i8(b, 0));
        assertEquals(5, r.i32(b, 0));
        byte[] large = bytes("-2147483649");
        assertThrows(DecodeException.class, () -> reader(large).i32(large, 0));
    }

    @Test
    void writesAndReadsDoubles() {
        Seeded.repeat(20_000, random -> {
            check(Double.longBitsToDouble(random.nextLong()));
            check(random.nextInt() / 100.0);
            check((double) (random.nextInt(20_000_001) - 10_000_000));
            check(random.nextDouble());
        });
        for (double x : new double[] {
            0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, 1e22, 1e23, 9007199254740993.0, 1e7, -1e7
        }) {
            check(x);
        }
        for (double x : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            check(x);
        }
    }

    private static void check(double x) {
        byte[] b = new byte[25];
        String expected = Double.isFinite(x) ? Double.toString(x) : "\"" + x + "\"";
        String written = new String(b, 0, JsonWriter.float64(b, 0, x), StandardCharsets.US_ASCII);
        assertEquals(expected, written);
        assertEquals(x, real(written));
    }

    @Test
    void readsDoublesOfAnySpellingExactly() {
        Seeded.repeat(20_000, random -> {
            StringBuilder s = new StringBuilder();
            s.append(random.nextBoolean() ? "-" : "").append(random.nextInt(1 << random.nextInt(31)));
            if (random.nextBoolean()) {
                s.append('.').append(random.nextLong() >>> random.nextInt(64) & Long.MAX_VALUE);
            }
            if (random.nextBoolean()) {
                s.append('e').append(random.nextInt(600) - 300);
            }
            assertEquals(Double.parseDouble(s.toString()), real(s.toString()), s.toString());
        });
        for (String text : new String[] {
            "1e-400",
            "0e400",
            "0.0e-999999",
            "9007199254740993",
            "1.00000000000000011102230246251565",
            "123456789012345678901234567890",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "4.9e-324",
            "2.4703282292062327e-324",
            "1.7976931348623157e308",
            "9007199254740993.0",
            "9007199254740995e0",
            "1152921504606846975e-18",
            "179769313486231580e291",
            "6.9294956446009195e15"
        }) {
            assertEquals(Double.parseDouble(text), real(text), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e400", "-1e309", "1e99999999999", "NaN", "\"nan\"", "\"\"", "\"1x\"", "true", "\"1e999\""})
    void refusesWhatIsNoDouble(String text) {
        assertThrows(DecodeException.class, () -> real(text));
    }

    @Test
    void writesAndReadsStrings() {
        String[] pieces = {
            "a", "sku-1", "\"", "\\", "\n", "\u0001", "\u001f", "\u007f", "é", "€", "😀", "/", "<>&", "\u2028",
            "\ufffd", "\u0000"
        };
        Seeded.repeat(20_000, random -> {
            StringBuilder s = new StringBuilder();
            int kinds = 1 + random.nextInt(pieces.length);
            for (int n = random.nextInt(random.nextInt(20) == 0 ? 200 : 20); n > 0; n--) {
                s.append(pieces[random.nextInt(kinds)]);
            }
            check(s.toString(), random.nextInt(20));
        });
    }

    private static void check(String x, int at) {
        JsonWriter w = new JsonWriter(new byte[at], JsonOptions.DEFAULT);
        int end = w.string(w.b, at, x);
        byte[] b = Arrays.copyOf(w.b, end + 1);
        b[end] = ']';
        JsonReader r = reader(b);
        assertEquals(end, r.string(b, at));
        assertEquals(x, r.s);
        assertEquals(x.chars().allMatch(c -> c < 0x80), r.ascii);
        String text = new String(b, at, end - at, StandardCharsets.UTF_8);
        assertEquals(text, "\"" + escaped(x) + "\"");
        byte[] unicode = bytes("\"" + allEscaped(x) + "\"");
        JsonReader other = reader(unicode);
        assertEquals(unicode.length - 1, other.string(unicode, 0));
        assertEquals(x, other.s);
        assertEquals(r.ascii, other.ascii);
    }

    private static String escaped(String x) {
        StringBuilder s = new StringBuilder();
        for (char c : x.toCharArray()) {
            int i = "\"\\\b\f\n\r\t".indexOf(c);
            if (i >= 0) {
                s.append('\\').append("\"\\bfnrt".charAt(i));
            } else {
                s.append(c < ' ' ? String.format(java.util.Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return s.toString();
    }

    private static String allEscaped(String x) {
        StringBuilder s = new StringBuilder();
        x.chars().forEach(c -> s.append(String.format(java.util.Locale.ROOT, "\\u%04X", c)));
        return s.toString();
    }

    @Test
    void refusesToWriteUnpairedSurrogates() {
        JsonWriter w = new JsonWriter(new byte[100], JsonOptions.DEFAULT);
        assertThrows(EncodeException.class, () -> w.string(w.b, 0, "a\ud800"));
        assertThrows(EncodeException.class, () -> w.string(w.b, 0, "a".repeat(60) + "\udc00"));
    }

    @Test
    void writesAndReadsBytes() {
        Seeded.repeat(1000, random -> {
            byte[] x = new byte[random.nextInt(random.nextInt(4) > 0 ? 300 : 3000)];
            random.nextBytes(x);
            byte[] before = new byte[random.nextInt(600)];
            random.nextBytes(before);
            int p = before.length;
            JsonWriter w = new JsonWriter(before.clone(), JsonOptions.DEFAULT);
            int end = w.bytes(w.b, p, x);
            assertArrayEquals(before, Arrays.copyOf(w.b, p));
            String padded = new String(w.b, p, end - p, StandardCharsets.US_ASCII);
            java.util.Base64.Encoder standard = java.util.Base64.getEncoder();
            java.util.Base64.Encoder url = java.util.Base64.getUrlEncoder();
            assertEquals("\"" + standard.encodeToString(x) + "\"", padded);
            String bare = standard.withoutPadding().encodeToString(x);
            end = w.unpadded(w.b, p, x);
            assertEquals("\"" + bare + "\"", new String(w.b, p, end - p, StandardCharsets.US_ASCII));
            for (String text : new String[] {
                padded, "\"" + bare + "\"", "\"" + url.encodeToString(x) + "\"", padded.replace("/", "\\/")
            }) {
                byte[] b = bytes(text);
                JsonReader r = reader(b);
                assertEquals(b.length - 1, r.bytes(b, 0));
                assertArrayEquals(x, r.bytes);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\"",
                "\"abc!\"",
                "\"ab=c\"",
                "\"ab===\"",
                "\"=\"",
                "\"====\"",
                "\"ab c\"",
                "\"é\"",
                "5",
                "null",
                "\"abcde\""
            })
    void refusesWhatIsNotBase64(String text) {
        byte[] b = bytes(text);
        assertThrows(DecodeException.class, () -> reader(b).bytes(b, 0));
        byte[] large = bytes(text.replaceFirst("\"", "\"" + "AAAA".repeat(500)));
        assertThrows(DecodeException.class, () -> reader(large).bytes(large, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1-1-1-1-1\"",
                "\"00112233-4455-6677-8899-aabbccddeef\"",
                "\"001122334455-6677-8899-aabbccddeeff-\"",
                "\"\"",
                "7"
            })
    void refusesWhatIsNoUuid(String text) {
        byte[] b = bytes(text);
        assertThrows(DecodeException.class, () -> reader(b).uuid(b, 0));
    }

    /** A struct of many fields, whose names are of every length. */
    private static final class Table extends SchemaTable {
        private static final int FIELDS = 500;

        static String name(int i) {
            return "n".repeat(i % 40) + "f" + i;
        }

        @Override
        protected String[] text() {
            StringBuilder s = new StringBuilder("thrift many.thrift\nstruct Many\n");
            for (int i = FIELDS; i-- > 0; ) {
                s.append("  ").append(i + 1).append(" string ").append(name(i)).append('\n');
            }
            return new String[] {s.toString()};
        }
    }

    @Test
    void findsNamesOfEveryLength() {
        JsonNames names = JsonNames.of(new Table().message("Many"));
        for (int i = 0; i < Table.FIELDS; i++) {
            byte[] b = bytes("\"" + Table.name(i) + "\": 5");
            for (int next : new int[] {i, i + 1, 0, Table.FIELDS}) {
                JsonReader r = reader(b);
                assertEquals(b.length - 2, r.field(b, 0, names, next));
                assertEquals(i, r.n);
            }
            byte[] other = bytes("\"" + Table.name(i) + "x\": 5");
            assertThrows(DecodeException.class, () -> reader(other).field(other, 0, names, 0));
        }
    }
}

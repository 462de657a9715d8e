package dev.fastcodec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.support.Seeded;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as text: those of {@code Double.toString} and {@code Float.toString} from JDK 19 on; before that the JDK's have a digit too many at times. */
class ShortestDecimalTest {
    private static final boolean JDK_IS_SHORTEST = Runtime.version().feature() >= 19;

    private static String text(double x) {
        byte[] b = new byte[32];
        int end = ShortestDecimal.write(b, 3, x);
        return new String(b, 3, end - 3, StandardCharsets.ISO_8859_1);
    }

    private static String text(float x) {
        byte[] b = new byte[32];
        int end = ShortestDecimal.write(b, 3, x);
        return new String(b, 3, end - 3, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001",
        "9.999E-4",
        "0.1",
        "-1.5",
        "19.95",
        "100.0",
        "1234567.0",
        "9999999.999",
        "1.0E7",
        "1.2345678E7",
        "2.0E-3",
        "1.0E23",
        "2.0E23",
        "9.007199254740993E15",
        "4.9E-324",
        "9.9E-324",
        "1.7976931348623157E308",
        "2.2250738585072014E-308",
        "2.225073858507201E-308",
        "5.0E-324",
        "0.3",
        "123456.789",
        "-9.5367431640625E-7"
    })
    void writesWithTheFewestDigits(String number) {
        double x = Double.parseDouble(number);
        String expected = number.equals("2.0E-3") ? "0.002" : number.equals("5.0E-324") ? "4.9E-324" : number;
        expected = number.equals("9.007199254740993E15") ? "9.007199254740992E15" : expected;
        assertEquals(expected, text(x));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0E-3,0.001",
        "1.4E-45,1.4E-45",
        "3.4028235E38,3.4028235E38",
        "16777216,1.6777216E7",
        "0.1,0.1",
        "1.17549435E-38,1.1754944E-38",
        "2.0E-45,1.4E-45",
        "3.0E-45,2.8E-45",
        "4.0E-45,4.2E-45",
        "6.0E-45,5.6E-45",
        "7.0E-45,7.0E-45",
        "8.0E-45,8.4E-45",
        "1.0E-44,9.8E-45",
        "1.1E-44,1.1E-44",
        "8388608.5,8388608.0",
        "33554432,3.3554432E7"
    })
    void writesSinglePrecisionWithTheFewestDigits(String number, String expected) {
        assertEquals(expected, text(Float.parseFloat(number)));
    }

    @Test
    void agreesWithTheJdk() {
        Seeded.repeat(10, ShortestDecimalTest::agreesWithTheJdk);
    }

    private static void agreesWithTheJdk(Random random) {
        for (int i = 0; i < 30_000; i++) {
            double x =
                    switch (i % 6) {
                        case 0 -> Double.longBitsToDouble(random.nextLong());
                        case 1 -> random.nextDouble() * Math.pow(10, random.nextInt(12));
                        case 2 -> random.nextInt(10_000_000) / Math.pow(10, random.nextInt(7));
                        case 3 -> Math.scalb(1 + (random.nextInt(3) - 1) * Math.ulp(1.0), random.nextInt(2000) - 1000);
                        case 4 -> Double.longBitsToDouble(random.nextLong() >>> 12 + random.nextInt(52));
                        default -> random.nextGaussian();
                    };
            if (Double.isFinite(x) && x != 0) {
                check(Double.toString(x), text(x), Double.parseDouble(text(x)) == x);
            }
            float f = i % 2 == 0 ? Float.intBitsToFloat(random.nextInt()) : (float) x;
            if (Float.isFinite(f) && f != 0) {
                check(Float.toString(f), text(f), Float.parseFloat(text(f)) == f);
            }
        }
    }

    private static void check(String jdk, String ours, boolean same) {
        if (JDK_IS_SHORTEST) {
            assertEquals(jdk, ours);
        } else {
            assertTrue(same && ours.length() <= jdk.length(), ours + " for " + jdk);
        }
    }
}

package dev.fastcodec.wkt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timestamps and durations as those of {@code java.time}, up to the ends of their ranges. */
class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0, 0",
        "1969-12-31T23:59:59.999999999Z, -1, 999999999",
        "0001-01-01T00:00:00Z, -62135596800, 0",
        "9999-12-31T23:59:59.999999999Z, 253402300799, 999999999",
        "2026-02-28T12:00:00.000000001Z, 1772280000, 1"
    })
    void timestampsAreInstants(String text, long seconds, int nanos) {
        Instant moment = Instant.parse(text);
        Timestamp timestamp = new Timestamp().setSeconds(seconds).setNanos(nanos);
        assertEquals(timestamp, Timestamps.of(moment));
        assertEquals(moment, Timestamps.toInstant(timestamp));
    }

    @ParameterizedTest
    @CsvSource({"-62135596801, 0", "253402300800, 0", "0, -1", "0, 1000000000", "-9223372036854775808, 0"})
    void refusesTimestampsOutOfRange(long seconds, int nanos) {
        Timestamp timestamp = new Timestamp().setSeconds(seconds).setNanos(nanos);
        assertFalse(Timestamps.isValid(timestamp));
        assertThrows(IllegalArgumentException.class, () -> Timestamps.toInstant(timestamp));
        assertThrows(IllegalArgumentException.class, () -> Timestamps.compare(timestamp, new Timestamp()));
    }

    @Test
    void refusesInstantsOutOfRange() {
        for (Instant moment :
                new Instant[] {Instant.MIN, Instant.MAX, Timestamps.MIN.minusNanos(1), Timestamps.MAX.plusNanos(1)}) {
            assertThrows(IllegalArgumentException.class, () -> Timestamps.of(moment), moment.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0, 0",
        "PT-0.000000001S, 0, -1",
        "PT-1.5S, -1, -500000000",
        "PT-2S, -2, 0",
        "PT1.000000001S, 1, 1",
        "PT315576000000S, 315576000000, 0",
        "PT-315576000000S, -315576000000, 0",
        "PT315576000000.999999999S, 315576000000, 999999999"
    })
    void durationsAreThoseOfJava(String text, long seconds, int nanos) {
        java.time.Duration javas = java.time.Duration.parse(text);
        Duration duration = new Duration().setSeconds(seconds).setNanos(nanos);
        assertEquals(duration, Durations.of(javas));
        assertEquals(javas, Durations.toDuration(duration));
    }

    @ParameterizedTest
    @CsvSource({
        "315576000001, 0",
        "-315576000001, 0",
        "1, -1",
        "-1, 1",
        "0, 1000000000",
        "0, -1000000000",
        "9223372036854775807, 0"
    })
    void refusesDurationsOutOfRange(long seconds, int nanos) {
        Duration duration = new Duration().setSeconds(seconds).setNanos(nanos);
        assertFalse(Durations.isValid(duration));
        assertThrows(IllegalArgumentException.class, () -> Durations.toDuration(duration));
        assertThrows(IllegalArgumentException.class, () -> Durations.of(java.time.Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @Test
    void millisecondsRoundAsJavaDoes() {
        assertEquals(-1, Timestamps.toMillis(new Timestamp().setSeconds(-1).setNanos(999_999_999)));
        assertEquals(Timestamps.of(Instant.ofEpochMilli(-1500)), Timestamps.ofMillis(-1500));
        assertEquals(-1, Durations.toMillis(new Duration().setNanos(-1_999_999)));
        assertEquals(new Duration().setSeconds(-1).setNanos(-500_000_000), Durations.ofMillis(-1500));
    }

    @Test
    void ordersByTime() {
        Timestamp early = new Timestamp().setSeconds(-1).setNanos(999_999_999);
        Timestamp late = new Timestamp();
        assertTrue(Timestamps.compare(early, late) < 0);
        assertEquals(new Duration().setNanos(1), Durations.between(early, late));
        assertTrue(Durations.compare(Durations.between(late, early), Durations.between(early, late)) < 0);
    }
}

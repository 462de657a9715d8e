package dev.fastcodec.wkt;

import java.time.Instant;
import java.util.Comparator;

/**
 * What {@link Timestamp} is in {@code java.time}, with the range that timestamp.proto gives: from 0001-01-01T00:00:00Z to
 * 9999-12-31T23:59:59.999999999Z, nanoseconds from 0 to 999,999,999. What is outside is refused with an {@link IllegalArgumentException}.
 */
public final class Timestamps {
    /** The first moment that a timestamp can have. */
    public static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");

    /** The last moment that a timestamp can have. */
    public static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private static final Comparator<Timestamp> ORDER =
            Comparator.comparingLong(Timestamp::getSeconds).thenComparingInt(Timestamp::getNanos);

    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private Timestamps() {}

    /** The timestamp of a moment. */
    public static Timestamp of(Instant moment) {
        return check(new Timestamp().setSeconds(moment.getEpochSecond()).setNanos(moment.getNano()));
    }

    /** The moment of a timestamp. */
    public static Instant toInstant(Timestamp timestamp) {
        check(timestamp);
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }

    /** The timestamp of a number of milliseconds since 1970. */
    public static Timestamp ofMillis(long millis) {
        return of(Instant.ofEpochMilli(millis));
    }

    /** The milliseconds since 1970, rounded down. */
    public static long toMillis(Timestamp timestamp) {
        return toInstant(timestamp).toEpochMilli();
    }

    /** Whether a timestamp is within the range. */
    public static boolean isValid(Timestamp timestamp) {
        return timestamp.getSeconds() >= MIN.getEpochSecond()
                && timestamp.getSeconds() <= MAX.getEpochSecond()
                && timestamp.getNanos() >= 0
                && timestamp.getNanos() < NANOS_PER_SECOND;
    }

    /** Returns the timestamp if it is within the range. */
    public static Timestamp check(Timestamp timestamp) {
        if (!isValid(timestamp)) {
            throw new IllegalArgumentException("timestamp of " + timestamp.getSeconds() + " seconds and "
                    + timestamp.getNanos() + " nanoseconds is not between " + MIN + " and " + MAX);
        }
        return timestamp;
    }

    /** Compares two timestamps, which must be within the range, by time. */
    public static int compare(Timestamp a, Timestamp b) {
        return ORDER.compare(check(a), check(b));
    }
}

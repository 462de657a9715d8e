package dev.fastcodec.wkt;

import java.util.Comparator;

/**
 * What {@link Duration} is in {@code java.time}, with the range that duration.proto gives: up to 315,576,000,000 seconds, some 10,000 years, either
 * way; nanoseconds up to 999,999,999 with the sign of the seconds. What is outside is refused with an {@link IllegalArgumentException}.
 */
public final class Durations {
    /** The largest number of seconds, either way. */
    public static final long MAX_SECONDS = 315_576_000_000L;

    private static final Comparator<Duration> ORDER =
            Comparator.comparingLong(Duration::getSeconds).thenComparingInt(Duration::getNanos);

    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private Durations() {}

    /** The duration of one of Java. */
    public static Duration of(java.time.Duration duration) {
        long seconds = duration.getSeconds();
        int nanos = duration.getNano();
        // Java's nanoseconds count forward from the seconds, also from negative ones.
        boolean fraction = seconds < 0 && nanos > 0;
        return check(new Duration()
                .setSeconds(fraction ? seconds + 1 : seconds)
                .setNanos(fraction ? nanos - NANOS_PER_SECOND : nanos));
    }

    /** The duration of Java of one. */
    public static java.time.Duration toDuration(Duration duration) {
        check(duration);
        return java.time.Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
    }

    /** The duration of a number of milliseconds. */
    public static Duration ofMillis(long millis) {
        return of(java.time.Duration.ofMillis(millis));
    }

    /** The milliseconds of a duration, rounded toward zero. */
    public static long toMillis(Duration duration) {
        check(duration);
        return duration.getSeconds() * 1000 + duration.getNanos() / 1_000_000;
    }

    /** The duration from one moment to another, negative if the other is earlier. */
    public static Duration between(Timestamp from, Timestamp to) {
        return of(java.time.Duration.between(Timestamps.toInstant(from), Timestamps.toInstant(to)));
    }

    /** Whether a duration is within the range, and its parts have the same sign. */
    public static boolean isValid(Duration duration) {
        long seconds = duration.getSeconds();
        int nanos = duration.getNanos();
        return seconds >= -MAX_SECONDS
                && seconds <= MAX_SECONDS
                && nanos > -NANOS_PER_SECOND
                && nanos < NANOS_PER_SECOND
                && (seconds == 0 || nanos == 0 || seconds < 0 == nanos < 0);
    }

    /** Returns the duration if it is valid. */
    public static Duration check(Duration duration) {
        if (!isValid(duration)) {
            throw new IllegalArgumentException("duration of " + duration.getSeconds() + " seconds and "
                    + duration.getNanos() + " nanoseconds is longer than " + MAX_SECONDS
                    + " seconds or has parts of different signs");
        }
        return duration;
    }

    /** Compares two valid durations. */
    public static int compare(Duration a, Duration b) {
        return ORDER.compare(check(a), check(b));
    }
}

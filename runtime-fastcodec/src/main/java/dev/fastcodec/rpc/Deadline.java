package dev.fastcodec.rpc;

import java.time.Duration;

/** A moment by which a call must have ended, on this machine's clock of {@link System#nanoTime}. */
public final class Deadline implements Comparable<Deadline> {
    private static final long MOST = Long.MAX_VALUE / 4; // 73 years: sums of two do not overflow

    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** So much from now; in the past when negative. */
    public static Deadline after(Duration duration) {
        long nanos = duration.compareTo(Duration.ofNanos(MOST)) > 0
                ? MOST
                : duration.compareTo(Duration.ofNanos(-MOST)) < 0 ? -MOST : duration.toNanos();
        return new Deadline(System.nanoTime() + nanos);
    }

    /** Nanoseconds that are left; 0 or negative when it is over. */
    public long nanosLeft() {
        return nanoTime - System.nanoTime();
    }

    /** What is left; zero or negative when it is over. */
    public Duration left() {
        return Duration.ofNanos(nanosLeft());
    }

    /** Whether it is over. */
    public boolean isOver() {
        return nanosLeft() <= 0;
    }

    /** The earlier of two, either of which may be null for none. */
    public static Deadline earlier(Deadline a, Deadline b) {
        return a == null || b != null && b.compareTo(a) < 0 ? b : a;
    }

    @Override
    public int compareTo(Deadline other) {
        return Long.signum(nanoTime - other.nanoTime);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Deadline that && nanoTime == that.nanoTime;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(nanoTime);
    }

    /** What is left, as text. */
    @Override
    public String toString() {
        return left().toString();
    }
}

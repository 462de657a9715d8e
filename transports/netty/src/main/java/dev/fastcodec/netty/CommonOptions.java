package dev.fastcodec.netty;

import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What both sides have options for. What each of them means is said where it is set. */
abstract sealed class CommonOptions<S extends CommonOptions<S>> implements Cloneable
        permits ClientOptions, ServerOptions {
    static final int MEBI = 1 << 20;

    int limit = 16 * MEBI;
    boolean checksum;
    Duration idleTimeout;
    int threads;

    @Nullable
    Executor executor;

    @Nullable
    SslContext tls;

    CommonOptions(boolean checksum, Duration idleTimeout, int threads) {
        this.checksum = checksum;
        this.idleTimeout = idleTimeout;
        this.threads = threads;
    }

    final int limit() {
        return limit;
    }

    final boolean hasChecksum() {
        return checksum;
    }

    final Duration idleTimeout() {
        return idleTimeout;
    }

    final int threads() {
        return threads;
    }

    @Nullable
    final Executor executor() {
        return executor;
    }

    @Nullable
    final SslContext tls() {
        return tls;
    }

    /** Other options, to be changed in one point. */
    @SuppressWarnings("unchecked") // a clone is of the same class
    final S copy() {
        try {
            return (S) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    static int positive(int n) {
        if (n <= 0) {
            throw new IllegalArgumentException(n + " is not positive");
        }
        return n;
    }
}

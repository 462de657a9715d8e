package dev.fastcodec.netty;

import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;

/** How a {@link NettyServer} runs. Immutable: each method gives options that differ in one point. */
public final class ServerOptions extends CommonOptions<ServerOptions> {
    /** 16 MiB for a message, 1000 calls at a time on a connection, 10 minutes for a connection without any. */
    public static final ServerOptions DEFAULT = new ServerOptions();

    private int callsPerConnection = 1000;

    private ServerOptions() {
        super(true, Duration.ofMinutes(10), Runtime.getRuntime().availableProcessors());
    }

    /** The most bytes of a message, with all that is around it. */
    public ServerOptions limit(int bytes) {
        ServerOptions o = copy();
        o.limit = positive(bytes);
        return o;
    }

    /** How many calls of one connection are handled at a time; it is not read from while there are so many. As many streams may be open besides; more are refused. */
    public ServerOptions callsPerConnection(int most) {
        ServerOptions o = copy();
        o.callsPerConnection = positive(most);
        return o;
    }

    /** Whether a CRC-32C in a TTHeader is compared. Yes by default. */
    public ServerOptions checksum(boolean yes) {
        ServerOptions o = copy();
        o.checksum = yes;
        return o;
    }

    /** After what time a connection is closed on which nothing comes and no call is handled. */
    public ServerOptions idleTimeout(Duration time) {
        ServerOptions o = copy();
        o.idleTimeout = Objects.requireNonNull(time);
        return o;
    }

    /** How many threads move bytes; one for each processor by default. */
    public ServerOptions threads(int count) {
        ServerOptions o = copy();
        o.threads = positive(count);
        return o;
    }

    /**
     * What runs handlers that may block; by default threads of the server's own, as many as there are calls. Virtual threads do well where the JDK has
     * them; {@code Runnable::run} keeps handlers on the threads that move bytes.
     */
    public ServerOptions executor(Executor what) {
        ServerOptions o = copy();
        o.executor = Objects.requireNonNull(what);
        return o;
    }

    /** Encrypts; a server's context. */
    public ServerOptions tls(SslContext context) {
        if (context.isClient()) {
            throw new IllegalArgumentException("a client's context");
        }
        ServerOptions o = copy();
        o.tls = context;
        return o;
    }

    int callsPerConnection() {
        return callsPerConnection;
    }
}

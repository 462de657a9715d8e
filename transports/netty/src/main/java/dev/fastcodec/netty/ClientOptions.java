package dev.fastcodec.netty;

import dev.fastcodec.rpc.Payload;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * How a {@link NettyChannel} connects and what its calls look like. Immutable: each method gives options that differ in one point.
 *
 * <pre>{@code
 * NettyChannel channel = NettyChannel.to("127.0.0.1", 8888, ClientOptions.DEFAULT.framing(Framing.TTHEADER).callTimeout(Duration.ofSeconds(1)));
 * }</pre>
 */
public final class ClientOptions extends CommonOptions<ClientOptions> {
    /** Framed Binary, as Kitex's clients have it; up to 8 connections for calls and 64 for streams; 30 seconds for a call. */
    public static final ClientOptions DEFAULT = new ClientOptions();

    private Framing framing = Framing.FRAMED;
    private Payload payload = Payload.BINARY;
    private boolean multiplexed;
    private int connections = 8;
    private int streamConnections = 64;
    private int maxBuffered = 64 * MEBI;
    private Duration connectTimeout = Duration.ofSeconds(3);
    private Duration callTimeout = Duration.ofSeconds(30);
    private String caller = "";
    private String destination = "";

    private ClientOptions() {
        super(false, Duration.ofMinutes(1), Math.min(4, Runtime.getRuntime().availableProcessors()));
    }

    /** What is around messages. Streams have frames of TTHeader whatever is said here. */
    public ClientOptions framing(Framing what) {
        ClientOptions o = copy();
        o.framing = Objects.requireNonNull(what);
        return o;
    }

    /**
     * What messages are in: {@link Payload#BINARY}, {@link Payload#COMPACT}, which Kitex does not read, or {@link Payload#PROTO}, which is Kitex
     * Protobuf and needs a framing with a length.
     *
     * @throws IllegalArgumentException when it is another
     */
    public ClientOptions payload(Payload what) {
        if (what != Payload.BINARY && what != Payload.COMPACT && what != Payload.PROTO) {
            throw new IllegalArgumentException(what + " is not for messages of calls");
        }
        ClientOptions o = copy();
        o.payload = what;
        return o;
    }

    /** Whether the name of the function has the service in front, as libthrift's TMultiplexedProtocol has it. No by default. */
    public ClientOptions multiplexed(boolean yes) {
        ClientOptions o = copy();
        o.multiplexed = yes;
        return o;
    }

    /** Whether TTHeaders carry a CRC-32C of the message, and those that come back are compared. No by default. */
    public ClientOptions checksum(boolean yes) {
        ClientOptions o = copy();
        o.checksum = yes;
        return o;
    }

    /** The most connections for calls: a call has one of its own as long as there are fewer, and shares one otherwise. */
    public ClientOptions connections(int most) {
        ClientOptions o = copy();
        o.connections = positive(most);
        return o;
    }

    /**
     * The most connections for streams: a stream has one of its own as long as there are fewer, and shares one otherwise. Those that share one also share its back-pressure, as
     * frames of TTHeader have none for each: while more than 1 MiB waits for streams that nobody reads from, nothing comes for the others.
     */
    public ClientOptions streamConnections(int most) {
        ClientOptions o = copy();
        o.streamConnections = positive(most);
        return o;
    }

    /** The most bytes of a message, with all that is around it. 16 MiB by default. */
    public ClientOptions limit(int bytes) {
        ClientOptions o = copy();
        o.limit = positive(bytes);
        return o;
    }

    /** How many bytes of requests may wait on a connection for the other side to read; calls beyond fail at once. 64 MiB by default. */
    public ClientOptions maxBuffered(int bytes) {
        ClientOptions o = copy();
        o.maxBuffered = positive(bytes);
        return o;
    }

    /** How long connecting may take, TLS included. */
    public ClientOptions connectTimeout(Duration time) {
        ClientOptions o = copy();
        o.connectTimeout = Objects.requireNonNull(time);
        return o;
    }

    /** After what time without calls a connection is closed. */
    public ClientOptions idleTimeout(Duration time) {
        ClientOptions o = copy();
        o.idleTimeout = Objects.requireNonNull(time);
        return o;
    }

    /** How long a call without a stream may take when it has no deadline; zero for no limit. */
    public ClientOptions callTimeout(Duration time) {
        ClientOptions o = copy();
        o.callTimeout = Objects.requireNonNull(time);
        return o;
    }

    /** The name of the service that calls, which TTHeaders tell; empty by default. */
    public ClientOptions caller(String service) {
        ClientOptions o = copy();
        o.caller = Objects.requireNonNull(service);
        return o;
    }

    /** The name under which the service that is called is registered, which TTHeaders tell; its name in the IDL by default. */
    public ClientOptions destination(String service) {
        ClientOptions o = copy();
        o.destination = Objects.requireNonNull(service);
        return o;
    }

    /** How many threads move bytes; at most 4 by default. */
    public ClientOptions threads(int count) {
        ClientOptions o = copy();
        o.threads = positive(count);
        return o;
    }

    /** What runs the code that waits for answers without blocking; by default threads of the channel's own. {@code Runnable::run} keeps it on the threads that move bytes. */
    public ClientOptions executor(Executor what) {
        ClientOptions o = copy();
        o.executor = Objects.requireNonNull(what);
        return o;
    }

    /** Encrypts; a client's context. The server's name is checked against the host when the context says so. */
    public ClientOptions tls(SslContext context) {
        if (!context.isClient()) {
            throw new IllegalArgumentException("a server's context");
        }
        ClientOptions o = copy();
        o.tls = context;
        return o;
    }

    Framing framing() {
        return framing;
    }

    Payload payload() {
        return payload;
    }

    boolean isMultiplexed() {
        return multiplexed;
    }

    int connections() {
        return connections;
    }

    int streamConnections() {
        return streamConnections;
    }

    int maxBuffered() {
        return maxBuffered;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    Duration callTimeout() {
        return callTimeout;
    }

    String caller() {
        return caller;
    }

    String destination() {
        return destination;
    }
}

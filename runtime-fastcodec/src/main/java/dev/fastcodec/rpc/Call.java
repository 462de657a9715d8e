package dev.fastcodec.rpc;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One call, as the client or the server sees it: what goes with the messages. A handler gets the one that it works for from {@link #current()}, an
 * interceptor as its argument; at the client, {@link Channel#with(Consumer)} prepares each before it goes out.
 *
 * <p>Metadata are for one thread at a time, as the call goes on: request headers until the call has been sent, what comes back afterwards.
 */
public final class Call {
    /** Where the other side is, at the server and, once the call is on its way, at the client; engines put it as far as they know it. */
    public static final Attribute<SocketAddress> PEER = new Attribute<>("peer");

    private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();

    private final Method<?, ?> method;
    private final boolean server;
    private final Executor executor;
    private final ResponseMetadata response;
    private Metadata headers;
    private Deadline deadline;
    private Cancellation cancellation;
    private Runnable headerSender;
    private boolean blocking;
    private final Map<Attribute<?>, Object> attributes = new IdentityHashMap<>(0);
    private MessageMaps maps; // null for none

    private Call(Method<?, ?> method, boolean server, Executor executor, ResponseMetadata response) {
        this.method = Objects.requireNonNull(method);
        this.server = server;
        this.executor = executor;
        this.response = response;
    }

    /** A call to be made, with nothing set. For engines and tests; stubs make theirs with {@link Channel#newCall}. */
    public static Call client(Method<?, ?> method) {
        return new Call(method, false, null, new ResponseMetadata());
    }

    /**
     * A call that came. For engines.
     *
     * @param headers as they came
     * @param deadline or null
     * @param executor runs handlers of blocking streams, each of which holds a thread until its call has ended
     */
    public static Call server(Method<?, ?> method, Metadata headers, Deadline deadline, Executor executor) {
        Call call = new Call(method, true, Objects.requireNonNull(executor), new ResponseMetadata());
        call.headers = Objects.requireNonNull(headers);
        call.deadline = deadline;
        return call;
    }

    /**
     * The call that this thread handles now. A handler that goes on in another thread asks before and takes it along.
     *
     * @throws IllegalStateException when the thread handles none
     */
    public static Call current() {
        Call call = CURRENT.get();
        if (call == null) {
            throw new IllegalStateException("this thread handles no call");
        }
        return call;
    }

    /** Whether this thread handles a call now. */
    public static boolean isCurrent() {
        return CURRENT.get() != null;
    }

    /** Runs something with this as the current call of this thread, and then puts back what was before. */
    public void run(Runnable action) {
        Call before = CURRENT.get();
        CURRENT.set(this);
        try {
            action.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** What is called. */
    public Method<?, ?> method() {
        return method;
    }

    /** Whether this is the server's side. */
    public boolean isServer() {
        return server;
    }

    /** What goes with the request: at the client to be added to, at the server as it came. */
    public Metadata headers() {
        if (headers == null) {
            headers = new Metadata();
        }
        return headers;
    }

    /** What goes before the responses: at the client as it came, empty before; at the server to be added to until the first response is sent. */
    public Metadata responseHeaders() {
        return response.headers();
    }

    /** What goes with the end: at the client as it came, empty before; at the server to be added to until the call ends. */
    public Metadata trailers() {
        return response.trailers();
    }

    /** Server: sends the headers of the response now, of a stream on which messages may come late. Ignored where the engine's wire has no such thing. */
    public void sendHeaders() {
        if (headerSender != null) {
            headerSender.run();
        }
    }

    /** What {@link #sendHeaders} does. For engines. */
    public void headerSender(Runnable sender) {
        headerSender = sender;
    }

    /** By when it must have ended, or null. */
    public Deadline deadline() {
        return deadline;
    }

    /** Sets by when it must have ended, unless an earlier moment is set. */
    public Call deadline(Deadline latest) {
        deadline = Deadline.earlier(deadline, latest);
        return this;
    }

    /** As {@link #deadline(Deadline)}, from now on. */
    public Call timeout(Duration duration) {
        return deadline(Deadline.after(duration));
    }

    /** Whether it was given up; of this call alone. */
    public synchronized Cancellation cancellation() {
        if (cancellation == null) {
            cancellation = new Cancellation();
        }
        return cancellation;
    }

    /**
     * Cancels the call with {@link Status#DEADLINE_EXCEEDED} when the deadline is over. For engines that do not watch it themselves.
     *
     * @return to be closed when the call ends, lest a timer holds on to it
     */
    public Cancellation.Registration watchDeadline() {
        if (deadline == null) {
            return () -> {};
        }
        CompletableFuture<Void> timer = new CompletableFuture<>();
        timer.thenRun(() -> cancellation().cancel(deadlineExceeded()));
        timer.completeOnTimeout(null, Math.max(0, deadline.nanosLeft()), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    /** The failure of a call whose deadline is over. For engines. */
    public RpcException deadlineExceeded() {
        return new RpcException(Status.DEADLINE_EXCEEDED, "deadline of " + method.fullName() + " is over");
    }

    /** What runs blocking handlers of streams, of a server's call. */
    Executor executor() {
        return executor;
    }

    /** Whether a thread waits for the response: an engine may then do the work in that thread. */
    public boolean isBlocking() {
        return blocking;
    }

    Call blocking() {
        blocking = true;
        return this;
    }

    /** Something that goes with the call inside this program, or null. */
    @SuppressWarnings("unchecked") // put() takes the key's type only
    public <T> T get(Attribute<T> key) {
        return (T) attributes.get(key);
    }

    /** Puts something that goes with the call inside this program. */
    public <T> Call put(Attribute<T> key, T value) {
        attributes.put(Objects.requireNonNull(key), Objects.requireNonNull(value));
        return this;
    }

    /** Client: is told the response's headers when they come, in the engine's thread. */
    public Call onHeaders(Consumer<Metadata> listener) {
        response.onHeaders(listener);
        return this;
    }

    /** Client: is told the trailers when the call ends, well or not, in the engine's thread. */
    public Call onTrailers(Consumer<Metadata> listener) {
        response.onTrailers(listener);
        return this;
    }

    /** Client: the response's headers are there. For engines; before the first message. */
    public void headersReceived(Metadata received) {
        response.headersReceived(received);
    }

    /** Client: the trailers are there. For engines; before the end. */
    public void trailersReceived(Metadata received) {
        response.trailersReceived(received);
    }

    /** Sees each request and may replace it by another of its type; what is registered first comes first. Before the call proceeds. */
    public Call mapRequests(UnaryOperator<Object> map) {
        maps().addRequests(Objects.requireNonNull(map));
        return this;
    }

    /**
     * As {@link #mapRequests} for responses, in the reverse order; of a method of Thrift this is the struct of the result, unless it has a stream: a
     * {@link dev.fastcodec.thrift.CallStruct} with getters and setters alone.
     */
    public Call mapResponses(UnaryOperator<Object> map) {
        maps().addResponses(Objects.requireNonNull(map));
        return this;
    }

    private MessageMaps maps() {
        if (maps == null) {
            maps = new MessageMaps();
        }
        return maps;
    }

    /** What the interceptors up to here do with messages, or null; those of an inner channel or handler do not do it again. */
    MessageMaps takeMaps() {
        MessageMaps taken = maps;
        maps = null;
        return taken;
    }

    /**
     * Client: the same call for another attempt, as it is now: with headers and all that was set, without what came back. To be made before each
     * attempt, the first one too, as proceeding may add to headers.
     */
    public Call again() {
        Call c = new Call(method, server, executor, response.again());
        c.headers = headers == null ? null : new Metadata(headers);
        c.deadline = deadline;
        c.cancellation = cancellation();
        c.blocking = blocking;
        c.headerSender = headerSender;
        c.attributes.putAll(attributes);
        c.maps = maps == null ? null : new MessageMaps(maps);
        return c;
    }

    /** The method. */
    @Override
    public String toString() {
        return (server ? "handling of " : "call of ") + method.fullName();
    }
}

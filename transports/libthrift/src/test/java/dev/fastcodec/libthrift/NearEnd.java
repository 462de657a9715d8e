package dev.fastcodec.libthrift;

import dev.fastcodec.libthrift.ApacheServer.Kind;
import dev.fastcodec.netty.Framing;
import dev.fastcodec.netty.NettyServer;
import dev.fastcodec.netty.ServerOptions;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.Router;
import dev.fastcodec.thrift.TApplicationException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.thrift.TException;
import org.apache.thrift.async.AsyncMethodCallback;
import org.apache.thrift.async.TAsyncClient;
import org.apache.thrift.async.TAsyncClientManager;
import org.apache.thrift.protocol.TMultiplexedProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.TNonblockingSocket;
import org.apache.thrift.transport.TTransport;
import org.jspecify.annotations.Nullable;

/** How Apache's client calls our server. A null for the kind of server is our own over Netty. */
enum NearEnd {
    NETTY_FRAMED(null, Framing.FRAMED, Payload.BINARY, false, false),
    NETTY_FRAMED_COMPACT(null, Framing.FRAMED, Payload.COMPACT, false, false),
    NETTY_UNFRAMED(null, Framing.UNFRAMED, Payload.BINARY, false, false),
    NETTY_UNFRAMED_COMPACT(null, Framing.UNFRAMED, Payload.COMPACT, false, false),
    NETTY_MULTIPLEXED(null, Framing.FRAMED, Payload.BINARY, true, false),
    NETTY_ASYNC(null, Framing.FRAMED, Payload.BINARY, false, true),
    NETTY_ASYNC_COMPACT(null, Framing.FRAMED, Payload.COMPACT, false, true),
    THREADED_SELECTOR_ASYNC(Kind.THREADED_SELECTOR, Framing.FRAMED, Payload.BINARY, false, true),
    HALF_SYNC_COMPACT(Kind.HALF_SYNC_HALF_ASYNC, Framing.FRAMED, Payload.COMPACT, false, false),
    THREAD_POOL_MULTIPLEXED(Kind.THREAD_POOL, Framing.UNFRAMED, Payload.BINARY, true, false);

    private static final int PATIENCE = 20;

    private final @Nullable Kind kind;
    private final Framing framing;
    private final Payload payload;
    private final boolean multiplexed;
    private final boolean async;

    NearEnd(@Nullable Kind kind, Framing framing, Payload payload, boolean multiplexed, boolean async) {
        this.kind = kind;
        this.framing = framing;
        this.payload = payload;
        this.multiplexed = multiplexed;
        this.async = async;
    }

    /** Whether calls name the service, so that there may be others with functions of the same names. */
    boolean isMultiplexed() {
        return multiplexed;
    }

    /** What calls of a service that is not there are told: where they name it, our server over Netty says as Kitex that it is the service. */
    int unknown() {
        return multiplexed && kind == null
                ? TApplicationException.Code.UNKNOWN_SERVICE.number()
                : TApplicationException.Code.UNKNOWN_METHOD.number();
    }

    /** Whether Apache's client looks at what a function answers: that which does not block takes any answer of a void function for a success. */
    boolean hears(Method function) {
        return !async || function.getReturnType() != void.class;
    }

    /** Calls functions of Apache's interface. */
    interface Caller {
        /** The result, null for void; throws what Apache's client throws. */
        @Nullable
        Object call(Method function, Object... arguments) throws Throwable;
    }

    /** A server, and a client of it. */
    record Opened(Caller caller, List<AutoCloseable> all) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            for (AutoCloseable each : all) {
                each.close();
            }
        }
    }

    /** Starts a server of ours, and connects Apache's client of one of its services to it. */
    Opened open(ApacheService<?> service, Router router) throws IOException, TException {
        List<AutoCloseable> all = new ArrayList<>();
        int port;
        if (kind == null) {
            NettyServer server = NettyServer.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), router, ServerOptions.DEFAULT);
            all.add(server);
            port = server.address().getPort();
        } else {
            ApacheServer server = new ApacheServer(kind, FarEnd.protocols(payload), new Processor(router));
            all.add(server);
            port = server.port();
        }
        return new Opened(async ? async(service, port, all) : blocking(service, port, all), all);
    }

    private Caller blocking(ApacheService<?> service, int port, List<AutoCloseable> all) throws TException {
        TTransport transport = FarEnd.connect(port, framing);
        all.add(0, transport::close);
        TProtocol protocol = FarEnd.protocols(payload).getProtocol(transport);
        Object client =
                service.client().apply(multiplexed ? new TMultiplexedProtocol(protocol, service.name()) : protocol);
        return (function, arguments) -> {
            try {
                return function.invoke(client, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
    }

    private Caller async(ApacheService<?> service, int port, List<AutoCloseable> all) throws IOException {
        TAsyncClientManager manager = new TAsyncClientManager();
        all.add(0, manager::stop);
        AtomicReference<TAsyncClient> latest = new AtomicReference<>();
        return (function, arguments) -> {
            TAsyncClient client = latest.get();
            if (client == null || client.hasError()) { // which any exception is to it
                TNonblockingSocket socket =
                        new TNonblockingSocket(InetAddress.getLoopbackAddress().getHostAddress(), port);
                all.add(0, socket::close);
                client = service.async().make(FarEnd.protocols(payload), manager, socket);
                latest.set(client);
            }
            Class<?>[] types = Arrays.copyOf(function.getParameterTypes(), arguments.length + 1);
            types[arguments.length] = AsyncMethodCallback.class;
            Object[] more = Arrays.copyOf(arguments, types.length);
            CompletableFuture<Object> answer = new CompletableFuture<>();
            more[arguments.length] = new Completing(answer);
            client.getClass().getMethod(function.getName(), types).invoke(client, more);
            try {
                return answer.get(PATIENCE, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw e.getCause();
            }
        };
    }

    private record Completing(CompletableFuture<Object> answer) implements AsyncMethodCallback<Object> {
        @Override
        public void onComplete(Object response) {
            answer.complete(response);
        }

        @Override
        public void onError(Exception exception) {
            answer.completeExceptionally(exception);
        }
    }
}

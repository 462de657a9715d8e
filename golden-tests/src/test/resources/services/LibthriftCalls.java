package calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import calls.shared.Base;
import dev.fastcodec.Codec;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.libthrift.Bridge;
import dev.fastcodec.libthrift.Bridged;
import dev.fastcodec.libthrift.Processor;
import dev.fastcodec.libthrift.ProtocolChannel;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.Router;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.thrift.ProcessFunction;
import org.apache.thrift.TApplicationException;
import org.apache.thrift.TBase;
import org.apache.thrift.TBaseProcessor;
import org.apache.thrift.TException;
import org.apache.thrift.TMultiplexedProcessor;
import org.apache.thrift.TProcessor;
import org.apache.thrift.TServiceClient;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TJSONProtocol;
import org.apache.thrift.protocol.TMultiplexedProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolFactory;
import org.apache.thrift.server.TServer;
import org.apache.thrift.server.TThreadPoolServer;
import org.apache.thrift.transport.TServerSocket;
import org.apache.thrift.transport.TSocket;
import org.apache.thrift.transport.TTransport;
import org.apache.thrift.transport.TTransportFactory;
import org.apache.thrift.transport.layered.TFramedTransport;

/** Generated services against libthrift's servers and clients on loopback; each public static method is a test. */
public final class LibthriftCalls {
    private LibthriftCalls() {}

    private enum Wire {
        BINARY(new TBinaryProtocol.Factory(), false),
        FRAMED_BINARY(new TBinaryProtocol.Factory(), true),
        COMPACT(new TCompactProtocol.Factory(), false),
        FRAMED_COMPACT(new TCompactProtocol.Factory(), true),
        FRAMED_JSON(new TJSONProtocol.Factory(), true);

        private final TProtocolFactory protocols;
        private final boolean framed;

        Wire(TProtocolFactory protocols, boolean framed) {
            this.protocols = protocols;
            this.framed = framed;
        }
    }

    /** A libthrift server on a free port. */
    private static final class Served implements AutoCloseable {
        private final TServerSocket socket;
        private final TServer server;
        private final Wire wire;

        Served(TProcessor processor, Wire wire) throws Exception {
            this.wire = wire;
            socket = new TServerSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server = new TThreadPoolServer(new TThreadPoolServer.Args(socket)
                    .processor(processor)
                    .protocolFactory(wire.protocols)
                    .transportFactory(wire.framed ? new TFramedTransport.Factory() : new TTransportFactory()));
            new Thread(server::serve).start();
        }

        /** A protocol over an open connection. */
        TProtocol open() throws TException {
            TTransport plain = new TSocket("localhost", socket.getServerSocket().getLocalPort());
            TTransport transport = wire.framed ? new TFramedTransport(plain) : plain;
            transport.open();
            return wire.protocols.getProtocol(transport);
        }

        @Override
        public void close() {
            server.stop();
        }
    }

    /** What libthrift's compiler makes of the service, for the server: a table of functions over structs. */
    private static final class Functions extends TBaseProcessor<Shop> {
        @SuppressWarnings("rawtypes") // as libthrift has it
        private static Map<String, ProcessFunction<Shop, ? extends TBase, ? extends TBase>> table() {
            return Map.of(
                    "find",
                    new Function<>("find", Shop.Calls.FindArgs.BINARY, Shop.Calls.FindResult.BINARY, (shop, args) -> {
                        if (args.getSku().equals("missing")) {
                            return new Shop.Calls.FindResult().setMissing(new Missing().setSku("missing"));
                        } else if (args.getSku().equals("bug")) {
                            throw new IllegalStateException("secret");
                        }
                        return new Shop.Calls.FindResult().setSuccess(shop.find(args.getSku()));
                    }),
                    "forget",
                    new Function<>("forget", Shop.Calls.ForgetArgs.BINARY, Shop.Calls.FindResult.BINARY, (shop, args) -> {
                        shop.forget(args.getSku(), args.getNumbers());
                        return new Shop.Calls.FindResult();
                    }),
                    "ping",
                    new Function<>("ping", Base.Calls.PingArgs.BINARY, Base.Calls.PingResult.BINARY, (shop, args) -> {
                        shop.ping();
                        return new Base.Calls.PingResult();
                    }));
        }

        Functions(Shop shop) {
            super(shop, table());
        }

        private interface Body<A, R> {
            R call(Shop shop, A args) throws Exception;
        }

        private static final class Function<A extends Message<A>, R extends Message<R>>
                extends ProcessFunction<Shop, Bridged<A>, Bridged<R>> {
            private final Codec<A> args;
            private final Codec<R> result;
            private final Body<A, R> body;

            Function(String name, Codec<A> args, Codec<R> result, Body<A, R> body) {
                super(name);
                this.args = args;
                this.result = result;
                this.body = body;
            }

            @Override
            public boolean isOneway() {
                return getMethodName().equals("forget");
            }

            @Override
            public Bridged<R> getResult(Shop shop, Bridged<A> arguments) throws TException {
                try {
                    return Bridge.of(result).wrap(body.call(shop, arguments.message()));
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new TException(e);
                }
            }

            @Override
            public Bridged<A> getEmptyArgsInstance() {
                return Bridge.of(args).wrap(args.decode(new byte[1]));
            }

            @Override
            public Bridged<R> getEmptyResultInstance() {
                return Bridge.of(result).wrap(result.decode(new byte[1]));
            }
        }
    }

    /** What libthrift's compiler makes of the service, for the client. */
    private static final class Caller extends TServiceClient {
        Caller(TProtocol protocol) {
            super(protocol);
        }

        <A extends Message<A>> void send(String name, Codec<A> codec, A args) throws TException {
            sendBase(name, Bridge.of(codec).wrap(args));
        }

        <A extends Message<A>> void sendOneway(String name, Codec<A> codec, A args) throws TException {
            sendBaseOneway(name, Bridge.of(codec).wrap(args));
        }

        <R extends Message<R>> R receive(String name, Codec<R> codec) throws TException {
            Bridged<R> result = Bridge.of(codec).wrap(codec.decode(new byte[1]));
            receiveBase(result, name);
            return result.message();
        }

        Shop.Calls.FindResult find(String sku) throws TException {
            send("find", Shop.Calls.FindArgs.BINARY, new Shop.Calls.FindArgs().setSku(sku));
            return receive("find", Shop.Calls.FindResult.BINARY);
        }
    }

    private static Item item(String sku) {
        return new Item().setSku(sku).setPrice(sku.length());
    }

    private static void eachWire(TProcessor processor, Check check) throws Exception {
        for (Wire wire : Wire.values()) {
            try (Served served = new Served(processor, wire)) {
                TProtocol protocol = served.open();
                try (TTransport opened = protocol.getTransport()) {
                    assertTrue(opened.isOpen());
                    check.run(protocol);
                }
            }
        }
    }

    private interface Check {
        void run(TProtocol protocol) throws Exception;
    }

    private static void withThreads(ThreadCheck check) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            check.run(threads);
        } finally {
            threads.shutdown();
            assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
        }
    }

    private interface ThreadCheck {
        void run(ExecutorService threads) throws Exception;
    }

    public static void libthriftClientCallsOurHandlers() throws Exception {
        for (boolean async : new boolean[] {false, true}) {
            ThriftCalls.Selling selling = new ThriftCalls.Selling();
            Router router = Router.of(
                    async ? Shop.Async.handlers(new ThriftCalls.Async(selling)) : Shop.handlers(selling));
            eachWire(new Processor(router), protocol -> {
                Caller client = new Caller(protocol);
                assertEquals(item("abc"), client.find("abc").getSuccess());
                assertEquals("missing", client.find("missing").getMissing().getSku());
                TApplicationException e = assertThrows(TApplicationException.class, () -> client.find("bug"));
                assertEquals(TApplicationException.INTERNAL_ERROR, e.getType());
                assertEquals("Internal error processing find", e.getMessage());
                client.send("sell", Shop.Calls.FindArgs.BINARY, new Shop.Calls.FindArgs().setSku("a"));
                e = assertThrows(
                        TApplicationException.class, () -> client.receive("sell", Shop.Calls.FindResult.BINARY));
                assertEquals(TApplicationException.UNKNOWN_METHOD, e.getType());
                assertEquals("Invalid method name: 'sell'", e.getMessage());
                client.send("chat", Item.BINARY, item("a"));
                e = assertThrows(
                        TApplicationException.class, () -> client.receive("chat", Shop.Calls.FindResult.BINARY));
                assertEquals(TApplicationException.UNKNOWN_METHOD, e.getType());
                client.sendOneway(
                        "forget",
                        Shop.Calls.ForgetArgs.BINARY,
                        new Shop.Calls.ForgetArgs().setSku("a").setNumbers(List.of(1, 2)));
                client.send("ping", Base.Calls.PingArgs.BINARY, new Base.Calls.PingArgs());
                client.receive("ping", Base.Calls.PingResult.BINARY);
                selling.forgotten.await();
            });
        }
    }

    public static void ourStubsCallLibthriftServer() throws Exception {
        ThriftCalls.Selling selling = new ThriftCalls.Selling();
        withThreads(threads -> eachWire(new Functions(selling), protocol -> {
            Shop shop = Shop.client(ProtocolChannel.of(protocol, threads));
            assertEquals(item("abc"), shop.find("abc"));
            assertEquals("missing", assertThrows(Missing.class, () -> shop.find("missing")).getSku());
            RpcException e = assertThrows(RpcException.class, () -> shop.find("bug"));
            assertEquals(Status.INTERNAL, e.status());
            assertTrue(e.isRemote());
            assertEquals(
                    dev.fastcodec.thrift.TApplicationException.Code.INTERNAL_ERROR,
                    assertInstanceOf(dev.fastcodec.thrift.TApplicationException.class, e.getCause()).getType());
            e = assertThrows(RpcException.class, () -> shop.add(1, 2));
            assertEquals(Status.UNIMPLEMENTED, e.status());
            assertThrows(EncodeException.class, () -> shop.find("\ud800"));
            assertEquals(Status.UNIMPLEMENTED, assertThrows(RpcException.class, () -> shop.list(item("a")).next()).status());
            shop.forget("a", List.of(1, 2));
            assertEquals(item("x"), shop.find("x"));
            selling.forgotten.await();
        }));
    }

    public static void servicesAreMultiplexedBothWays() throws Exception {
        Router router = Router.of(Shop.handlers(new ThriftCalls.Selling()), Other.handlers(sku -> item("other")));
        eachWire(new Processor(router.fallback("Other")), protocol -> {
            assertEquals(item("abc"), new Caller(new TMultiplexedProtocol(protocol, "Shop")).find("abc").getSuccess());
            assertEquals(
                    item("other"), new Caller(new TMultiplexedProtocol(protocol, "Other")).find("abc").getSuccess());
            assertEquals(item("other"), new Caller(protocol).find("abc").getSuccess());
            TApplicationException e = assertThrows(
                    TApplicationException.class, () -> new Caller(new TMultiplexedProtocol(protocol, "No")).find("a"));
            assertEquals(TApplicationException.UNKNOWN_METHOD, e.getType());
        });
        assertThrows(IllegalStateException.class, () -> new Processor(router));
        TMultiplexedProcessor multiplexed = new TMultiplexedProcessor();
        multiplexed.registerProcessor("Shop", new Functions(new ThriftCalls.Selling()));
        multiplexed.registerProcessor("Other", new Processor(Router.of(Other.handlers(sku -> item("other")))));
        withThreads(threads -> eachWire(multiplexed, protocol -> {
            Channel channel = ProtocolChannel.multiplexed(protocol, threads);
            assertEquals(item("abc"), Shop.client(channel).find("abc"));
            assertEquals(item("other"), Other.client(channel).find("abc"));
            Channel ofShop = ProtocolChannel.of(new TMultiplexedProtocol(protocol, "Shop"), threads);
            assertEquals(item("abc"), Shop.client(ofShop).find("abc"));
        }));
    }

    public static void callsOfManyThreadsGoOneAfterTheOther() throws Exception {
        withThreads(threads -> eachWire(new Processor(Router.of(Shop.handlers(new ThriftCalls.Selling()))), protocol -> {
            Shop.Async shop = Shop.Async.client(ProtocolChannel.of(protocol, threads));
            List<Runnable> waiting = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int n = i;
                var sum = shop.add(n, 1).toCompletableFuture();
                waiting.add(() -> assertEquals(n + 1, sum.join()));
            }
            waiting.forEach(Runnable::run);
            assertEquals(
                    Map.of("BIGn", List.of(2)),
                    shop.count(Kind.BIG, Set.of("n"), new byte[2]).toCompletableFuture().join());
        }));
    }

    public static void deadlinesEndCallsAndBrokenConnectionsAreSaid() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        TProcessor slow = new Processor(Router.of(Other.handlers(sku -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return item(sku);
        })));
        withThreads(threads -> {
            Served served = new Served(slow, Wire.FRAMED_BINARY);
            TProtocol protocol = served.open();
            Channel channel = ProtocolChannel.of(protocol, threads);
            RpcException e = assertThrows(
                    RpcException.class, () -> Other.client(channel.with(Duration.ofMillis(30))).find("a"));
            assertEquals(Status.DEADLINE_EXCEEDED, e.status());
            release.countDown();
            assertEquals(item("b"), Other.client(channel).find("b"));
            protocol.getTransport().close();
            for (int i = 0; i < 2; i++) {
                e = assertThrows(RpcException.class, () -> Other.client(channel).find("c"));
                assertEquals(Status.UNAVAILABLE, e.status());
                assertFalse(e.isRemote());
            }
            served.close();
        });
    }
}

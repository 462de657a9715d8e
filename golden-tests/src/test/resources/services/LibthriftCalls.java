package calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.apache.thrift.TFieldIdEnum;
import org.apache.thrift.TMultiplexedProcessor;
import org.apache.thrift.TProcessor;
import org.apache.thrift.TServiceClient;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TJSONProtocol;
import org.apache.thrift.protocol.TMultiplexedProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolFactory;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;
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

    /** The result of a function, as libthrift's compiler makes it. */
    private static final class Result implements TBase<Result, TFieldIdEnum> {
        private static final long serialVersionUID = 1;

        private static final TStruct NAME = new TStruct("result");

        private transient Item success;
        private transient Missing missing;

        @Override
        public void read(TProtocol in) throws TException {
            in.readStructBegin();
            for (TField f = in.readFieldBegin(); f.type != TType.STOP; f = in.readFieldBegin()) {
                switch (f.id) {
                    case 0 -> success = Bridge.of(Item.BINARY).read(in);
                    case 1 -> missing = Bridge.of(Missing.BINARY).read(in);
                    default -> TProtocolUtil.skip(in, f.type);
                }
                in.readFieldEnd();
            }
            in.readStructEnd();
        }

        @Override
        public void write(TProtocol out) throws TException {
            out.writeStructBegin(NAME);
            if (success != null) {
                out.writeFieldBegin(new TField("success", TType.STRUCT, (short) 0));
                Bridge.of(Item.BINARY).write(success, out);
                out.writeFieldEnd();
            }
            if (missing != null) {
                out.writeFieldBegin(new TField("missing", TType.STRUCT, (short) 1));
                Bridge.of(Missing.BINARY).write(missing, out);
                out.writeFieldEnd();
            }
            out.writeFieldStop();
            out.writeStructEnd();
        }

        @Override
        public TFieldIdEnum fieldForId(int id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isSet(TFieldIdEnum field) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getFieldValue(TFieldIdEnum field) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setFieldValue(TFieldIdEnum field, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Result deepCopy() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void clear() {
            success = null;
            missing = null;
        }

        @Override
        public int compareTo(Result other) {
            throw new UnsupportedOperationException();
        }
    }

    /** What libthrift's compiler makes of the service, for the server: a table of functions over structs. */
    private static final class Functions extends TBaseProcessor<Shop> {
        @SuppressWarnings("rawtypes") // as libthrift has it
        private static Map<String, ProcessFunction<Shop, ? extends TBase, ? extends TBase>> table() {
            return Map.of(
                    "find",
                    new Function<>("find", FindRequest.BINARY, (shop, args, result) -> {
                        if (args.getSku().equals("missing")) {
                            result.missing = new Missing().setSku("missing");
                        } else if (args.getSku().equals("bug")) {
                            throw new IllegalStateException("secret");
                        } else {
                            result.success = shop.find(args.getSku());
                        }
                    }),
                    "forget",
                    new Function<>(
                            "forget",
                            ForgetRequest.BINARY,
                            (shop, args, result) -> shop.forget(args.getSku(), args.getNumbers())),
                    "ping",
                    new Function<>("ping", Nothing.BINARY, (shop, args, result) -> shop.ping()));
        }

        Functions(Shop shop) {
            super(shop, table());
        }

        private interface Body<A> {
            void call(Shop shop, A args, Result result) throws Exception;
        }

        private static final class Function<A extends Message<A>> extends ProcessFunction<Shop, Bridged<A>, Result> {
            private final Codec<A> args;
            private final Body<A> body;

            Function(String name, Codec<A> args, Body<A> body) {
                super(name);
                this.args = args;
                this.body = body;
            }

            @Override
            public boolean isOneway() {
                return getMethodName().equals("forget");
            }

            @Override
            public Result getResult(Shop shop, Bridged<A> arguments) throws TException {
                Result result = new Result();
                try {
                    body.call(shop, arguments.message(), result);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new TException(e);
                }
                return result;
            }

            @Override
            public Bridged<A> getEmptyArgsInstance() {
                return Bridge.of(args).wrap(args.decode(new byte[1]));
            }

            @Override
            public Result getEmptyResultInstance() {
                return new Result();
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

        Result receive(String name) throws TException {
            Result result = new Result();
            receiveBase(result, name);
            return result;
        }

        Result find(String sku) throws TException {
            send("find", FindRequest.BINARY, new FindRequest().setSku(sku));
            return receive("find");
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
                assertEquals(item("abc"), client.find("abc").success);
                assertEquals("missing", client.find("missing").missing.getSku());
                TApplicationException e = assertThrows(TApplicationException.class, () -> client.find("bug"));
                assertEquals(TApplicationException.INTERNAL_ERROR, e.getType());
                assertEquals("Internal error processing find", e.getMessage());
                client.send("sell", FindRequest.BINARY, new FindRequest().setSku("a"));
                e = assertThrows(TApplicationException.class, () -> client.receive("sell"));
                assertEquals(TApplicationException.UNKNOWN_METHOD, e.getType());
                assertEquals("Invalid method name: 'sell'", e.getMessage());
                client.send("chat", Item.BINARY, item("a"));
                e = assertThrows(TApplicationException.class, () -> client.receive("chat"));
                assertEquals(TApplicationException.UNKNOWN_METHOD, e.getType());
                client.sendOneway(
                        "forget",
                        ForgetRequest.BINARY,
                        new ForgetRequest().setSku("a").setNumbers(List.of(1, 2)));
                client.send("ping", Nothing.BINARY, new Nothing());
                client.receive("ping");
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
            assertEquals(item("abc"), new Caller(new TMultiplexedProtocol(protocol, "Shop")).find("abc").success);
            assertEquals(
                    item("other"), new Caller(new TMultiplexedProtocol(protocol, "Other")).find("abc").success);
            assertEquals(item("other"), new Caller(protocol).find("abc").success);
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

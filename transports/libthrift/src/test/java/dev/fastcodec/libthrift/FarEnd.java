package dev.fastcodec.libthrift;

import dev.fastcodec.libthrift.ApacheServer.Kind;
import dev.fastcodec.netty.ClientOptions;
import dev.fastcodec.netty.Framing;
import dev.fastcodec.netty.NettyChannel;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.Payload;
import java.lang.reflect.InvocationHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.thrift.TMultiplexedProcessor;
import org.apache.thrift.TProcessor;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolFactory;
import org.apache.thrift.transport.TSocket;
import org.apache.thrift.transport.TTransport;
import org.apache.thrift.transport.TTransportException;
import org.apache.thrift.transport.layered.TFramedTransport;

/** How our client calls Apache's server. */
enum FarEnd {
    NETTY_THREADED_SELECTOR(true, Kind.THREADED_SELECTOR, Framing.FRAMED, Payload.BINARY, false),
    NETTY_HALF_SYNC_COMPACT(true, Kind.HALF_SYNC_HALF_ASYNC, Framing.FRAMED, Payload.COMPACT, false),
    NETTY_THREAD_POOL(true, Kind.THREAD_POOL, Framing.UNFRAMED, Payload.BINARY, false),
    NETTY_THREAD_POOL_COMPACT(true, Kind.THREAD_POOL, Framing.UNFRAMED, Payload.COMPACT, false),
    NETTY_MULTIPLEXED(true, Kind.THREADED_SELECTOR, Framing.FRAMED, Payload.BINARY, true),
    BRIDGE_HALF_SYNC(false, Kind.HALF_SYNC_HALF_ASYNC, Framing.FRAMED, Payload.BINARY, false),
    BRIDGE_MULTIPLEXED_COMPACT(false, Kind.THREAD_POOL, Framing.UNFRAMED, Payload.COMPACT, true);

    private final boolean netty;
    private final Kind kind;
    private final Framing framing;
    private final Payload payload;
    private final boolean multiplexed;

    FarEnd(boolean netty, Kind kind, Framing framing, Payload payload, boolean multiplexed) {
        this.netty = netty;
        this.kind = kind;
        this.framing = framing;
        this.payload = payload;
        this.multiplexed = multiplexed;
    }

    static TProtocolFactory protocols(Payload payload) {
        return payload == Payload.COMPACT ? new TCompactProtocol.Factory() : new TBinaryProtocol.Factory();
    }

    /** A socket of libthrift's to a port of this machine. */
    static TTransport connect(int port, Framing framing) throws TTransportException {
        TSocket socket = new TSocket(InetAddress.getLoopbackAddress().getHostAddress(), port, 20_000);
        TTransport transport = framing == Framing.FRAMED ? new TFramedTransport(socket) : socket;
        transport.open();
        return transport;
    }

    /** A server, and a channel to it. */
    record Opened(Channel channel, List<AutoCloseable> all) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            for (AutoCloseable each : all) {
                each.close();
            }
        }
    }

    /** Starts a server whose handler does what is said, and connects to it. */
    Opened open(ApacheService<?> service, InvocationHandler handler) throws TTransportException {
        TProcessor processor = service.processor(handler);
        if (multiplexed) {
            TMultiplexedProcessor several = new TMultiplexedProcessor();
            several.registerProcessor(service.name(), processor);
            processor = several;
        }
        List<AutoCloseable> all = new ArrayList<>();
        ApacheServer server = new ApacheServer(kind, protocols(payload), processor);
        if (netty) {
            ClientOptions options =
                    ClientOptions.DEFAULT.framing(framing).payload(payload).multiplexed(multiplexed);
            NettyChannel channel =
                    NettyChannel.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), options);
            all.add(channel);
            all.add(server);
            return new Opened(channel, all);
        }
        TTransport transport = connect(server.port(), framing);
        TProtocol protocol = protocols(payload).getProtocol(transport);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        all.add(transport::close);
        all.add(executor::shutdown);
        all.add(server);
        Channel channel =
                multiplexed ? ProtocolChannel.multiplexed(protocol, executor) : ProtocolChannel.of(protocol, executor);
        return new Opened(channel, all);
    }
}

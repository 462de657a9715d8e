package dev.fastcodec.libthrift;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.apache.thrift.TProcessor;
import org.apache.thrift.protocol.TProtocolFactory;
import org.apache.thrift.server.THsHaServer;
import org.apache.thrift.server.TServer;
import org.apache.thrift.server.TThreadPoolServer;
import org.apache.thrift.server.TThreadedSelectorServer;
import org.apache.thrift.transport.TNonblockingServerSocket;
import org.apache.thrift.transport.TServerSocket;
import org.apache.thrift.transport.TTransportException;

/** One of libthrift's servers, on loopback. */
final class ApacheServer implements AutoCloseable {
    private final TServer server;
    private final int port;
    private final Thread thread;

    /** What there is of them that serves several connections; the first two have frames, the last has none. */
    enum Kind {
        THREADED_SELECTOR,
        HALF_SYNC_HALF_ASYNC,
        THREAD_POOL
    }

    ApacheServer(Kind kind, TProtocolFactory protocols, TProcessor processor) {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (kind == Kind.THREAD_POOL) {
                TServerSocket socket = new TServerSocket(any);
                port = socket.getServerSocket().getLocalPort();
                server = new TThreadPoolServer(new TThreadPoolServer.Args(socket)
                        .processor(processor)
                        .protocolFactory(protocols)
                        .stopTimeoutVal(1)
                        .stopTimeoutUnit(TimeUnit.SECONDS));
            } else {
                TNonblockingServerSocket socket = new TNonblockingServerSocket(any);
                port = socket.getPort();
                server = kind == Kind.THREADED_SELECTOR
                        ? new TThreadedSelectorServer(new TThreadedSelectorServer.Args(socket)
                                .processor(processor)
                                .protocolFactory(protocols))
                        : new THsHaServer(new THsHaServer.Args(socket)
                                .processor(processor)
                                .protocolFactory(protocols));
            }
        } catch (TTransportException e) {
            throw new IllegalStateException(e);
        }
        thread = new Thread(server::serve, "apache-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.stop();
    }
}

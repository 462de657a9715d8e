package dev.fastcodec.bench.rpc;

import dev.fastcodec.bench.libthrift.Echo;
import dev.fastcodec.bench.libthrift.Text;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.BiConsumer;
import org.apache.thrift.TException;
import org.apache.thrift.async.AsyncMethodCallback;
import org.apache.thrift.async.TAsyncClientManager;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.server.TThreadedSelectorServer;
import org.apache.thrift.transport.TNonblockingServerSocket;
import org.apache.thrift.transport.TNonblockingSocket;
import org.apache.thrift.transport.TSocket;
import org.apache.thrift.transport.layered.TFramedTransport;
import org.jspecify.annotations.Nullable;

/** libthrift: its TThreadedSelectorServer as it comes, and its clients, of which each has a connection of its own and makes one call at a time. */
final class LibthriftEngine implements Engine {
    @Override
    public int serve() throws TException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        TNonblockingServerSocket socket = new TNonblockingServerSocket(address);
        Echo.Iface same = text -> text;
        TThreadedSelectorServer server = new TThreadedSelectorServer(
                new TThreadedSelectorServer.Args(socket).processor(new Echo.Processor<>(same)));
        Thread thread = new Thread(server::serve, "libthrift-server");
        thread.setDaemon(true);
        thread.start();
        return socket.getPort();
    }

    @Override
    public Client connect(int port, Link link) throws Exception {
        TAsyncClientManager manager = new TAsyncClientManager();
        return () -> new Stubs(port, manager);
    }

    /** One of each kind of client, connected when it is first called. */
    private static final class Stubs implements Caller {
        private final int port;
        private final TAsyncClientManager manager;
        private Echo.@Nullable Client waiting;
        private Echo.@Nullable AsyncClient async;

        Stubs(int port, TAsyncClientManager manager) {
            this.port = port;
            this.manager = manager;
        }

        @Override
        public String call(String text) throws TException {
            Echo.Client client = waiting;
            if (client == null) {
                TFramedTransport transport = new TFramedTransport(new TSocket("127.0.0.1", port));
                transport.open();
                client = new Echo.Client(new TBinaryProtocol(transport));
                waiting = client;
            }
            return client.echo(new Text().setText(text)).getText();
        }

        @Override
        public void start(String text, BiConsumer<@Nullable String, @Nullable Throwable> end) throws Exception {
            Echo.AsyncClient client = async;
            if (client == null) {
                client = new Echo.AsyncClient(
                        new TBinaryProtocol.Factory(), manager, new TNonblockingSocket("127.0.0.1", port));
                async = client;
            }
            client.echo(new Text().setText(text), new AsyncMethodCallback<>() {
                @Override
                public void onComplete(Text answer) {
                    end.accept(answer.getText(), null);
                }

                @Override
                public void onError(Exception failure) {
                    end.accept(null, failure);
                }
            });
        }
    }
}

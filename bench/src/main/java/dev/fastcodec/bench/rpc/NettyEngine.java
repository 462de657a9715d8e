package dev.fastcodec.bench.rpc;

import dev.fastcodec.bench.thrift.Echo;
import dev.fastcodec.bench.thrift.Text;
import dev.fastcodec.netty.ClientOptions;
import dev.fastcodec.netty.Framing;
import dev.fastcodec.netty.NettyChannel;
import dev.fastcodec.netty.NettyServer;
import dev.fastcodec.netty.ServerOptions;
import dev.fastcodec.rpc.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Ours: Thrift over Netty, the handler one that may block. */
final class NettyEngine implements Engine {
    @Override
    public int serve() throws IOException {
        Echo same = text -> text;
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return NettyServer.start(address, Router.of(Echo.handlers(same)), ServerOptions.DEFAULT)
                .address()
                .getPort();
    }

    @Override
    public Client connect(int port, Link link) {
        NettyChannel channel = NettyChannel.to("127.0.0.1", port, options(link));
        Caller caller = new Stubs(Echo.client(channel), Echo.Async.client(channel));
        return () -> caller;
    }

    private static ClientOptions options(Link link) {
        ClientOptions options = ClientOptions.DEFAULT;
        return switch (link) {
            case FRAMED -> options;
            case FRAMED_POOLED -> options.connections(RpcBench.CALLS);
            case TTHEADER -> options.framing(Framing.TTHEADER);
            case TTHEADER_SHARED -> options.framing(Framing.TTHEADER).connections(1);
            case GRPC -> throw new IllegalArgumentException("no gRPC over Netty alone");
        };
    }

    private record Stubs(Echo waiting, Echo.Async async) implements Caller {
        @Override
        public String call(String text) {
            return waiting.echo(new Text().setText(text)).getText();
        }

        @Override
        public void start(String text, BiConsumer<@Nullable String, @Nullable Throwable> end) {
            async.echo(new Text().setText(text))
                    .whenComplete((answer, failure) -> end.accept(answer == null ? null : answer.getText(), failure));
        }
    }
}

package dev.fastcodec.grpc;

import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Router;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A server of grpc-java on loopback, and a channel to it. */
final class Loopback implements AutoCloseable {
    final Server server;
    final ManagedChannel channel;

    private Loopback(Server server, ManagedChannel channel) {
        this.server = server;
        this.channel = channel;
    }

    static Loopback of(Handler<?, ?>... handlers) {
        return of(GrpcServices.of(Router.of(List.of(handlers))));
    }

    static Loopback of(List<ServerServiceDefinition> services) {
        return of(s -> s.addServices(services), c -> {});
    }

    static Loopback of(Consumer<NettyServerBuilder> ofServer, Consumer<NettyChannelBuilder> ofChannel) {
        NettyServerBuilder s =
                NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ofServer.accept(s);
        try {
            Server server = s.build().start();
            NettyChannelBuilder c = NettyChannelBuilder.forAddress(
                            server.getListenSockets().get(0))
                    .usePlaintext();
            ofChannel.accept(c);
            return new Loopback(server, c.build());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    GrpcChannel ours() {
        return GrpcChannel.of(channel);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
        try {
            if (!channel.awaitTermination(10, TimeUnit.SECONDS) || !server.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new AssertionError("grpc-java does not stop");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

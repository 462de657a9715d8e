package dev.fastcodec.bench.rpc;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Function;

/**
 * grpc-java with some stubs on it, all calls on one connection.
 *
 * @param services what the server serves
 * @param stubs what calls it
 */
record GrpcEngine(List<ServerServiceDefinition> services, Function<ManagedChannel, Caller> stubs) implements Engine {
    @Override
    public int serve() throws IOException {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addServices(services)
                .build()
                .start();
        return server.getPort();
    }

    @Override
    public Client connect(int port, Link link) {
        Caller caller = stubs.apply(
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build());
        return () -> caller;
    }
}

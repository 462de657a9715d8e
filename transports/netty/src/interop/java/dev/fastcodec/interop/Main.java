package dev.fastcodec.interop;

import dev.fastcodec.grpc.GrpcServices;
import dev.fastcodec.interop.parcels.Parcels;
import dev.fastcodec.interop.post.Post;
import dev.fastcodec.interop.shop.Aisle;
import dev.fastcodec.interop.shop.Belt;
import dev.fastcodec.interop.shop.Shop;
import dev.fastcodec.netty.NettyServer;
import dev.fastcodec.netty.ServerOptions;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Router;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Fastcodec's side of the interop runs. {@code server} and {@code grpc-server} print their port and serve until their input ends;
 * {@code client PEER PORT} and {@code grpc-client PORT} call a server of the same services and print a line for each case: ok or FAIL, its name, and why.
 */
public final class Main {
    private Main() {}

    /** Runs. */
    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].equals("server")) {
            serve();
        } else if (args.length == 1 && args[0].equals("grpc-server")) {
            serveGrpc();
        } else if (args.length == 3 && args[0].equals("client")) {
            Checks checks = new Checks();
            new Cases(checks, Integer.parseInt(args[2])).run(Peer.of(args[1]));
            System.exit(checks.failed() > 0 ? 1 : 0);
        } else if (args.length == 2 && args[0].equals("grpc-client")) {
            Checks checks = new Checks();
            GrpcCases.run(checks, Integer.parseInt(args[1]));
            System.exit(checks.failed() > 0 ? 1 : 0);
        } else {
            System.err.println("usage: Main server | grpc-server | client kitex|volo|volo-single|apache PORT | grpc-client PORT");
            System.exit(2);
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static void serve() throws IOException {
        Router router = Router.of(
                        Shop.handlers(new ShopService()),
                        Aisle.handlers(what -> "aisle:" + what),
                        Belt.handlers(new BeltService()),
                        Post.handlers(PostService::send))
                .fallback("Shop");
        NettyServer server = NettyServer.start(anyPort(), router, ServerOptions.DEFAULT);
        System.out.println(server.address().getPort());
        System.in.readAllBytes();
        server.stop(Duration.ofSeconds(1));
    }

    private static void serveGrpc() throws IOException {
        List<Handler<?, ?>> thrift = new ArrayList<>(Belt.handlers(new BeltService()));
        Shop.handlers(new ShopService()).stream()
                .filter(handler -> GrpcServices.canServe(handler.method()))
                .forEach(thrift::add);
        Server server = NettyServerBuilder.forAddress(anyPort())
                .addServices(GrpcServices.of(Router.of(Parcels.handlers(new ParcelsService()))))
                .fallbackHandlerRegistry(GrpcServices.inAnyPackage(Router.of(thrift)))
                .build()
                .start();
        System.out.println(server.getPort());
        System.in.readAllBytes();
        server.shutdownNow();
    }
}

package dev.fastcodec.interop;

import dev.fastcodec.interop.post.Post;
import dev.fastcodec.interop.shop.Aisle;
import dev.fastcodec.interop.shop.Belt;
import dev.fastcodec.interop.shop.Shop;
import dev.fastcodec.netty.NettyServer;
import dev.fastcodec.netty.ServerOptions;
import dev.fastcodec.rpc.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;

/**
 * Fastcodec's side of the interop runs. {@code server} prints its port and serves until its input ends; {@code client PEER PORT} calls a server of the
 * same services and prints a line for each case: ok or FAIL, its name, and why.
 */
public final class Main {
    private Main() {}

    /** Runs. */
    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].equals("server")) {
            serve();
        } else if (args.length == 3 && args[0].equals("client")) {
            Cases cases = new Cases(Integer.parseInt(args[2]));
            cases.run(Peer.valueOf(args[1].toUpperCase(Locale.ROOT).replace('-', '_')));
            System.exit(cases.failed() > 0 ? 1 : 0);
        } else {
            System.err.println("usage: Main server | client kitex|volo|volo-single|apache PORT");
            System.exit(2);
        }
    }

    private static void serve() throws IOException {
        Router router = Router.of(
                        Shop.handlers(new ShopService()),
                        Aisle.handlers(what -> "aisle:" + what),
                        Belt.handlers(new BeltService()),
                        Post.handlers(PostService::send))
                .fallback("Shop");
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        NettyServer server = NettyServer.start(address, router, ServerOptions.DEFAULT);
        System.out.println(server.address().getPort());
        System.in.readAllBytes();
        server.stop(Duration.ofSeconds(1));
    }
}

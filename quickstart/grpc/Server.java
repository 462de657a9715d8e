import dev.fastcodec.grpc.GrpcServices;
import dev.fastcodec.grpc.Health;
import dev.fastcodec.grpc.Reflection;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Router;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.wkt.Timestamp;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import shop.Order;
import shop.Orders;
import shop.Progress;
import shop.Status;

/** Takes orders over gRPC: an implementation of the interface that Fastcodec made of the service, and a server of grpc-java around it. */
public final class Server implements Orders {
    private final AtomicLong lastId = new AtomicLong(1041);

    @Override
    public Order place(Order order) {
        if (order.getItems().isEmpty()) {
            throw new RpcException(dev.fastcodec.rpc.Status.INVALID_ARGUMENT, "nothing in it");
        }
        System.out.println("order of " + order.getCustomer() + " from " + Call.current().get(Call.PEER));
        return order.setId(lastId.incrementAndGet()).setStatus(Status.PLACED);
    }

    @Override
    public Iterator<Progress> follow(Order order) {
        // Pulled as the client reads; an endless iterator would do no harm.
        return Stream.of(Status.PLACED, Status.PAID, Status.SHIPPED, Status.DELIVERED)
                .map(status -> new Progress()
                        .setOrderId(order.getId())
                        .setStatus(status)
                        .setAt(new Timestamp().setSeconds(Instant.now().getEpochSecond())))
                .iterator();
    }

    public static void main(String[] args) throws Exception {
        Router services = Router.of(Orders.handlers(new Server()), new Health().handlers());
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        io.grpc.Server server = NettyServerBuilder.forAddress(address)
                .addServices(GrpcServices.of(services))
                .addServices(GrpcServices.of(Router.of(Reflection.of(services))))
                .build()
                .start();
        System.out.println("listening on 127.0.0.1:" + server.getPort());
        server.awaitTermination();
    }
}

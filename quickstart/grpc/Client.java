import dev.fastcodec.grpc.GrpcChannel;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.RpcException;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.Iterator;
import shop.Order;
import shop.Orders;
import shop.Progress;

/** Places an order over gRPC and follows it. */
public final class Client {
    public static void main(String[] args) {
        ManagedChannel grpc = NettyChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(args[0]))
                .usePlaintext()
                .build();
        Channel channel = GrpcChannel.of(grpc).with(Duration.ofSeconds(10));
        Orders orders = Orders.client(channel);

        Order order = new Order().setCustomer("Ada");
        order.addItems().setSku("lamp-3").setQuantity(2);
        order = orders.place(order);
        System.out.println("placed: " + order);

        Iterator<Progress> steps = orders.follow(order);
        while (steps.hasNext()) {
            System.out.println("order " + order.getId() + " is " + steps.next().getStatus());
        }

        try {
            orders.place(new Order());
        } catch (RpcException e) {
            System.out.println("refused: " + e.status() + ", " + e.text());
        }
        grpc.shutdown();
    }
}

import dev.fastcodec.netty.ClientOptions;
import dev.fastcodec.netty.Framing;
import dev.fastcodec.netty.NettyChannel;
import dev.fastcodec.rpc.RpcException;
import java.time.Duration;
import shop.inventory.Change;
import shop.inventory.Inventory;
import shop.inventory.OutOfStock;

/** Asks for stock over Thrift, in Kitex's TTHeader; without it the server understands as well. */
public final class Client {
    public static void main(String[] args) {
        ClientOptions options = ClientOptions.DEFAULT.framing(Framing.TTHEADER);
        try (NettyChannel channel = NettyChannel.to("127.0.0.1", Integer.parseInt(args[0]), options)) {
            Inventory inventory = Inventory.client(channel.with(Duration.ofSeconds(10)));

            System.out.println("found: " + inventory.find("lamp-3"));
            try {
                System.out.println("reserved: " + inventory.reserve("lamp-3", 10));
                System.out.println("reserved: " + inventory.reserve("lamp-3", 10));
            } catch (OutOfStock e) {
                System.out.println("out of stock: " + e.getSku() + ", " + e.getLeft() + " left");
            }
            inventory.changed("lamp-3", "south", new Change().setDelivered(20));

            try {
                inventory.find("chair-1");
            } catch (RpcException e) {
                System.out.println("refused: " + e.text());
            }
        }
    }
}

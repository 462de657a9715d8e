import dev.fastcodec.netty.NettyServer;
import dev.fastcodec.netty.ServerOptions;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Router;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import shop.inventory.Change;
import shop.inventory.Inventory;
import shop.inventory.InventoryConstants;
import shop.inventory.OutOfStock;
import shop.inventory.Product;

/** Keeps the shop's stock for programs that speak Thrift: an implementation of the interface that Fastcodec made of the service, behind a socket. */
public final class Server implements Inventory {
    private final Map<String, Product> products = new ConcurrentHashMap<>();

    private Server() {
        Product lamp = new Product().setSku("lamp-3").setTitle("Desk lamp");
        lamp.getStock().put("north", 14);
        lamp.getStock().put("south", 3);
        products.put(lamp.getSku(), lamp);
    }

    @Override
    public Product find(String sku) {
        Product found = products.get(sku);
        if (found == null) {
            throw new RpcException(Status.NOT_FOUND, "no product " + sku);
        }
        return found.copy();
    }

    @Override
    public synchronized Map<String, Integer> reserve(String sku, int pieces) throws OutOfStock {
        Product product = find(sku);
        for (String warehouse : InventoryConstants.PREFERRED) {
            int left = product.getStock().getOrDefault(warehouse, 0);
            if (left >= pieces) {
                product.getStock().put(warehouse, left - pieces);
                products.put(sku, product);
                return Map.of(warehouse, pieces);
            }
        }
        throw new OutOfStock().setSku(sku).setLeft(pieces(product));
    }

    @Override
    public List<Product> low(int below) {
        return products.values().stream().filter(p -> pieces(p) < below).toList();
    }

    @Override
    public void changed(String sku, String warehouse, Change change) {
        System.out.println(Call.current().get(Call.PEER) + " says of " + sku + " in " + warehouse + ": " + change);
    }

    private static int pieces(Product product) {
        return product.getStock().values().stream().mapToInt(Integer::intValue).sum();
    }

    public static void main(String[] args) throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        NettyServer server = NettyServer.start(address, Router.of(Inventory.handlers(new Server())), ServerOptions.DEFAULT);
        System.out.println("listening on 127.0.0.1:" + server.address().getPort());
        Thread.currentThread().join();
    }
}

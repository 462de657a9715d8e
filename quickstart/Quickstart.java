import dev.fastcodec.rpc.LocalChannel;
import dev.fastcodec.rpc.Router;
import java.util.List;
import java.util.Map;
import shop.Address;
import shop.Card;
import shop.Money;
import shop.Order;
import shop.OrderItem;
import shop.Status;
import shop.inventory.Change;
import shop.inventory.Inventory;
import shop.inventory.OutOfStock;
import shop.inventory.Product;
import shop.inventory.Unit;

/** Builds an order and a product, sends them through bytes, and prints what comes out. */
public final class Quickstart {
    private Quickstart() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        Order order = new Order()
                .setId(1042)
                .setCustomer("Ada")
                .setStatus(Status.PAID)
                .setShipTo(new Address().setName("Ada Lovelace").setCity("London").setCountry("GB"))
                .setTotal(new Money().setCurrency("GBP").setMinorUnits(3998))
                .setCard(new Card().setToken("tok_7").setLastFour("4242"));
        OrderItem lamps = order.addItems()
                .setSku("lamp-3")
                .setTitle("Desk lamp")
                .setQuantity(2)
                .setUnitPrice(new Money().setCurrency("GBP").setMinorUnits(1999));
        lamps.getChoices().put("colour", "blue");

        byte[] bytes = Order.PROTO.encode(order);
        Order back = Order.PROTO.decode(bytes);
        System.out.println(bytes.length + " bytes of Protobuf: " + back);
        for (OrderItem item : back.getItems()) {
            System.out.println(item.getQuantity() + " x " + item.getTitle() + " " + item.getChoices());
        }
        if (back.payment() instanceof Order.Payment.Card paid) {
            System.out.println("paid by card " + paid.value().getLastFour());
        }

        Product lamp = new Product().setSku("lamp-3").setTitle("Desk lamp").setUnit(Unit.PIECE);
        lamp.getStock().put("north", 14);
        bytes = Product.COMPACT.encode(lamp);
        System.out.println(bytes.length + " bytes of Thrift: " + Product.COMPACT.decode(bytes));
        System.out.println("as JSON: " + Product.JSON.encodeToString(lamp));

        bytes = Change.BINARY.encode(new Change().setSoldIn(order.getId()));
        System.out.println(bytes.length + " bytes of Thrift: " + Change.BINARY.decode(bytes));

        // A channel of transports/grpc or transports/netty goes to another program in the same way.
        Router services = Router.of(Inventory.handlers(new Warehouse(lamp)));
        Inventory inventory = Inventory.client(new LocalChannel(services, task -> new Thread(task).start()));
        System.out.println("found: " + inventory.find("lamp-3").getTitle());
        try {
            System.out.println("reserved: " + inventory.reserve("lamp-3", 2));
            inventory.reserve("lamp-3", 100);
        } catch (OutOfStock e) {
            System.out.println("only " + e.getLeft() + " left of " + e.getSku());
        }
    }

    /** What a server of the inventory implements. */
    private record Warehouse(Product product) implements Inventory {
        @Override
        public Product find(String sku) {
            return product;
        }

        @Override
        public Map<String, Integer> reserve(String sku, int pieces) throws OutOfStock {
            int left = product.getStock().get("north") - pieces;
            if (left < 0) {
                throw new OutOfStock().setSku(sku).setLeft(left + pieces);
            }
            product.getStock().put("north", left);
            return Map.of("north", pieces);
        }

        @Override
        public List<Product> low(int below) {
            return List.of();
        }

        @Override
        public void changed(String sku, String warehouse, Change change) {}
    }
}

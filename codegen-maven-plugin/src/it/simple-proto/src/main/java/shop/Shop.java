package shop;

/** Uses what is generated from src/main/proto. */
public final class Shop {
    private Shop() {}

    /** An order as bytes. */
    public static byte[] order(long id, String sku) {
        return Order.PROTO.encode(new Order().setId(id).setTotal(new Money().setCurrency("EUR")));
    }
}

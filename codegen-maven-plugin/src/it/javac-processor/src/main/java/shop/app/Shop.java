package shop.app;

import shop.Money;
import shop.Order;

/** Uses what javac makes. */
public final class Shop {
    private Shop() {}

    /** An order as bytes. */
    public static byte[] order(long id) {
        return Order.PROTO.encode(new Order().setId(id).setTotal(new Money().setCurrency("EUR")));
    }
}

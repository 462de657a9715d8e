package shop;

import shop.stock.Item;
import shop.stock.Unit;

/** Uses what is generated from src/main/thrift. */
public final class Stock {
    private Stock() {}

    /** An item as bytes. */
    public static byte[] item(String sku) {
        return Item.COMPACT.encode(new Item().setSku(sku).setUnit(Unit.PIECE));
    }
}

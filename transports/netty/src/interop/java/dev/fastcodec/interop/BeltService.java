package dev.fastcodec.interop;

import dev.fastcodec.interop.shop.Belt;
import dev.fastcodec.interop.shop.Item;
import java.util.Iterator;

/** Answers as the other programs' servers do. */
final class BeltService implements Belt {
    private final StreamService<Item> streams = new StreamService<>(Messages.ITEMS);

    @Override
    public Item one(Item item) {
        return item.copy().setSku(item.getSku() + "!");
    }

    @Override
    public Iterator<Item> count(Item item) {
        return streams.count(item);
    }

    @Override
    public Item sum(Iterator<Item> items) {
        return streams.sum(items);
    }

    @Override
    public Iterator<Item> chat(Iterator<Item> items) {
        return streams.chat(items);
    }

    @Override
    public Iterator<Item> sold(Item item) {
        throw new IllegalStateException("sold out");
    }
}

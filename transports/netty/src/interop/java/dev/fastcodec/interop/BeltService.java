package dev.fastcodec.interop;

import dev.fastcodec.interop.shop.Belt;
import dev.fastcodec.interop.shop.Item;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Call;
import java.util.Iterator;
import java.util.stream.IntStream;

/** Answers as the other programs' servers do. */
final class BeltService implements Belt {
    @Override
    public Item one(Item item) {
        return item.copy().setSku(item.getSku() + "!");
    }

    @Override
    public Iterator<Item> count(Item item) {
        Call call = Call.current();
        call.responseHeaders().put("h", "1");
        call.trailers().put("t", "2");
        call.sendHeaders();
        return switch (item.getSku()) {
            case "biz" -> throw new BizStatusException(404, "not found", ShopService.EXTRA);
            case "error" -> throw new IllegalStateException("broken");
            case "endless" ->
                IntStream.iterate(0, i -> i + 1)
                        .mapToObj(i -> new Item().setCount(i).setBlob(new byte[1000]))
                        .iterator();
            default ->
                IntStream.range(0, item.getCount())
                        .mapToObj(i -> new Item().setSku(item.getSku()).setCount(i))
                        .iterator();
        };
    }

    @Override
    public Item sum(Iterator<Item> items) {
        int sum = 0;
        while (items.hasNext()) {
            sum += items.next().getCount();
        }
        return new Item().setSku("sum").setCount(sum);
    }

    @Override
    public Iterator<Item> chat(Iterator<Item> items) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Item next() {
                Item item = items.next();
                return item.setSku(item.getSku() + "!");
            }
        };
    }
}

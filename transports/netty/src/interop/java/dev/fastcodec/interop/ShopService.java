package dev.fastcodec.interop;

import dev.fastcodec.interop.shop.Item;
import dev.fastcodec.interop.shop.OutOfStock;
import dev.fastcodec.interop.shop.Shop;
import dev.fastcodec.netty.wire.Metainfo;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers as the other programs' servers do. */
final class ShopService implements Shop {
    /** What goes with a business error, here and elsewhere. */
    static final Map<String, String> EXTRA = Map.of("k", "v", "ключ", "\"é\"\n𝄞");

    private final List<String> notes = new ArrayList<>();

    /** What find answers, here and elsewhere. */
    static Item item(String sku, int count) {
        byte[] blob = new byte[count];
        for (int i = 0; i < count; i++) {
            blob[i] = (byte) i;
        }
        Item item = new Item().setSku(sku).setCount(count).setBlob(blob);
        item.getTotals().put(sku, (long) count);
        return item;
    }

    @Override
    public Item find(String sku, int count) throws OutOfStock {
        if (count < 0) {
            OutOfStock gone = new OutOfStock();
            gone.setSku(sku);
            gone.setLeft(3);
            throw gone;
        }
        return item(sku, count);
    }

    @Override
    public void ping() {}

    @Override
    public void note(String text) {
        synchronized (notes) {
            notes.add(text);
        }
    }

    @Override
    public String ask(String what) {
        Call call = Call.current();
        int colon = what.indexOf(':');
        String name = what.substring(colon + 1);
        return switch (what.substring(0, Math.max(0, colon))) {
            case "transient" -> call.headers().get(Metainfo.TRANSIENT.key(name));
            case "persistent" -> call.headers().get(Metainfo.PERSISTENT.key(name));
            case "backward" -> {
                call.responseHeaders().put(name, "yes").put(Metainfo.BACKWARD.key(name), "yes");
                yield "sent";
            }
            default -> answer(what);
        };
    }

    private String answer(String what) {
        switch (what) {
            case "notes":
                synchronized (notes) {
                    return String.join(",", notes);
                }
            case "biz":
                throw new BizStatusException(404, "not found", EXTRA);
            case "error":
                throw new IllegalStateException("broken");
            default:
                return "shop:" + what;
        }
    }

    @Override
    public Item same(Item item) {
        return item;
    }
}

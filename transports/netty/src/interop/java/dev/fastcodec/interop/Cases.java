package dev.fastcodec.interop;

import static dev.fastcodec.interop.Checks.failure;
import static dev.fastcodec.interop.Checks.want;

import dev.fastcodec.interop.post.Letter;
import dev.fastcodec.interop.post.Post;
import dev.fastcodec.interop.shop.Aisle;
import dev.fastcodec.interop.shop.Item;
import dev.fastcodec.interop.shop.OutOfStock;
import dev.fastcodec.interop.shop.Shop;
import dev.fastcodec.netty.ClientOptions;
import dev.fastcodec.netty.Framing;
import dev.fastcodec.netty.NettyChannel;
import dev.fastcodec.netty.wire.Metainfo;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Calls a foreign server. */
final class Cases {
    private final InetSocketAddress address;
    private final Checks checks;

    Cases(Checks checks, int port) {
        this.checks = checks;
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    void run(Peer peer) {
        ClientOptions common = ClientOptions.DEFAULT.callTimeout(Duration.ofSeconds(10)).caller("fastcodec");
        for (Framing framing : peer.framings()) {
            String wire = framing.name().toLowerCase(Locale.ROOT).replace('_', '-');
            ClientOptions options = common.framing(framing);
            unary(wire, options);
            if (peer.readsCompact()) {
                unary(wire + "-compact", options.payload(Payload.COMPACT));
            }
            if (framing.hasHeader()) {
                try (NettyChannel channel = NettyChannel.to(address, options)) {
                    header(wire, channel, peer);
                }
            }
            if (framing.isFramed() && peer.isKitex()) {
                try (NettyChannel channel = NettyChannel.to(address, options.payload(Payload.PROTO))) {
                    protobuf(wire, channel, framing.hasHeader());
                }
            }
        }
        if (peer.framings().contains(Framing.TTHEADER)) {
            unary(
                    "ttheader-shared-checked",
                    common.framing(Framing.TTHEADER).connections(1).checksum(true));
        }
        if (peer.isKitex()) {
            try (NettyChannel channel = NettyChannel.to(address, common.framing(Framing.TTHEADER))) {
                // Kitex does not answer a stream of an unknown function
                StreamCases.belt(checks, "stream", channel, Status.DEADLINE_EXCEEDED);
            }
        }
    }

    private void unary(String wire, ClientOptions options) {
        try (NettyChannel channel = NettyChannel.to(address, options)) {
            unary(wire, channel);
        }
        // where nothing can say so, Volo closes the connection without a word
        checks.check(wire + "/unknown method", () -> {
            try (NettyChannel channel = NettyChannel.to(address, options)) {
                unknownMethod(channel);
            }
        });
    }

    private static void unknownMethod(Channel channel) {
        var later = dev.fastcodec.interop.later.Shop.client(channel);
        RpcException unknown = failure(RpcException.class, () -> later.missing("x"));
        want(Status.UNIMPLEMENTED, unknown.status());
    }

    private void unary(String wire, Channel channel) {
        Shop shop = Shop.client(channel);
        checks.check(wire + "/result", () -> want(ShopService.item("lamp", 9), shop.find("lamp", 9)));
        checks.check(wire + "/large", () -> want(ShopService.item("lamp", 1 << 20), shop.find("lamp", 1 << 20)));
        shapes().forEach((name, item) -> checks.check(wire + "/" + name, () -> want(item, shop.same(item))));
        checks.check(wire + "/declared exception", () -> {
            OutOfStock gone = failure(OutOfStock.class, () -> shop.find("lamp", -1));
            want("lamp", gone.getSku());
            want(3, gone.getLeft());
        });
        checks.check(wire + "/undeclared exception", () -> {
            RpcException broken = failure(RpcException.class, () -> shop.ask("error"));
            want(true, broken.getMessage().contains("broken"));
            want(true, broken.isRemote());
            want(Status.UNKNOWN, broken.status());
        });
        checks.check(wire + "/void", shop::ping);
        checks.check(wire + "/oneway", () -> {
            shop.note(wire + "a");
            shop.note(wire + "b");
            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            for (String notes = ""; !notes.contains(wire + "a") || !notes.contains(wire + "b"); notes = shop.ask("notes")) {
                want(true, System.nanoTime() < until);
            }
        });
        checks.check(wire + "/concurrent", () -> {
            Shop.Async async = Shop.Async.client(channel);
            List<CompletableFuture<Item>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                all.add(async.find("lamp", i).toCompletableFuture());
            }
            for (int i = 0; i < 64; i++) {
                want(i, all.get(i).get().getCount());
            }
        });
    }

    /** Items that come back as they are sent. */
    private static Map<String, Item> shapes() {
        Map<String, Item> shapes = new LinkedHashMap<>();
        shapes.put("empty values", new Item().setSku("").setBlob(new byte[0]).setTotals(Map.of()));
        shapes.put("extremes", ShopService.item("grüße 灯 𝄞\0", 256).setCount(Integer.MIN_VALUE));
        Item many = new Item().setSku("m").setCount(Integer.MAX_VALUE).setBlob(new byte[] {-1, -1, -1});
        for (long i = 0; i < 2000; i++) {
            many.getTotals().put("total " + i, i << 40);
        }
        shapes.put("many entries", many);
        shapes.put("large request", ShopService.item("l", 3 << 20));
        return shapes;
    }

    private void header(String wire, Channel channel, Peer peer) {
        Shop shop = Shop.client(channel);
        if (peer.hasBusinessErrors()) {
            checks.check(wire + "/business error", () -> {
                BizStatusException biz = failure(BizStatusException.class, () -> shop.ask("biz"));
                want(404, biz.code());
                want("not found", biz.getMessage());
                want(ShopService.EXTRA, biz.extra());
            });
        }
        if (peer.hasSeveralServices()) {
            checks.check(wire + "/two services", () -> {
                want("shop:x", shop.ask("x"));
                want("aisle:x", Aisle.client(channel).ask("x"));
            });
        }
        checks.check(wire + "/transient metadata", () -> {
            Metadata metadata = new Metadata().put(Metainfo.TRANSIENT.key("TOKEN"), "t1");
            want("t1", Shop.client(channel.with(metadata)).ask("transient:TOKEN"));
        });
        checks.check(wire + "/persistent metadata", () -> {
            Metadata metadata = new Metadata().put(Metainfo.PERSISTENT.key("USER"), "u1");
            want("u1", Shop.client(channel.with(metadata)).ask("persistent:USER"));
        });
        checks.check(wire + "/backward metadata", () -> {
            AtomicReference<String> seen = new AtomicReference<>();
            String key = peer.isKitex() ? "SEEN" : Metainfo.BACKWARD.key("SEEN");
            Channel listening = channel.with(call -> call.onHeaders(h -> seen.set(h.get(key))));
            Shop.client(listening).ask("backward:SEEN");
            want("yes", seen.get());
        });
        checks.check(wire + "/after an unknown method", () -> {
            unknownMethod(channel);
            shop.ping();
        });
        checks.check(wire + "/deadline", () -> {
            RpcException late = failure(
                    RpcException.class,
                    () -> Shop.client(channel.with(Duration.ofNanos(1))).ping());
            want(Status.DEADLINE_EXCEEDED, late.status());
        });
    }

    private void protobuf(String wire, Channel channel, boolean header) {
        Post post = Post.client(channel);
        checks.check(wire + "/protobuf result", () -> want(
                new Letter().setId(8).setText("hi"),
                post.send(new Letter().setId(7).setText("hi"))));
        checks.check(wire + "/protobuf exception", () -> {
            RpcException negative = failure(RpcException.class, () -> post.send(new Letter().setId(-1)));
            want(true, negative.getMessage().contains("negative"));
        });
        if (header) {
            checks.check(wire + "/protobuf business error", () -> {
                BizStatusException biz = failure(BizStatusException.class, () -> post.send(new Letter()));
                want(7, biz.code());
            });
        }
    }
}

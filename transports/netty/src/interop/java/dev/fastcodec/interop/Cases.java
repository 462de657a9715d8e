package dev.fastcodec.interop;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Calls a foreign server. */
final class Cases {
    private final InetSocketAddress address;
    private int failed;

    Cases(int port) {
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** The body of a case; throws when it fails. */
    interface Body {
        void run() throws Exception;
    }

    int failed() {
        return failed;
    }

    void check(String name, Body body) {
        try {
            body.run();
            System.out.println("ok\t" + name);
        } catch (Throwable e) {
            failed++;
            System.out.println("FAIL\t" + name + "\t" + e.toString().replace('\n', ' '));
        }
    }

    static void want(Object expected, Object got) {
        if (!expected.equals(got)) {
            throw new IllegalStateException("got " + got + ", want " + expected);
        }
    }

    /** The failure of something that must fail in this way. */
    static <T extends Throwable> T failure(Class<T> type, Body body) {
        try {
            body.run();
        } catch (Throwable e) {
            if (type.isInstance(e)) {
                return type.cast(e);
            }
            throw new IllegalStateException("got " + e, e);
        }
        throw new IllegalStateException("did not fail");
    }

    void run(String peer) {
        boolean kitex = peer.equals("kitex");
        for (Framing framing : kitex ? Framing.values() : new Framing[] {Framing.FRAMED, Framing.TTHEADER}) {
            String wire = framing.name().toLowerCase(Locale.ROOT).replace('_', '-');
            ClientOptions options =
                    ClientOptions.DEFAULT.framing(framing).callTimeout(Duration.ofSeconds(10)).caller("fastcodec");
            try (NettyChannel channel = NettyChannel.to(address, options)) {
                unary(wire, channel);
                if (framing.hasHeader() && kitex) {
                    header(wire, channel);
                }
            }
            if (framing.isFramed() && kitex) {
                try (NettyChannel channel = NettyChannel.to(address, options.payload(Payload.PROTO))) {
                    protobuf(wire, channel, framing.hasHeader());
                }
            }
        }
        if (kitex) {
            ClientOptions shared = ClientOptions.DEFAULT.framing(Framing.TTHEADER).connections(1).checksum(true);
            try (NettyChannel channel = NettyChannel.to(address, shared)) {
                unary("ttheader-shared-checked", channel);
            }
            try (NettyChannel channel = NettyChannel.to(address, ClientOptions.DEFAULT.caller("fastcodec").framing(Framing.TTHEADER))) {
                new StreamCases(this, channel).run();
            }
        }
    }

    private void unary(String wire, Channel channel) {
        Shop shop = Shop.client(channel);
        check(wire + "/result", () -> want(ShopService.item("lamp", 9), shop.find("lamp", 9)));
        check(wire + "/large", () -> want(ShopService.item("lamp", 1 << 20), shop.find("lamp", 1 << 20)));
        check(wire + "/large request", () -> want(ShopService.item("lamp", 1 << 20), shop.same(ShopService.item("lamp", 1 << 20))));
        check(wire + "/declared exception", () -> {
            OutOfStock gone = failure(OutOfStock.class, () -> shop.find("lamp", -1));
            want("lamp", gone.getSku());
            want(3, gone.getLeft());
        });
        check(wire + "/undeclared exception", () -> {
            RpcException broken = failure(RpcException.class, () -> shop.ask("error"));
            want(true, broken.getMessage().contains("broken"));
            want(true, broken.isRemote());
            want(Status.UNKNOWN, broken.status());
        });
        check(wire + "/void", shop::ping);
        check(wire + "/oneway", () -> {
            shop.note(wire + "a");
            shop.note(wire + "b");
            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            for (String notes = ""; !notes.contains(wire + "a") || !notes.contains(wire + "b"); notes = shop.ask("notes")) {
                want(true, System.nanoTime() < until);
            }
        });
        check(wire + "/concurrent", () -> {
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

    private void header(String wire, Channel channel) {
        Shop shop = Shop.client(channel);
        check(wire + "/business error", () -> {
            BizStatusException biz = failure(BizStatusException.class, () -> shop.ask("biz"));
            want(404, biz.code());
            want("not found", biz.getMessage());
            want(Map.of("k", "v"), biz.extra());
        });
        check(wire + "/two services", () -> {
            want("shop:x", shop.ask("x"));
            want("aisle:x", Aisle.client(channel).ask("x"));
        });
        check(wire + "/transient metadata", () -> {
            Metadata metadata = new Metadata().put(Metainfo.TRANSIENT.key("TOKEN"), "t1");
            want("t1", Shop.client(channel.with(metadata)).ask("transient:TOKEN"));
        });
        check(wire + "/persistent metadata", () -> {
            Metadata metadata = new Metadata().put(Metainfo.PERSISTENT.key("USER"), "u1");
            want("u1", Shop.client(channel.with(metadata)).ask("persistent:USER"));
        });
        check(wire + "/backward metadata", () -> {
            AtomicReference<String> seen = new AtomicReference<>();
            Channel listening =
                    channel.with(call -> call.onHeaders(h -> seen.set(h.get("SEEN"))));
            Shop.client(listening).ask("backward:SEEN");
            want("yes", seen.get());
        });
        check(wire + "/deadline", () -> {
            RpcException late = failure(
                    RpcException.class,
                    () -> Shop.client(channel.with(Duration.ofNanos(1))).ping());
            want(Status.DEADLINE_EXCEEDED, late.status());
        });
    }

    private void protobuf(String wire, Channel channel, boolean header) {
        Post post = Post.client(channel);
        check(wire + "/protobuf result", () -> want(
                new Letter().setId(8).setText("hi"),
                post.send(new Letter().setId(7).setText("hi"))));
        check(wire + "/protobuf exception", () -> {
            RpcException negative = failure(RpcException.class, () -> post.send(new Letter().setId(-1)));
            want(true, negative.getMessage().contains("negative"));
        });
        if (header) {
            check(wire + "/protobuf business error", () -> {
                BizStatusException biz = failure(BizStatusException.class, () -> post.send(new Letter()));
                want(7, biz.code());
            });
        }
    }
}

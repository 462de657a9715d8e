package dev.fastcodec.interop;

import dev.fastcodec.interop.shop.Belt;
import dev.fastcodec.interop.shop.Item;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Cancellation;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Streams to a foreign server. */
final class StreamCases {
    private final Cases cases;
    private final Channel channel;
    private final Belt belt;

    StreamCases(Cases cases, Channel channel) {
        this.cases = cases;
        this.channel = channel;
        this.belt = Belt.client(channel);
    }

    private static Iterator<Item> items(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new Item().setSku("s").setCount(i))
                .iterator();
    }

    void run() {
        cases.check("stream/unary", () -> {
            Item item = belt.one(new Item().setSku("a").setCount(4));
            Cases.want("a!", item.getSku());
            Cases.want(4, item.getCount());
        });
        cases.check("stream/server", () -> {
            AtomicReference<String> header = new AtomicReference<>();
            AtomicReference<String> trailer = new AtomicReference<>();
            Channel listening = channel.with(call -> call.onHeaders(h -> header.set(h.get("h")))
                    .onTrailers(t -> trailer.set(t.get("t"))));
            Iterator<Item> items = Belt.client(listening).count(new Item().setSku("a").setCount(100));
            for (int i = 0; i < 100; i++) {
                Cases.want(i, items.next().getCount());
            }
            Cases.want(false, items.hasNext());
            Cases.want("1", header.get());
            Cases.want("2", trailer.get());
        });
        cases.check("stream/client", () -> Cases.want(5050, belt.sum(items(1, 101)).getCount()));
        cases.check("stream/both", () -> chat(100));
        cases.check("stream/concurrent", () -> {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(CompletableFuture.runAsync(() -> chat(20)));
            }
            for (CompletableFuture<Void> each : all) {
                each.get();
            }
        });
        cases.check("stream/business error", () -> {
            BizStatusException biz = Cases.failure(
                    BizStatusException.class,
                    () -> belt.count(new Item().setSku("biz")).next());
            Cases.want(404, biz.code());
        });
        cases.check("stream/exception", () -> {
            RpcException broken = Cases.failure(
                    RpcException.class,
                    () -> belt.count(new Item().setSku("error")).next());
            Cases.want(true, broken.getMessage().contains("broken"));
        });
        cases.check("stream/cancel", () -> {
            Cancellation cancellation = new Cancellation();
            Iterator<Item> endless =
                    Belt.client(channel.with(cancellation)).count(new Item().setSku("endless"));
            endless.next();
            cancellation.cancel();
            RpcException cancelled = Cases.failure(RpcException.class, () -> {
                while (endless.hasNext()) {
                    endless.next();
                }
            });
            Cases.want(Status.CANCELLED, cancelled.status());
        });
    }

    private void chat(int count) {
        Iterator<Item> answers = belt.chat(items(0, count));
        for (int i = 0; i < count; i++) {
            Item answer = answers.next();
            Cases.want("s!", answer.getSku());
            Cases.want(i, answer.getCount());
        }
        Cases.want(false, answers.hasNext());
    }
}

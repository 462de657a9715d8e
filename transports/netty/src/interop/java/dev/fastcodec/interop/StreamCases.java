package dev.fastcodec.interop;

import static dev.fastcodec.interop.Checks.failure;
import static dev.fastcodec.interop.Checks.want;

import dev.fastcodec.interop.later.Page;
import dev.fastcodec.interop.parcels.Parcel;
import dev.fastcodec.interop.parcels.Parcels;
import dev.fastcodec.interop.shop.Belt;
import dev.fastcodec.interop.shop.Item;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Cancellation;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Streams to a foreign server. */
final class StreamCases<T> {
    private final Checks checks;
    private final String name;
    private final Channel channel;
    private final Messages<T> messages;
    private final Service<T> service;
    /** Of calls of unknown functions. */
    private final Status unknown;

    private StreamCases(
            Checks checks,
            String name,
            Channel channel,
            Messages<T> messages,
            Service<T> service,
            Status unknown) {
        this.checks = checks;
        this.name = name;
        this.channel = channel;
        this.messages = messages;
        this.service = service;
        this.unknown = unknown;
    }

    /** A client's side of a service with streams. */
    private interface Service<T> {
        Iterator<T> count(Channel channel, T asked);

        T sum(Channel channel, Iterator<T> all);

        Iterator<T> chat(Channel channel, Iterator<T> all);

        /** Calls what the server does not have, and fails. */
        void missing(Channel channel);
    }

    /**
     * Those of Thrift.
     *
     * @param unknown what calls of unknown functions fail with
     */
    static void belt(Checks checks, String name, Channel channel, Status unknown) {
        checks.check(name + "/unary", () -> {
            Item item = Belt.client(channel).one(new Item().setSku("a").setCount(4));
            want("a!", item.getSku());
            want(4, item.getCount());
        });
        Service<Item> belt = new Service<>() {
            @Override
            public Iterator<Item> count(Channel channel, Item asked) {
                return Belt.client(channel).count(asked);
            }

            @Override
            public Item sum(Channel channel, Iterator<Item> all) {
                return Belt.client(channel).sum(all);
            }

            @Override
            public Iterator<Item> chat(Channel channel, Iterator<Item> all) {
                return Belt.client(channel).chat(all);
            }

            @Override
            public void missing(Channel channel) {
                dev.fastcodec.interop.later.Belt.client(channel).missing(new Page()).next();
            }
        };
        new StreamCases<>(checks, name, channel, Messages.ITEMS, belt, unknown).run();
        checks.check(name + "/declared exception", () -> {
            RpcException e = failure(
                    RpcException.class,
                    () -> Belt.client(channel).sold(new Item().setSku("s")).next());
            want(true, e.isRemote());
            want(true, e.text().contains("OutOfStock({Sku:s Left:3})"));
        });
    }

    /** Those of Protobuf. */
    static void parcels(Checks checks, String name, Channel channel) {
        Service<Parcel> parcels = new Service<>() {
                    @Override
                    public Iterator<Parcel> count(Channel channel, Parcel asked) {
                        return Parcels.client(channel).count(asked);
                    }

                    @Override
                    public Parcel sum(Channel channel, Iterator<Parcel> all) {
                        return Parcels.client(channel).sum(all);
                    }

                    @Override
                    public Iterator<Parcel> chat(Channel channel, Iterator<Parcel> all) {
                        return Parcels.client(channel).chat(all);
                    }

                    @Override
                    public void missing(Channel channel) {
                        dev.fastcodec.interop.laterparcels.Parcels.client(channel)
                                .missingPages(new dev.fastcodec.interop.laterparcels.Page())
                                .next();
                    }
        };
        new StreamCases<>(checks, name, channel, Messages.PARCELS, parcels, GrpcCases.UNKNOWN_METHOD).run();
    }

    private Iterator<T> all(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> messages.of("s", i)).iterator();
    }

    private void run() {
        check("server", () -> {
            AtomicReference<String> header = new AtomicReference<>();
            AtomicReference<String> trailer = new AtomicReference<>();
            Channel listening = channel.with(call -> call.onHeaders(h -> header.set(h.get("h")))
                    .onTrailers(t -> trailer.set(t.get("t"))));
            Iterator<T> counted = service.count(listening, messages.of("a", 100));
            for (int i = 0; i < 100; i++) {
                want(i, messages.number().applyAsInt(counted.next()));
            }
            want(false, counted.hasNext());
            want("1", header.get());
            want("2", trailer.get());
        });
        check("client", () -> want(5050, messages.number().applyAsInt(service.sum(channel, all(1, 101)))));
        check("both", () -> chat(100));
        check("concurrent", () -> {
            List<CompletableFuture<Void>> chats = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                chats.add(CompletableFuture.runAsync(() -> chat(20)));
            }
            for (CompletableFuture<Void> each : chats) {
                each.get();
            }
        });
        check("business error", () -> {
            BizStatusException biz = failure(
                    BizStatusException.class,
                    () -> service.count(channel, messages.of("biz", 0)).next());
            want(404, biz.code());
            want("not found", biz.getMessage());
            want(ShopService.EXTRA, biz.extra());
        });
        check("exception", () -> {
            RpcException broken = failure(
                    RpcException.class,
                    () -> service.count(channel, messages.of("error", 0)).next());
            want(true, broken.getMessage().contains("broken"));
        });
        check("unknown method", () -> {
            Channel inTime = channel.with(Duration.ofSeconds(2));
            RpcException e = failure(RpcException.class, () -> service.missing(inTime));
            want(unknown, e.status());
            if (e.isRemote()) {
                want(true, e.text().toLowerCase(Locale.ROOT).contains("unknown method missing"));
            }
        });
        check("cancel", () -> {
            Cancellation cancellation = new Cancellation();
            Iterator<T> endless = service.count(channel.with(cancellation), messages.of("endless", 0));
            endless.next();
            cancellation.cancel();
            RpcException cancelled = failure(RpcException.class, () -> {
                while (endless.hasNext()) {
                    endless.next();
                }
            });
            want(Status.CANCELLED, cancelled.status());
        });
    }

    private void check(String what, Checks.Body body) {
        checks.check(name + "/" + what, body);
    }

    private void chat(int count) {
        Iterator<T> answers = service.chat(channel, all(0, count));
        for (int i = 0; i < count; i++) {
            T answer = answers.next();
            want("s!", messages.text().apply(answer));
            want(i, messages.number().applyAsInt(answer));
        }
        want(false, answers.hasNext());
    }
}

package dev.fastcodec.interop;

import static dev.fastcodec.interop.Checks.failure;
import static dev.fastcodec.interop.Checks.want;

import dev.fastcodec.grpc.GrpcChannel;
import dev.fastcodec.interop.laterparcels.Page;
import dev.fastcodec.interop.parcels.Parcel;
import dev.fastcodec.interop.parcels.Parcels;
import dev.fastcodec.interop.shop.OutOfStock;
import dev.fastcodec.interop.shop.Shop;
import dev.fastcodec.netty.wire.Metainfo;
import dev.fastcodec.wkt.Any;
import dev.fastcodec.wkt.Anys;
import dev.fastcodec.wkt.StringValue;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Calls a foreign server over gRPC. */
final class GrpcCases {
    /** Kitex takes the number of Thrift's application exception for gRPC's. */
    static final Status UNKNOWN_METHOD = Status.CANCELLED;

    private final Checks checks;
    private final Channel channel;
    private final Parcels parcels;

    private GrpcCases(Checks checks, Channel channel) {
        this.checks = checks;
        this.channel = channel;
        this.parcels = Parcels.client(channel);
    }

    static void run(Checks checks, int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        ManagedChannel grpc =
                NettyChannelBuilder.forAddress(address).usePlaintext().build();
        Channel channel = GrpcChannel.of(grpc).with(Duration.ofSeconds(10));
        GrpcCases cases = new GrpcCases(checks, channel);
        cases.messages();
        cases.failures();
        cases.metadata();
        StreamCases.parcels(checks, "protobuf stream", channel);
        StreamCases.belt(checks, "thrift stream", channel, UNKNOWN_METHOD);
        cases.thrift();
        grpc.shutdownNow();
    }

    private void messages() {
        for (int size : new int[] {0, 1, 1 << 20}) {
            checks.check("protobuf/" + size + " bytes", () -> {
                byte[] content = new byte[size];
                Arrays.fill(content, (byte) 0xff);
                Parcel sent = new Parcel().setNumber(7).setContent(content);
                sent.getTotals().put("", 1L);
                sent.getTotals().put("灯", Long.MIN_VALUE);
                want(sent, parcels.ask(sent));
            });
        }
        checks.check("protobuf/empty", () -> want(new Parcel(), parcels.ask(new Parcel())));
        checks.check("protobuf/concurrent", () -> {
            Parcels.Async async = Parcels.Async.client(channel);
            List<CompletableFuture<Parcel>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                all.add(async.ask(new Parcel().setNumber(i)).toCompletableFuture());
            }
            for (int i = 0; i < 64; i++) {
                want(i, all.get(i).get().getNumber());
            }
        });
    }

    private void failures() {
        checks.check("protobuf/business error", () -> {
            BizStatusException biz = failure(BizStatusException.class, () -> ask(channel, "biz"));
            want(404, biz.code());
            want("nicht gefunden: ключ", biz.getMessage());
            want(ShopService.EXTRA, biz.extra());
            hasDetail(biz.details());
        });
        checks.check("protobuf/status with details", () -> {
            RpcException e = failure(RpcException.class, () -> ask(channel, "status"));
            want(Status.NOT_FOUND, e.status());
            want(true, e.text().startsWith("no such parcel: ключ"));
            hasDetail(e.details());
        });
        checks.check("protobuf/exception", () -> {
            RpcException e = failure(RpcException.class, () -> ask(channel, "error"));
            want(true, e.isRemote());
            want(true, e.text().contains("broken"));
        });
        checks.check("protobuf/unknown method", () -> {
            var later = dev.fastcodec.interop.laterparcels.Parcels.client(channel);
            RpcException e = failure(RpcException.class, () -> later.missing(new Page()));
            want(UNKNOWN_METHOD, e.status());
            want("unknown method Missing", e.text());
        });
        checks.check("protobuf/deadline", () -> {
            RpcException e =
                    failure(RpcException.class, () -> ask(channel.with(Duration.ofMillis(100)), "sleep"));
            want(Status.DEADLINE_EXCEEDED, e.status());
        });
    }

    private void metadata() {
        checks.check("protobuf/headers", () -> {
            Metadata sent = new Metadata().add("a-key", "a value").add("a-key", "another");
            want("a value,another", ask(channel.with(sent), "header:a-key"));
        });
        checks.check("protobuf/headers and trailers of the answer", () -> {
            AtomicReference<Metadata> headers = new AtomicReference<>();
            AtomicReference<Metadata> trailers = new AtomicReference<>();
            ask(channel.with(call -> call.onHeaders(headers::set).onTrailers(trailers::set)), "answers");
            want("1", headers.get().get("h"));
            want("[0, -1]", Arrays.toString(headers.get().getBytes("h-bin")));
            want("2", trailers.get().get("t"));
        });
        checks.check("protobuf/transient metadata", () -> {
            Metadata sent = new Metadata().put(Metainfo.TRANSIENT.key("TOKEN_A"), "t1");
            want("t1", ask(channel.with(sent), "transient:TOKEN_A"));
        });
        checks.check("protobuf/persistent metadata", () -> {
            Metadata sent = new Metadata().put(Metainfo.PERSISTENT.key("USER"), "u1");
            want("u1", ask(channel.with(sent), "persistent:USER"));
        });
    }

    private void thrift() {
        Shop shop = Shop.client(channel);
        checks.check("thrift/result", () -> want(ShopService.item("lamp", 9), shop.find("lamp", 9)));
        checks.check(
                "thrift/struct",
                () -> want(ShopService.item("lamp", 1 << 20), shop.same(ShopService.item("lamp", 1 << 20))));
        checks.check("thrift/declared exception", () -> {
            OutOfStock gone = failure(OutOfStock.class, () -> shop.find("lamp", -1));
            want("lamp", gone.getSku());
            want(3, gone.getLeft());
        });
        checks.check("thrift/void", shop::ping);
        checks.check("thrift/business error", () -> {
            BizStatusException biz = failure(BizStatusException.class, () -> shop.ask("biz"));
            want(404, biz.code());
            want(ShopService.EXTRA, biz.extra());
        });
        checks.check("thrift/exception", () -> {
            RpcException e = failure(RpcException.class, () -> shop.ask("error"));
            want(true, e.isRemote());
            want(true, e.text().contains("broken"));
        });
    }

    private static void hasDetail(List<Any> details) {
        want(1, details.size());
        want(new StringValue().setValue("detail"), Anys.unpack(details.get(0), StringValue.PROTO));
    }

    private static String ask(Channel channel, String label) {
        return Parcels.client(channel).ask(new Parcel().setLabel(label)).getLabel();
    }
}

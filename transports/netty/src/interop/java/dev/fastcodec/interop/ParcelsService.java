package dev.fastcodec.interop;

import dev.fastcodec.interop.parcels.Parcel;
import dev.fastcodec.interop.parcels.Parcels;
import dev.fastcodec.netty.wire.Metainfo;
import dev.fastcodec.wkt.Any;
import dev.fastcodec.wkt.Anys;
import dev.fastcodec.wkt.StringValue;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Answers as the other programs' servers do. */
final class ParcelsService implements Parcels {
    private final StreamService<Parcel> streams = new StreamService<>(Messages.PARCELS);

    @Override
    public Parcel ask(Parcel parcel) {
        Call call = Call.current();
        String label = parcel.getLabel();
        int colon = label.indexOf(':');
        String name = label.substring(colon + 1);
        switch (label.substring(0, colon < 0 ? label.length() : colon)) {
            case "header":
                return new Parcel().setLabel(String.join(",", call.headers().all(name)));
            case "transient":
                return new Parcel().setLabel(call.headers().get(Metainfo.TRANSIENT.key(name)));
            case "persistent":
                return new Parcel().setLabel(call.headers().get(Metainfo.PERSISTENT.key(name)));
            case "answers":
                call.responseHeaders().put("h", "1").put("h-bin", new byte[] {0, -1});
                call.trailers().put("t", "2");
                return parcel;
            case "biz":
                throw new BizStatusException(404, "nicht gefunden: ключ", ShopService.EXTRA).withDetails(details());
            case "status":
                throw new RpcException(Status.NOT_FOUND, "no such parcel: ключ")
                        .withDetails(details());
            case "error":
                throw new IllegalStateException("broken");
            case "sleep":
                await(call);
                return parcel;
            default:
                return parcel;
        }
    }

    private static List<Any> details() {
        return List.of(Anys.pack(new StringValue().setValue("detail")));
    }

    /** Longer than the caller waits. */
    private static void await(Call call) {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        call.cancellation().onCancel(() -> cancelled.complete(null));
        cancelled.completeOnTimeout(null, 10, TimeUnit.SECONDS).join();
    }

    @Override
    public Iterator<Parcel> count(Parcel parcel) {
        return streams.count(parcel);
    }

    @Override
    public Parcel sum(Iterator<Parcel> parcels) {
        return streams.sum(parcels);
    }

    @Override
    public Iterator<Parcel> chat(Iterator<Parcel> parcels) {
        return streams.chat(parcels);
    }
}

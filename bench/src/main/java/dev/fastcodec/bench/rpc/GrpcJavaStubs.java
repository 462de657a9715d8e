package dev.fastcodec.bench.rpc;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.ManagedChannel;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import io.grpc.testing.protobuf.SimpleRequest;
import io.grpc.testing.protobuf.SimpleResponse;
import io.grpc.testing.protobuf.SimpleServiceGrpc;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The stubs of protoc-gen-grpc-java for the same service. */
record GrpcJavaStubs(
        SimpleServiceGrpc.SimpleServiceBlockingStub waiting, SimpleServiceGrpc.SimpleServiceFutureStub async)
        implements Caller {
    static GrpcJavaStubs of(ManagedChannel channel) {
        return new GrpcJavaStubs(SimpleServiceGrpc.newBlockingStub(channel), SimpleServiceGrpc.newFutureStub(channel));
    }

    static List<ServerServiceDefinition> services() {
        return List.of(new Service().bindService());
    }

    @Override
    public String call(String text) {
        return waiting.unaryRpc(request(text)).getResponseMessage();
    }

    @Override
    public void start(String text, BiConsumer<@Nullable String, @Nullable Throwable> end) {
        Futures.addCallback(
                async.unaryRpc(request(text)),
                new FutureCallback<SimpleResponse>() {
                    @Override
                    public void onSuccess(@Nullable SimpleResponse response) {
                        end.accept(response == null ? null : response.getResponseMessage(), null);
                    }

                    @Override
                    public void onFailure(Throwable failure) {
                        end.accept(null, failure);
                    }
                },
                MoreExecutors.directExecutor());
    }

    private static SimpleRequest request(String text) {
        return SimpleRequest.newBuilder().setRequestMessage(text).build();
    }

    private static final class Service extends SimpleServiceGrpc.SimpleServiceImplBase {
        @Override
        public void unaryRpc(SimpleRequest request, StreamObserver<SimpleResponse> responses) {
            responses.onNext(SimpleResponse.newBuilder()
                    .setResponseMessage(request.getRequestMessage())
                    .build());
            responses.onCompleted();
        }
    }
}

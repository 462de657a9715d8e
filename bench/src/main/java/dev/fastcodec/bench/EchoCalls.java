package dev.fastcodec.bench;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import dev.fastcodec.bench.grpc.SimpleRequest;
import dev.fastcodec.bench.grpc.SimpleResponse;
import dev.fastcodec.bench.grpc.SimpleService;
import dev.fastcodec.grpc.GrpcChannel;
import dev.fastcodec.grpc.GrpcServices;
import dev.fastcodec.rpc.Router;
import io.grpc.ManagedChannel;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import io.grpc.testing.protobuf.SimpleServiceGrpc;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Echoes of a text with the stubs of one contender, at the client and at the server. */
enum EchoCalls {
    /** Ours. */
    FASTCODEC {
        @Override
        List<ServerServiceDefinition> services() {
            return GrpcServices.of(Router.of(SimpleService.handlers(new Ours())));
        }

        @Override
        Client client(ManagedChannel channel) {
            SimpleService waiting = SimpleService.client(GrpcChannel.of(channel));
            SimpleService.Async async = SimpleService.Async.client(GrpcChannel.of(channel));
            return new Client() {
                @Override
                String call(String text) {
                    return waiting.unaryRpc(new SimpleRequest().setRequestMessage(text))
                            .getResponseMessage();
                }

                @Override
                void start(String text, BiConsumer<@Nullable String, @Nullable Throwable> end) {
                    async.unaryRpc(new SimpleRequest().setRequestMessage(text))
                            .whenComplete((response, failure) ->
                                    end.accept(response == null ? null : response.getResponseMessage(), failure));
                }
            };
        }
    },
    /** What protoc-gen-grpc-java made. */
    GRPC_JAVA {
        @Override
        List<ServerServiceDefinition> services() {
            return List.of(new Theirs().bindService());
        }

        @Override
        Client client(ManagedChannel channel) {
            SimpleServiceGrpc.SimpleServiceBlockingStub waiting = SimpleServiceGrpc.newBlockingStub(channel);
            SimpleServiceGrpc.SimpleServiceFutureStub async = SimpleServiceGrpc.newFutureStub(channel);
            return new Client() {
                @Override
                String call(String text) {
                    return waiting.unaryRpc(request(text)).getResponseMessage();
                }

                @Override
                void start(String text, BiConsumer<@Nullable String, @Nullable Throwable> end) {
                    Futures.addCallback(
                            async.unaryRpc(request(text)),
                            new FutureCallback<io.grpc.testing.protobuf.SimpleResponse>() {
                                @Override
                                public void onSuccess(io.grpc.testing.protobuf.@Nullable SimpleResponse response) {
                                    end.accept(response == null ? null : response.getResponseMessage(), null);
                                }

                                @Override
                                public void onFailure(Throwable failure) {
                                    end.accept(null, failure);
                                }
                            },
                            MoreExecutors.directExecutor());
                }
            };
        }
    };

    /** A stub. */
    abstract static class Client {
        /** Calls and waits. */
        abstract String call(String text);

        /** Calls and does not wait. */
        abstract void start(String text, BiConsumer<@Nullable String, @Nullable Throwable> end);
    }

    abstract List<ServerServiceDefinition> services();

    abstract Client client(ManagedChannel channel);

    private static io.grpc.testing.protobuf.SimpleRequest request(String text) {
        return io.grpc.testing.protobuf.SimpleRequest.newBuilder()
                .setRequestMessage(text)
                .build();
    }

    private static final class Ours implements SimpleService {
        @Override
        public SimpleResponse unaryRpc(SimpleRequest request) {
            return new SimpleResponse().setResponseMessage(request.getRequestMessage());
        }

        @Override
        public SimpleResponse clientStreamingRpc(Iterator<SimpleRequest> requests) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterator<SimpleResponse> serverStreamingRpc(SimpleRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterator<SimpleResponse> bidiStreamingRpc(Iterator<SimpleRequest> requests) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Theirs extends SimpleServiceGrpc.SimpleServiceImplBase {
        @Override
        public void unaryRpc(
                io.grpc.testing.protobuf.SimpleRequest request,
                StreamObserver<io.grpc.testing.protobuf.SimpleResponse> responses) {
            responses.onNext(io.grpc.testing.protobuf.SimpleResponse.newBuilder()
                    .setResponseMessage(request.getRequestMessage())
                    .build());
            responses.onCompleted();
        }
    }
}

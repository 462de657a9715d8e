package dev.fastcodec.grpc;

import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.grpc.testing.protobuf.SimpleRequest;
import io.grpc.testing.protobuf.SimpleResponse;
import io.grpc.testing.protobuf.SimpleServiceGrpc;
import io.grpc.testing.protobuf.fast.SimpleService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Clients of {@code SimpleService}: ours that waits, ours that does not, and grpc-java's. */
enum Clients {
    OURS {
        @Override
        SimpleClient of(ManagedChannel channel) {
            return new Waiting(SimpleService.client(GrpcChannel.of(channel)));
        }
    },
    OURS_ASYNC {
        @Override
        SimpleClient of(ManagedChannel channel) {
            return new Async(SimpleService.Async.client(GrpcChannel.of(channel)));
        }
    },
    GRPC_JAVA {
        @Override
        SimpleClient of(ManagedChannel channel) {
            return new Theirs(channel);
        }
    };

    abstract SimpleClient of(ManagedChannel channel);

    /** The four kinds of calls, of texts. */
    interface SimpleClient {
        String unary(String request);

        List<String> server(String request);

        String client(List<String> requests);

        List<String> both(List<String> requests);
    }

    private record Waiting(SimpleService service) implements SimpleClient {
        @Override
        public String unary(String request) {
            return service.unaryRpc(Simple.request(request)).getResponseMessage();
        }

        @Override
        public List<String> server(String request) {
            return Simple.texts(service.serverStreamingRpc(Simple.request(request)));
        }

        @Override
        public String client(List<String> requests) {
            return service.clientStreamingRpc(Simple.requests(requests)).getResponseMessage();
        }

        @Override
        public List<String> both(List<String> requests) {
            return Simple.texts(service.bidiStreamingRpc(Simple.requests(requests)));
        }
    }

    private record Async(SimpleService.Async service) implements SimpleClient {
        @Override
        public String unary(String request) {
            return service.unaryRpc(Simple.request(request))
                    .toCompletableFuture()
                    .join()
                    .getResponseMessage();
        }

        @Override
        public List<String> server(String request) {
            return Flows.join(service.serverStreamingRpc(Simple.request(request)));
        }

        @Override
        public String client(List<String> requests) {
            return service.clientStreamingRpc(Flows.of(Simple.requests(requests)))
                    .toCompletableFuture()
                    .join()
                    .getResponseMessage();
        }

        @Override
        public List<String> both(List<String> requests) {
            return Flows.join(service.bidiStreamingRpc(Flows.of(Simple.requests(requests))));
        }
    }

    private record Theirs(ManagedChannel channel) implements SimpleClient {
        private static SimpleRequest request(String text) {
            return SimpleRequest.newBuilder().setRequestMessage(text).build();
        }

        @Override
        public String unary(String request) {
            return SimpleServiceGrpc.newBlockingStub(channel)
                    .unaryRpc(request(request))
                    .getResponseMessage();
        }

        @Override
        public List<String> server(String request) {
            List<String> all = new ArrayList<>();
            SimpleServiceGrpc.newBlockingStub(channel)
                    .serverStreamingRpc(request(request))
                    .forEachRemaining(r -> all.add(r.getResponseMessage()));
            return all;
        }

        @Override
        public String client(List<String> requests) {
            Collector collector = new Collector();
            StreamObserver<SimpleRequest> out =
                    SimpleServiceGrpc.newStub(channel).clientStreamingRpc(collector);
            requests.forEach(q -> out.onNext(request(q)));
            out.onCompleted();
            return collector.end.join().get(0);
        }

        @Override
        public List<String> both(List<String> requests) {
            Collector collector = new Collector();
            StreamObserver<SimpleRequest> out =
                    SimpleServiceGrpc.newStub(channel).bidiStreamingRpc(collector);
            requests.forEach(q -> out.onNext(request(q)));
            out.onCompleted();
            return collector.end.join();
        }
    }

    /** Takes responses of grpc-java. */
    static final class Collector implements StreamObserver<SimpleResponse> {
        final CompletableFuture<List<String>> end = new CompletableFuture<>();
        private final List<String> all = new ArrayList<>();

        @Override
        public void onNext(SimpleResponse message) {
            all.add(message.getResponseMessage());
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            end.complete(all);
        }
    }
}

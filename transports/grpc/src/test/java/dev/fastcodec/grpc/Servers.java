package dev.fastcodec.grpc;

import dev.fastcodec.rpc.Router;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import io.grpc.testing.protobuf.SimpleRequest;
import io.grpc.testing.protobuf.SimpleResponse;
import io.grpc.testing.protobuf.SimpleServiceGrpc;
import io.grpc.testing.protobuf.fast.SimpleService;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The same service, made by our handlers and by grpc-java's stubs. */
enum Servers {
    OURS {
        @Override
        List<ServerServiceDefinition> services() {
            return GrpcServices.of(Router.of(SimpleService.handlers(new Waiting())));
        }
    },
    OURS_ASYNC {
        @Override
        List<ServerServiceDefinition> services() {
            return GrpcServices.of(Router.of(SimpleService.Async.handlers(new Async())));
        }
    },
    GRPC_JAVA {
        @Override
        List<ServerServiceDefinition> services() {
            return List.of(new Theirs().bindService());
        }
    };

    abstract List<ServerServiceDefinition> services();

    static SimpleService waiting() {
        return new Waiting();
    }

    private static String reply(String request) {
        return "re: " + request;
    }

    private static Stream<String> counted(String to) {
        return IntStream.range(0, Integer.parseInt(to)).mapToObj(Integer::toString);
    }

    private static final class Waiting implements SimpleService {
        @Override
        public io.grpc.testing.protobuf.fast.SimpleResponse unaryRpc(
                io.grpc.testing.protobuf.fast.SimpleRequest request) {
            return Simple.response(reply(request.getRequestMessage()));
        }

        @Override
        public io.grpc.testing.protobuf.fast.SimpleResponse clientStreamingRpc(
                Iterator<io.grpc.testing.protobuf.fast.SimpleRequest> requests) {
            List<String> all = new ArrayList<>();
            requests.forEachRemaining(q -> all.add(q.getRequestMessage()));
            return Simple.response(String.join(",", all));
        }

        @Override
        public Iterator<io.grpc.testing.protobuf.fast.SimpleResponse> serverStreamingRpc(
                io.grpc.testing.protobuf.fast.SimpleRequest request) {
            return Simple.responses(counted(request.getRequestMessage()).toList());
        }

        @Override
        public Iterator<io.grpc.testing.protobuf.fast.SimpleResponse> bidiStreamingRpc(
                Iterator<io.grpc.testing.protobuf.fast.SimpleRequest> requests) {
            return Simple.each(requests, q -> Simple.response(reply(q.getRequestMessage())));
        }
    }

    private static final class Async implements SimpleService.Async {
        @Override
        public CompletionStage<io.grpc.testing.protobuf.fast.SimpleResponse> unaryRpc(
                io.grpc.testing.protobuf.fast.SimpleRequest request) {
            return CompletableFuture.supplyAsync(() -> Simple.response(reply(request.getRequestMessage())));
        }

        @Override
        public CompletionStage<io.grpc.testing.protobuf.fast.SimpleResponse> clientStreamingRpc(
                Flow.Publisher<io.grpc.testing.protobuf.fast.SimpleRequest> requests) {
            return Flows.all(requests)
                    .thenApply(all -> Simple.response(
                            all.stream().map(q -> q.getRequestMessage()).collect(Collectors.joining(","))));
        }

        @Override
        public Flow.Publisher<io.grpc.testing.protobuf.fast.SimpleResponse> serverStreamingRpc(
                io.grpc.testing.protobuf.fast.SimpleRequest request) {
            return Flows.of(
                    Simple.responses(counted(request.getRequestMessage()).toList()));
        }

        @Override
        public Flow.Publisher<io.grpc.testing.protobuf.fast.SimpleResponse> bidiStreamingRpc(
                Flow.Publisher<io.grpc.testing.protobuf.fast.SimpleRequest> requests) {
            return Flows.map(requests, q -> Simple.response(reply(q.getRequestMessage())));
        }
    }

    private static final class Theirs extends SimpleServiceGrpc.SimpleServiceImplBase {
        private static SimpleResponse response(String text) {
            return SimpleResponse.newBuilder().setResponseMessage(text).build();
        }

        @Override
        public void unaryRpc(SimpleRequest request, StreamObserver<SimpleResponse> responses) {
            responses.onNext(response(reply(request.getRequestMessage())));
            responses.onCompleted();
        }

        @Override
        public void serverStreamingRpc(SimpleRequest request, StreamObserver<SimpleResponse> responses) {
            counted(request.getRequestMessage()).forEach(text -> responses.onNext(response(text)));
            responses.onCompleted();
        }

        @Override
        public StreamObserver<SimpleRequest> clientStreamingRpc(StreamObserver<SimpleResponse> responses) {
            List<String> all = new ArrayList<>();
            return new Requests(responses) {
                @Override
                public void onNext(SimpleRequest request) {
                    all.add(request.getRequestMessage());
                }

                @Override
                public void onCompleted() {
                    responses.onNext(response(String.join(",", all)));
                    responses.onCompleted();
                }
            };
        }

        @Override
        public StreamObserver<SimpleRequest> bidiStreamingRpc(StreamObserver<SimpleResponse> responses) {
            return new Requests(responses) {
                @Override
                public void onNext(SimpleRequest request) {
                    responses.onNext(response(reply(request.getRequestMessage())));
                }

                @Override
                public void onCompleted() {
                    responses.onCompleted();
                }
            };
        }
    }

    private abstract static class Requests implements StreamObserver<SimpleRequest> {
        private final StreamObserver<SimpleResponse> responses;

        Requests(StreamObserver<SimpleResponse> responses) {
            this.responses = responses;
        }

        @Override
        public void onError(Throwable failure) {
            responses.onError(failure);
        }
    }
}

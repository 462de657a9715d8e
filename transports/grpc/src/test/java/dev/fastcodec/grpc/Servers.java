package dev.fastcodec.grpc;

import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Handlers;
import dev.fastcodec.rpc.Router;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import io.grpc.testing.protobuf.SimpleRequest;
import io.grpc.testing.protobuf.SimpleResponse;
import io.grpc.testing.protobuf.SimpleServiceGrpc;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same service, made by our handlers and by grpc-java's stubs. */
enum Servers {
    OURS {
        @Override
        List<ServerServiceDefinition> services() {
            return bind(
                    Handlers.unary(Simple.UNARY, q -> Simple.response(reply(q.getRequestMessage()))),
                    Handlers.serverStream(
                            Simple.SERVER,
                            q -> Simple.responses(counted(q.getRequestMessage()).toList())),
                    Handlers.clientStream(Simple.CLIENT, requests -> {
                        List<String> all = new ArrayList<>();
                        requests.forEachRemaining(q -> all.add(q.getRequestMessage()));
                        return Simple.response(String.join(",", all));
                    }),
                    Handlers.bothStream(
                            Simple.BOTH,
                            requests -> Simple.each(requests, q -> Simple.response(reply(q.getRequestMessage())))));
        }
    },
    OURS_ASYNC {
        @Override
        List<ServerServiceDefinition> services() {
            return bind(
                    Handlers.unaryAsync(
                            Simple.UNARY,
                            q -> CompletableFuture.supplyAsync(() -> Simple.response(reply(q.getRequestMessage())))),
                    Handlers.serverStreamAsync(
                            Simple.SERVER,
                            q -> Flows.of(Simple.responses(
                                    counted(q.getRequestMessage()).toList()))),
                    Handlers.clientStreamAsync(Simple.CLIENT, requests -> Flows.all(requests)
                            .thenApply(all -> Simple.response(
                                    all.stream().map(q -> q.getRequestMessage()).collect(Collectors.joining(","))))),
                    Handlers.bothStreamAsync(
                            Simple.BOTH,
                            requests -> Flows.map(requests, q -> Simple.response(reply(q.getRequestMessage())))));
        }
    },
    GRPC_JAVA {
        @Override
        List<ServerServiceDefinition> services() {
            return List.of(new Theirs().bindService());
        }
    };

    abstract List<ServerServiceDefinition> services();

    private static List<ServerServiceDefinition> bind(Handler<?, ?>... handlers) {
        return GrpcServices.of(Router.of(List.of(handlers)));
    }

    private static String reply(String request) {
        return "re: " + request;
    }

    private static java.util.stream.Stream<String> counted(String to) {
        return IntStream.range(0, Integer.parseInt(to)).mapToObj(Integer::toString);
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

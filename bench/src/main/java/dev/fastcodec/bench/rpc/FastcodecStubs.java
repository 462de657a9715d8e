package dev.fastcodec.bench.rpc;

import dev.fastcodec.bench.grpc.SimpleRequest;
import dev.fastcodec.bench.grpc.SimpleResponse;
import dev.fastcodec.bench.grpc.SimpleService;
import dev.fastcodec.grpc.GrpcChannel;
import dev.fastcodec.grpc.GrpcServices;
import dev.fastcodec.rpc.Router;
import io.grpc.ManagedChannel;
import io.grpc.ServerServiceDefinition;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Our stubs and handlers of a service over gRPC. */
record FastcodecStubs(SimpleService waiting, SimpleService.Async async) implements Caller {
    static FastcodecStubs of(ManagedChannel channel) {
        GrpcChannel ours = GrpcChannel.of(channel);
        return new FastcodecStubs(SimpleService.client(ours), SimpleService.Async.client(ours));
    }

    static List<ServerServiceDefinition> services() {
        return GrpcServices.of(Router.of(SimpleService.handlers(new Service())));
    }

    @Override
    public String call(String text) {
        return waiting.unaryRpc(new SimpleRequest().setRequestMessage(text)).getResponseMessage();
    }

    @Override
    public void start(String text, BiConsumer<@Nullable String, @Nullable Throwable> end) {
        async.unaryRpc(new SimpleRequest().setRequestMessage(text))
                .whenComplete((response, failure) ->
                        end.accept(response == null ? null : response.getResponseMessage(), failure));
    }

    private static final class Service implements SimpleService {
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
}

package dev.fastcodec.grpc;

import dev.fastcodec.rpc.Method;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls whose messages are bytes that nobody checks, with grpc-java alone. */
final class Raw {
    static final Marshaller<byte[]> BYTES = new Marshaller<>() {
        @Override
        public InputStream stream(byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public byte[] parse(InputStream in) {
            try {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private Raw() {}

    /** Always with streams both ways, so that grpc-java does not mind how many messages there are. */
    private static MethodDescriptor<byte[], byte[]> descriptor(Method<?, ?> method) {
        return MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodType.BIDI_STREAMING)
                .setFullMethodName(method.fullName())
                .setRequestMarshaller(BYTES)
                .setResponseMarshaller(BYTES)
                .build();
    }

    /** {@code SimpleService} that answers its calls without a stream of requests with these responses each. */
    static List<ServerServiceDefinition> services(byte[]... responses) {
        MethodDescriptor<byte[], byte[]> unary = descriptor(Simple.UNARY);
        MethodDescriptor<byte[], byte[]> server = descriptor(Simple.SERVER);
        ServerCallHandler<byte[], byte[]> handler = (call, headers) -> {
            call.request(1);
            return new io.grpc.ServerCall.Listener<>() {
                @Override
                public void onHalfClose() {
                    call.sendHeaders(new Metadata());
                    for (byte[] response : responses) {
                        call.sendMessage(response);
                    }
                    call.close(Status.OK, new Metadata());
                }
            };
        };
        return List.of(ServerServiceDefinition.builder(ServiceDescriptor.newBuilder(Simple.UNARY.service())
                        .addMethod(unary)
                        .addMethod(server)
                        .build())
                .addMethod(unary, handler)
                .addMethod(server, handler)
                .build());
    }

    /** Sends requests, takes all responses, and gives how it ended. */
    static Status call(Channel channel, Method<?, ?> method, byte[]... requests) {
        CompletableFuture<Status> end = new CompletableFuture<>();
        ClientCall<byte[], byte[]> call = channel.newCall(descriptor(method), CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        end.complete(status);
                    }
                },
                new Metadata());
        call.request(Integer.MAX_VALUE);
        for (byte[] request : requests) {
            call.sendMessage(request);
        }
        call.halfClose();
        return end.join();
    }
}

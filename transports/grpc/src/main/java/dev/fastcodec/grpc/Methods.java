package dev.fastcodec.grpc;

import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Method.Idempotency;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.schema.ServiceSchema.Mode;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import org.jspecify.annotations.Nullable;

/** Methods in grpc-java's terms. */
final class Methods {
    private Methods() {}

    /**
     * What the messages are on the wire: Protobuf's, or of Thrift one struct each way as Kitex sends it; null when a method has neither, or
     * no answer.
     */
    static @Nullable Payload payload(Method<?, ?> method) {
        if (method.mode() == Mode.ONEWAY) {
            return null;
        }
        return method.has(Payload.PROTO)
                ? Payload.PROTO
                : method.has(Payload.STRUCT_BINARY) ? Payload.STRUCT_BINARY : null;
    }

    /** @throws IllegalArgumentException when gRPC has no form for its messages */
    static Payload requiredPayload(Method<?, ?> method) {
        Payload payload = payload(method);
        if (payload == null) {
            throw new IllegalArgumentException(
                    "method " + method.fullName()
                            + " cannot go over gRPC, whose calls take one message and give one: it has neither those of Protobuf nor one struct of Thrift each way");
        }
        return payload;
    }

    static MethodDescriptor<Object, Object> client(Method<?, ?> method) {
        return descriptor(method, Outbound.MARSHALLER, new Inbound(method.responses(requiredPayload(method))));
    }

    static MethodDescriptor<Object, Object> server(Method<?, ?> method) {
        return descriptor(method, new Inbound(method.requests(requiredPayload(method))), Outbound.MARSHALLER);
    }

    private static MethodDescriptor<Object, Object> descriptor(
            Method<?, ?> method, Marshaller<Object> requests, Marshaller<Object> responses) {
        Idempotency idempotency = method.idempotency();
        return MethodDescriptor.<Object, Object>newBuilder()
                .setType(type(method))
                .setFullMethodName(method.fullName())
                .setSafe(idempotency == Idempotency.NO_SIDE_EFFECTS)
                .setIdempotent(idempotency != Idempotency.UNKNOWN)
                .setRequestMarshaller(requests)
                .setResponseMarshaller(responses)
                .build();
    }

    private static MethodType type(Method<?, ?> method) {
        return switch (method.mode()) {
            case UNARY, ONEWAY -> MethodType.UNARY; // oneway was refused
            case CLIENT_STREAM -> MethodType.CLIENT_STREAMING;
            case SERVER_STREAM -> MethodType.SERVER_STREAMING;
            case BOTH_STREAM -> MethodType.BIDI_STREAMING;
        };
    }
}

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
     * What the messages are on the wire: Protobuf's; of Thrift what Kitex sends, without streams the structs of arguments and result, in streams the
     * structs themselves. Null when a method has none of them, or no answer.
     */
    static @Nullable Payload payload(Method<?, ?> method) {
        if (method.mode() == Mode.ONEWAY) {
            return null;
        } else if (method.has(Payload.PROTO)) {
            return Payload.PROTO;
        }
        Payload thrift = method.isUnary() ? Payload.BINARY : Payload.STRUCT_BINARY;
        return method.has(thrift) ? thrift : null;
    }

    /** @throws IllegalArgumentException when gRPC has no form for its messages */
    static Payload requiredPayload(Method<?, ?> method) {
        Payload payload = payload(method);
        if (payload == null) {
            throw new IllegalArgumentException(
                    "method " + method.fullName()
                            + " cannot go over gRPC: it has no answer, or codecs neither of Protobuf nor of Thrift's Binary protocol");
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

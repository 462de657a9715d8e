package dev.fastcodec.grpc;

import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Router;
import io.grpc.HandlerRegistry;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Makes of handlers what grpc-java's servers take: {@code serverBuilder.addServices(GrpcServices.of(Router.of(Shop.handlers(shop))))}.
 *
 * <p>Methods without streams run in the server's executor, as grpc-java's own do; streams of handlers that block hold a thread each. The context of
 * grpc-java is current in all of them.
 *
 * <p>Responses are encoded at once, so that they may be changed as soon as they are sent; but for the binaries of 4096 bytes and more in Thrift's structs, which
 * stay in their arrays until the transport has taken them. Over a network that is before a handler is told that its response was sent. grpc-java's transport in the
 * same process takes them when the client reads, so that a handler behind it must not change such an array any more.
 */
public final class GrpcServices {
    private GrpcServices() {}

    /** Whether gRPC has a form for the method: all of Protobuf have one, and those of Thrift that are not oneway and have codecs of the Binary protocol. */
    public static boolean canServe(Method<?, ?> method) {
        return Methods.payload(method) != null;
    }

    /**
     * Services whose blocking streams hold a thread each of a pool of daemon threads.
     *
     * @throws IllegalArgumentException when gRPC has no form for the messages of a method
     */
    public static List<ServerServiceDefinition> of(Router router) {
        return of(router, Threads.shared());
    }

    /** Services with other threads for blocking streams; there must be one for each such call. */
    public static List<ServerServiceDefinition> of(Router router, Executor executor) {
        List<ServerServiceDefinition> services = new ArrayList<>();
        for (String name : router.services()) {
            ServiceDescriptor.Builder descriptor = ServiceDescriptor.newBuilder(name);
            List<ServerMethodDefinition<Object, Object>> methods = new ArrayList<>();
            for (Handler<?, ?> handler : router.handlers()) {
                if (handler.method().service().equals(name)) {
                    ServerMethodDefinition<Object, Object> method = method(handler, executor);
                    descriptor.addMethod(method.getMethodDescriptor());
                    methods.add(method);
                }
            }
            ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(descriptor.build());
            methods.forEach(service::addMethod);
            services.add(service.build());
        }
        return services;
    }

    /**
     * Finds services of Thrift whatever package a caller puts in front of their names, as Kitex does: for {@code serverBuilder.fallbackHandlerRegistry}.
     *
     * @throws IllegalArgumentException when gRPC has no form for the messages of a method
     */
    public static HandlerRegistry inAnyPackage(Router router) {
        return new AnyPackage(of(router));
    }

    private static <Q, R> ServerMethodDefinition<Object, Object> method(Handler<Q, R> handler, Executor executor) {
        MethodDescriptor<Object, Object> descriptor = Methods.server(handler.method());
        ServerCallHandler<Object, Object> calls = handler.method().isUnary()
                ? (wire, headers) ->
                        new ServedUnary<>(handler, new ServedCall<>(handler.method(), wire, headers, executor))
                : (wire, headers) -> new ServedStream<Q, R>(new ServedCall<>(handler.method(), wire, headers, executor))
                        .open(handler);
        return ServerMethodDefinition.create(descriptor, calls);
    }

    private static final class AnyPackage extends HandlerRegistry {
        private final List<ServerServiceDefinition> services;

        AnyPackage(List<ServerServiceDefinition> services) {
            this.services = services;
        }

        @Override
        public List<ServerServiceDefinition> getServices() {
            return services;
        }

        @Override
        public @org.jspecify.annotations.Nullable ServerMethodDefinition<?, ?> lookupMethod(
                String fullName, @org.jspecify.annotations.Nullable String authority) {
            String service = Objects.requireNonNullElse(MethodDescriptor.extractFullServiceName(fullName), "");
            String simple = service.substring(service.lastIndexOf('.') + 1);
            for (ServerServiceDefinition each : services) {
                if (each.getServiceDescriptor().getName().equals(simple)) {
                    return each.getMethod(simple + "/" + MethodDescriptor.extractBareMethodName(fullName));
                }
            }
            return null;
        }
    }
}

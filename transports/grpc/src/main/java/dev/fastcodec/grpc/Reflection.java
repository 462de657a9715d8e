package dev.fastcodec.grpc;

import dev.fastcodec.grpc.bootstrap.ErrorResponse;
import dev.fastcodec.grpc.bootstrap.ExtensionRequest;
import dev.fastcodec.grpc.bootstrap.FileDescriptorResponse;
import dev.fastcodec.grpc.bootstrap.ServerReflectionRequest;
import dev.fastcodec.grpc.bootstrap.ServerReflectionResponse;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.Receiver;
import dev.fastcodec.rpc.Responder;
import dev.fastcodec.rpc.Router;
import dev.fastcodec.rpc.Sender;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.schema.ServiceSchema;
import dev.fastcodec.schema.ServiceSchema.Mode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * gRPC's server reflection, by which tools such as grpcurl learn what a server offers: {@code Router.of(shop, Reflection.of(Router.of(shop)))}. Both
 * {@code grpc.reflection.v1} and {@code v1alpha}.
 *
 * <p>It names all services, and describes those of Protobuf whose code was generated with the option {@code descriptors}, and {@link Health}.
 */
public final class Reflection implements Handler<ServerReflectionRequest, ServerReflectionResponse> {
    private static final List<String> SERVICES =
            List.of("grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection");
    private static final String METHOD = "ServerReflectionInfo";

    private final Method<ServerReflectionRequest, ServerReflectionResponse> method;
    private final DescriptorIndex index;
    private final Set<String> services;

    private Reflection(String service, DescriptorIndex index, Set<String> services) {
        this.method = Method.<ServerReflectionRequest, ServerReflectionResponse>of(
                        service, METHOD, Mode.BOTH_STREAM, Reflection::schema)
                .with(Payload.PROTO, ServerReflectionRequest.PROTO, ServerReflectionResponse.PROTO);
        this.index = index;
        this.services = services;
    }

    private static ServiceSchema schema() {
        return ServerReflectionRequest.SCHEMA.file().services().get(0);
    }

    /** Handlers that tell of these services and of themselves. */
    public static List<Handler<?, ?>> of(Router router) {
        DescriptorIndex index = new DescriptorIndex();
        for (Handler<?, ?> handler : router.handlers()) {
            byte[] descriptors = handler.method().serviceSchema().descriptors();
            if (descriptors != null && !index.declares(handler.method().service())) {
                index.add(descriptors);
            }
        }
        index.add(schema().descriptors());
        Set<String> services = new TreeSet<>(router.services());
        services.addAll(SERVICES);
        return SERVICES.stream()
                .<Handler<?, ?>>map(service -> new Reflection(service, index, services))
                .toList();
    }

    @Override
    public Method<ServerReflectionRequest, ServerReflectionResponse> method() {
        return method;
    }

    @Override
    public boolean isBlocking() {
        return false;
    }

    @Override
    public void unary(Call call, ServerReflectionRequest request, Responder<ServerReflectionResponse> responder) {
        throw new IllegalStateException(method.fullName() + " has a stream");
    }

    @Override
    public Receiver<ServerReflectionRequest> stream(Call call, Sender<ServerReflectionResponse> responses) {
        responses.request(1);
        return new Receiver<>() {
            @Override
            public void message(ServerReflectionRequest request) {
                responses.send(answer(request).setValidHost(request.getHost()).setOriginalRequest(request));
                responses.request(1);
            }

            @Override
            public void end() {
                responses.end();
            }

            @Override
            public void fail(Throwable cause) {}
        };
    }

    private ServerReflectionResponse answer(ServerReflectionRequest request) {
        ServerReflectionResponse response = new ServerReflectionResponse();
        if (request.hasListServices()) {
            services.forEach(
                    s -> response.mutableListServicesResponse().addService().setName(s));
            return response;
        } else if (request.hasFileByFilename()) {
            return files(index.file(request.getFileByFilename()), "file " + request.getFileByFilename());
        } else if (request.hasFileContainingSymbol()) {
            String symbol = request.getFileContainingSymbol();
            return files(index.declaring(symbol), symbol);
        } else if (request.hasFileContainingExtension()) {
            ExtensionRequest extension = request.getFileContainingExtension();
            return files(
                    index.extending(extension.getContainingType(), extension.getExtensionNumber()),
                    "extension " + extension.getExtensionNumber() + " of " + extension.getContainingType());
        } else if (request.hasAllExtensionNumbersOfType()) {
            String type = request.getAllExtensionNumbersOfType();
            if (!index.declares(type)) {
                return error(Status.NOT_FOUND, type + " is not known, or was generated without descriptors");
            }
            response.mutableAllExtensionNumbersResponse()
                    .setBaseTypeName(type)
                    .getExtensionNumber()
                    .addAll(index.extensions(type));
            return response;
        }
        return error(Status.INVALID_ARGUMENT, "nothing is asked");
    }

    private static ServerReflectionResponse files(Collection<byte[]> files, String what) {
        if (files.isEmpty()) {
            return error(Status.NOT_FOUND, what + " is not known, or was generated without descriptors");
        }
        FileDescriptorResponse all = new FileDescriptorResponse();
        all.getFileDescriptorProto().addAll(files);
        return new ServerReflectionResponse().setFileDescriptorResponse(all);
    }

    private static ServerReflectionResponse error(Status status, String message) {
        return new ServerReflectionResponse()
                .setErrorResponse(
                        new ErrorResponse().setErrorCode(status.number()).setErrorMessage(message));
    }
}

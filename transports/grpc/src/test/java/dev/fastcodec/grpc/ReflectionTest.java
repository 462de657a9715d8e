package dev.fastcodec.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.TimestampProto;
import dev.fastcodec.grpc.proto.fast.Extended;
import dev.fastcodec.grpc.proto.fast.Open;
import dev.fastcodec.grpc.thrift.fast.Wide;
import dev.fastcodec.rpc.Router;
import io.grpc.BindableService;
import io.grpc.Channel;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.grpc.reflection.v1.ExtensionRequest;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServerReflectionResponse.MessageResponseCase;
import io.grpc.stub.StreamObserver;
import io.grpc.testing.protobuf.fast.SimpleService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reflection as grpc-java's client sees it, and grpcurl where it is there. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReflectionTest {
    private static final String REFLECTION = "grpc.reflection.v1.ServerReflection";
    private static final String ALPHA = "grpc.reflection.v1alpha.ServerReflection";

    private static List<ServerServiceDefinition> ours() {
        Router services =
                Router.of(SimpleService.handlers(Servers.waiting()), Extended.handlers(q -> new Open.Inner()));
        return GrpcServices.of(Router.of(services.handlers(), Reflection.of(services)));
    }

    private static ServerReflectionRequest.Builder ask() {
        return ServerReflectionRequest.newBuilder().setHost("here");
    }

    private static List<ServerReflectionResponse> answers(Channel channel, List<ServerReflectionRequest> requests) {
        CompletableFuture<List<ServerReflectionResponse>> end = new CompletableFuture<>();
        List<ServerReflectionResponse> all = new ArrayList<>();
        StreamObserver<ServerReflectionRequest> out = ServerReflectionGrpc.newStub(channel)
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse response) {
                        all.add(response);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        end.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        end.complete(all);
                    }
                });
        requests.forEach(out::onNext);
        out.onCompleted();
        return end.join();
    }

    private static ServerReflectionResponse answer(Channel channel, ServerReflectionRequest.Builder request) {
        return answers(channel, List.of(request.build())).get(0);
    }

    private static List<FileDescriptorProto> files(ServerReflectionResponse response) throws IOException {
        List<FileDescriptorProto> files = new ArrayList<>();
        for (ByteString bytes : response.getFileDescriptorResponse().getFileDescriptorProtoList()) {
            files.add(FileDescriptorProto.parseFrom(bytes));
        }
        return files;
    }

    @Test
    void answersAsGrpcJavaDoesOfItsOwnStubs() throws IOException {
        BindableService theirs = ProtoReflectionServiceV1.newInstance();
        List<ServerReflectionRequest> requests = Stream.of(
                        ask().setFileContainingSymbol("grpc.testing.SimpleService"),
                        ask().setFileContainingSymbol("grpc.testing.SimpleService.UnaryRpc"),
                        ask().setFileContainingSymbol("grpc.testing.SimpleRequest"),
                        ask().setFileContainingSymbol("grpc.reflection.v1.ServerReflection.ServerReflectionInfo"),
                        ask().setFileByFilename("io/grpc/testing/protobuf/simpleservice.proto"))
                .map(ServerReflectionRequest.Builder::build)
                .toList();
        try (Loopback one = Loopback.of(ours());
                Loopback two = Loopback.of(
                        s -> s.addService(Servers.GRPC_JAVA.services().get(0)).addService(theirs), c -> {})) {
            List<ServerReflectionResponse> expected = answers(two.channel, requests);
            List<ServerReflectionResponse> seen = answers(one.channel, requests);
            assertEquals(requests.size(), seen.size());
            for (int i = 0; i < seen.size(); i++) {
                assertEquals(expected.get(i).getOriginalRequest(), seen.get(i).getOriginalRequest());
                assertEquals(plain(files(expected.get(i))), plain(files(seen.get(i))));
            }
        }
    }

    /** Without names for JSON, which protoc puts into descriptor sets and not into the code that it makes, and without the package that was ours. */
    private static List<FileDescriptorProto> plain(List<FileDescriptorProto> files) {
        return files.stream()
                .map(file -> {
                    FileDescriptorProto.Builder b = file.toBuilder();
                    b.getMessageTypeBuilderList()
                            .forEach(m -> m.getFieldBuilderList().forEach(FieldDescriptorProto.Builder::clearJsonName));
                    b.getOptionsBuilder().clearJavaPackage();
                    return b.build();
                })
                .toList();
    }

    @Test
    void namesServicesWithAndWithoutDescriptors() {
        Router router = Router.of(SimpleService.handlers(Servers.waiting()), Wide.handlers((req, times) -> null));
        Router named = Router.of(SimpleService.handlers(Servers.waiting()), Reflection.of(router));
        try (Loopback loopback = Loopback.of(GrpcServices.of(named))) {
            ServerReflectionResponse response = answer(loopback.channel, ask().setListServices(""));
            assertEquals(
                    List.of("Wide", REFLECTION, ALPHA, "grpc.testing.SimpleService"),
                    response.getListServicesResponse().getServiceList().stream()
                            .map(s -> s.getName())
                            .toList());
            assertEquals("here", response.getValidHost());
            assertEquals(
                    MessageResponseCase.ERROR_RESPONSE,
                    answer(loopback.channel, ask().setFileContainingSymbol("Wide"))
                            .getMessageResponseCase());
        }
    }

    @Test
    void findsImportsNestedTypesAndExtensions() throws IOException {
        try (Loopback loopback = Loopback.of(ours())) {
            for (ServerReflectionRequest.Builder request : List.of(
                    ask().setFileContainingSymbol("extended.Open"),
                    ask().setFileContainingSymbol("extended.Open.Inner"),
                    ask().setFileContainingSymbol("extended.Open.Kind"),
                    ask().setFileContainingSymbol("extended.word"),
                    ask().setFileContainingSymbol("extended.Extended.Open"),
                    ask().setFileContainingExtension(ExtensionRequest.newBuilder()
                            .setContainingType("extended.Open")
                            .setExtensionNumber(110)))) {
                List<FileDescriptorProto> files = files(answer(loopback.channel, request));
                assertEquals(
                        List.of("extended.proto", "echo.proto", "google/protobuf/timestamp.proto"),
                        files.stream().map(FileDescriptorProto::getName).toList());
                assertEquals(TimestampProto.getDescriptor().toProto(), files.get(2));
            }
            ServerReflectionResponse numbers =
                    answer(loopback.channel, ask().setAllExtensionNumbersOfType("extended.Open"));
            assertEquals(
                    List.of(101, 110), numbers.getAllExtensionNumbersResponse().getExtensionNumberList());
        }
    }

    @Test
    void saysWhatItDoesNotKnow() {
        try (Loopback loopback = Loopback.of(ours())) {
            for (ServerReflectionRequest.Builder request : List.of(
                    ask().setFileContainingSymbol("extended.None"),
                    ask().setFileByFilename("none.proto"),
                    ask().setAllExtensionNumbersOfType("extended.None"),
                    ask().setFileContainingExtension(ExtensionRequest.newBuilder()
                            .setContainingType("extended.Open")
                            .setExtensionNumber(111)))) {
                ServerReflectionResponse response = answer(loopback.channel, request);
                assertEquals(5, response.getErrorResponse().getErrorCode());
                assertEquals(request.build(), response.getOriginalRequest());
            }
            assertEquals(3, answer(loopback.channel, ask()).getErrorResponse().getErrorCode());
        }
    }

    /** {@code go install github.com/fullstorydev/grpcurl/cmd/grpcurl@latest} puts it there. */
    private static Path grpcurl() {
        Stream<String> folders = Stream.concat(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)),
                Stream.of(System.getProperty("user.home") + "/go/bin"));
        return folders.map(folder -> Path.of(folder, "grpcurl"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static String grpcurl(Path program, Loopback loopback, String... args) throws Exception {
        InetSocketAddress address =
                (InetSocketAddress) loopback.server.getListenSockets().get(0);
        List<String> command = new ArrayList<>(List.of(program.toString(), "-plaintext"));
        int options = args.length > 1 && args[0].equals("-d") ? 2 : 0;
        command.addAll(List.of(args).subList(0, options));
        command.add("127.0.0.1:" + address.getPort());
        command.addAll(List.of(args).subList(options, args.length));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return out;
    }

    @Test
    void grpcurlListsDescribesAndCalls() throws Exception {
        Path program = grpcurl();
        assumeTrue(program != null, "no grpcurl on this machine");
        try (Loopback loopback = Loopback.of(ours())) {
            assertEquals(
                    "extended.Extended\n" + REFLECTION + "\n" + ALPHA + "\ngrpc.testing.SimpleService\n",
                    grpcurl(program, loopback, "list"));
            String described = grpcurl(program, loopback, "describe", "extended.Open.Inner");
            assertTrue(described.contains(".google.protobuf.Timestamp at = 2;"), described);
            for (Map.Entry<String, String> call : Map.of(
                            "UnaryRpc", "re: a", "BidiStreamingRpc", "re: a", "ClientStreamingRpc", "a")
                    .entrySet()) {
                String answer = grpcurl(
                        program,
                        loopback,
                        "-d",
                        "{\"requestMessage\": \"a\"}",
                        "grpc.testing.SimpleService/" + call.getKey());
                assertEquals("{\n  \"responseMessage\": \"" + call.getValue() + "\"\n}\n", answer);
            }
        }
    }
}

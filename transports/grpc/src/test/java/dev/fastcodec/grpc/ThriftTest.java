package dev.fastcodec.grpc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.grpc.thrift.fast.Req;
import dev.fastcodec.grpc.thrift.fast.Resp;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Handlers;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.Router;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Stubs;
import dev.fastcodec.schema.Options;
import dev.fastcodec.schema.ServiceSchema;
import dev.fastcodec.schema.ServiceSchema.Mode;
import io.grpc.KnownLength;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thrift over gRPC, as Kitex has it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThriftTest {
    private static final Handler<Req, Resp> ECHO = Handlers.unary(echo("Echo"), q -> {
        Resp response = new Resp();
        response.getTexts().addAll(Collections.nCopies(q.getTimes(), q.getText()));
        return response;
    });

    private static Method<Req, Resp> echo(String service) {
        ServiceSchema.Method schema =
                new ServiceSchema.Method("echo", List.of(), null, List.of(), Mode.UNARY, Options.NONE);
        ServiceSchema ofService = new ServiceSchema(service, service, null, List.of(schema), Options.NONE);
        return Method.<Req, Resp>of(service, "echo", Mode.UNARY, () -> ofService)
                .with(Payload.STRUCT_BINARY, Req.BINARY, Resp.BINARY);
    }

    private static Req hi() {
        return new Req().setText("hi").setTimes(2);
    }

    @Test
    void structsAlone() {
        try (Loopback loopback = Loopback.of(ECHO)) {
            assertEquals(
                    List.of("hi", "hi"),
                    Stubs.unary(loopback.ours(), echo("Echo"), hi()).getTexts());
        }
    }

    @Test
    void anyPackageInFrontOfTheService() {
        Router router = Router.of(List.of(ECHO));
        try (Loopback loopback =
                Loopback.of(s -> s.fallbackHandlerRegistry(GrpcServices.inAnyPackage(router)), c -> {})) {
            for (String service : List.of("Echo", "kitex.Echo", "a.b.Echo")) {
                assertEquals(
                        2,
                        Stubs.unary(loopback.ours(), echo(service), hi())
                                .getTexts()
                                .size());
            }
            RpcException e =
                    assertThrows(RpcException.class, () -> Stubs.unary(loopback.ours(), echo("OtherEcho"), hi()));
            assertEquals(dev.fastcodec.rpc.Status.UNIMPLEMENTED, e.status());
        }
    }

    @Test
    void methodsThatExchangeMoreThanOneStructAreRefused() {
        Method<Req, Resp> method = Method.<Req, Resp>of("Echo", "echo", Mode.UNARY, () -> null)
                .with(Payload.BINARY, Req.BINARY, Resp.BINARY);
        assertFalse(GrpcServices.canServe(method));
        Router router = Router.of(List.of(Handlers.unary(method, q -> new Resp())));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> GrpcServices.of(router));
        assertTrue(e.getMessage().startsWith("method Echo/echo cannot go over gRPC"), e.getMessage());
    }

    /** The frames of {@code grpc-frames.source.tsv}: a byte 0, four bytes of length, and what our marshallers write and read. */
    @Test
    void framesAsDocumented() throws IOException {
        for (String line : resource("vectors/grpc-frames.source.tsv").lines().toList()) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t");
            byte[] frame = HexFormat.of().parseHex(columns[1]);
            Method<?, ?> method =
                    switch (columns[0]) {
                        case "V14b-grpc-thrift" -> echo("Echo");
                        case "V14-grpc-protobuf" ->
                            Method.<dev.fastcodec.grpc.proto.fast.Req, dev.fastcodec.grpc.proto.fast.Req>of(
                                            "Echo", "echo", Mode.UNARY, () -> echo("Echo")
                                                    .serviceSchema())
                                    .with(
                                            Payload.PROTO,
                                            dev.fastcodec.grpc.proto.fast.Req.PROTO,
                                            dev.fastcodec.grpc.proto.fast.Req.PROTO);
                        default -> throw new AssertionError(columns[0]);
                    };
            byte[] body = java.util.Arrays.copyOfRange(frame, 5, frame.length);
            Object message =
                    Methods.server(method).getRequestMarshaller().parse(new java.io.ByteArrayInputStream(body));
            assertEquals(
                    columns[0].equals("V14b-grpc-thrift")
                            ? new Req().setText("hi").setTimes(5)
                            : new dev.fastcodec.grpc.proto.fast.Req()
                                    .setText("hi")
                                    .setTimes(5),
                    message);
            assertArrayEquals(frame, frame(method, message));
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the message is the method's own
    private static byte[] frame(Method method, Object message) throws IOException {
        Outbound outbound = new Outbound(
                message, method.requests(Methods.requiredPayload(method)).encodeLent(message));
        try (InputStream in = Methods.client(method).getRequestMarshaller().stream(outbound)) {
            int n = ((KnownLength) in).available();
            return ByteBuffer.allocate(5 + n)
                    .put((byte) 0)
                    .putInt(n)
                    .put(in.readAllBytes())
                    .array();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ThriftTest.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

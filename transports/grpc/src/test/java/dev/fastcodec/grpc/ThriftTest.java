package dev.fastcodec.grpc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.grpc.thrift.fast.Echo;
import dev.fastcodec.grpc.thrift.fast.Flow;
import dev.fastcodec.grpc.thrift.fast.Ping;
import dev.fastcodec.grpc.thrift.fast.Req;
import dev.fastcodec.grpc.thrift.fast.Resp;
import dev.fastcodec.grpc.thrift.fast.Sorry;
import dev.fastcodec.grpc.thrift.fast.Wide;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Router;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Stubs;
import io.grpc.KnownLength;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thrift over gRPC, as Kitex has it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThriftTest {
    private static final class Server implements Echo {
        @Override
        public Resp echo(Req req) throws Sorry {
            if (req.getTimes() < 0) {
                throw new Sorry().setMessage("how often?");
            }
            Resp response = new Resp();
            response.getTexts().addAll(Collections.nCopies(req.getTimes(), req.getText()));
            return response;
        }

        @Override
        public void note(Req req) {}
    }

    /** Only what gRPC can carry: a oneway method has no answer. */
    private static Router router(Echo echo) {
        List<Handler<?, ?>> able = Echo.handlers(echo).stream()
                .filter(h -> GrpcServices.canServe(h.method()))
                .toList();
        return Router.of(able);
    }

    private static Req hi() {
        return new Req().setText("hi").setTimes(2);
    }

    @Test
    void argumentsAndResults() throws Sorry {
        try (Loopback loopback = Loopback.of(GrpcServices.of(router(new Server())))) {
            assertEquals(
                    List.of("hi", "hi"), Echo.client(loopback.ours()).echo(hi()).getTexts());
        }
    }

    @Test
    void declaredExceptions() {
        try (Loopback loopback = Loopback.of(GrpcServices.of(router(new Server())))) {
            Sorry e =
                    assertThrows(Sorry.class, () -> Echo.client(loopback.ours()).echo(hi().setTimes(-1)));
            assertEquals("how often?", e.getMessage());
        }
    }

    @Test
    void severalArgumentsAndNone() {
        Wide wide = (req, times) -> {
            Resp response = new Resp();
            response.getTexts().addAll(Collections.nCopies(times, req.getText()));
            return response;
        };
        Router router = Router.of(Wide.handlers(wide), Ping.handlers(() -> {}));
        try (Loopback loopback = Loopback.of(GrpcServices.of(router))) {
            assertEquals(
                    List.of("hi", "hi", "hi"),
                    Wide.client(loopback.ours()).echo(hi(), 3).getTexts());
            Ping.client(loopback.ours()).ping();
        }
    }

    @Test
    void streamsOfStructsAlone() {
        Flow flow = req -> Collections.nCopies(req.getTimes(), new Resp()).iterator();
        try (Loopback loopback = Loopback.of(GrpcServices.of(Router.of(Flow.handlers(flow))))) {
            Iterator<Resp> responses = Flow.client(loopback.ours()).count(hi());
            assertEquals(new Resp(), responses.next());
            assertEquals(new Resp(), responses.next());
            assertFalse(responses.hasNext());
        }
    }

    @Test
    void anyPackageInFrontOfTheService() {
        Router router = router(new Server());
        try (Loopback loopback =
                Loopback.of(s -> s.fallbackHandlerRegistry(GrpcServices.inAnyPackage(router)), c -> {})) {
            for (String service : List.of("Echo", "kitex.Echo", "a.b.Echo")) {
                Stubs.unary(loopback.ours(), in(service), new Echo.Calls.EchoArgs().setReq(hi()));
            }
            RpcException e = assertThrows(
                    RpcException.class,
                    () -> Stubs.unary(loopback.ours(), in("OtherEcho"), new Echo.Calls.EchoArgs().setReq(hi())));
            assertEquals(dev.fastcodec.rpc.Status.UNIMPLEMENTED, e.status());
        }
    }

    private static Method<Echo.Calls.EchoArgs, Echo.Calls.EchoResult> in(String service) {
        return Echo.Calls.ECHO.in(service, () -> Echo.SCHEMA);
    }

    @Test
    void onewayMethodsAreRefused() {
        assertTrue(GrpcServices.canServe(Echo.Calls.ECHO));
        assertTrue(GrpcServices.canServe(Wide.Calls.ECHO));
        assertTrue(GrpcServices.canServe(Flow.Calls.COUNT));
        assertFalse(GrpcServices.canServe(Echo.Calls.NOTE));
        Router router = Router.of(Echo.handlers(new Server()));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> GrpcServices.of(router));
        assertTrue(e.getMessage().startsWith("method Echo/note cannot go over gRPC"), e.getMessage());
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
            boolean thrift = columns[0].equals("V14b-grpc-thrift");
            Method<?, ?> method = thrift ? Flow.Calls.COUNT : dev.fastcodec.grpc.proto.fast.Echo.Calls.ECHO;
            Object expected = thrift
                    ? hi().setTimes(5)
                    : new dev.fastcodec.grpc.proto.fast.Req().setText("hi").setTimes(5);
            Object message = Methods.server(method)
                    .getRequestMarshaller()
                    .parse(new ByteArrayInputStream(frame, 5, frame.length - 5));
            assertEquals(expected, message instanceof Echo.Calls.EchoArgs args ? args.getReq() : message);
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

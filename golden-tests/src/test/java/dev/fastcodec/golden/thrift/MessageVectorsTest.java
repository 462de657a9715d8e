package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.Incoming;
import dev.fastcodec.thrift.MessageType;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import dev.fastcodec.thrift.TApplicationException;
import dev.fastcodec.thrift.TApplicationException.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector that is a whole message: envelope and body, in a frame or not. */
class MessageVectorsTest {
    /** What descriptions say: {@code REPLY(2) "ping" seq 300}. */
    private static final Pattern ENVELOPE = Pattern.compile("([A-Z]+)\\(\\d\\) \"([^\"]+)\" seq (-?\\d+)");

    private static VectorTypes types;

    @BeforeAll
    static void compile() {
        types = new VectorTypes(Options.of(Map.of("formats", "binary,compact,tjson")));
    }

    static Stream<Arguments> messages() {
        List<Arguments> all = new ArrayList<>();
        Vector.all("thrift-messages.checked.tsv").forEach(v -> all.add(Arguments.of(v, Protocol.BINARY)));
        for (Protocol protocol : List.of(Protocol.COMPACT, Protocol.TJSON)) {
            String file = protocol == Protocol.TJSON ? "thrift-json.checked.tsv" : "thrift-compact.checked.tsv";
            Vector.all(file).stream()
                    .filter(v -> v.name().startsWith("message-"))
                    .forEach(v -> all.add(Arguments.of(v, protocol)));
        }
        return all.stream();
    }

    private static boolean isFramed(Vector vector) {
        return vector.name().equals("V3-framed-call");
    }

    private static Envelope envelope(Vector vector) {
        Matcher said = ENVELOPE.matcher(vector.description());
        return said.find()
                ? new Envelope(MessageType.valueOf(said.group(1)), said.group(2), Integer.parseInt(said.group(3)))
                : Envelope.call("echo", 1);
    }

    private static Codec<Object> codec(Vector vector, Protocol protocol) {
        return types.beans().of(types.type(vector)).codec(protocol.name());
    }

    /** What is behind the body. */
    private static int bracket(Protocol protocol) {
        return protocol == Protocol.TJSON ? 1 : 0;
    }

    private static Incoming read(Vector vector, Protocol protocol, byte[] b, int from, int to) {
        return isFramed(vector) ? Incoming.readFramed(protocol, b, from, to) : Incoming.read(protocol, b, from, to);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isReadAsItSays(Vector vector, Protocol protocol) {
        byte[] bytes = vector.bytes();
        Incoming message = read(vector, protocol, bytes, 0, bytes.length);
        assertEquals(envelope(vector), message.envelope());
        assertSame(bytes, message.array());
        assertEquals(bytes.length, message.limit());
        assertEquals(bytes.length - bracket(protocol), message.bodyEnd());
        assertEquals(bytes.length, message.end());
        byte[] body = Arrays.copyOfRange(bytes, message.bodyBegin(), message.bodyEnd());
        Object read = message.body(codec(vector, protocol));
        StructValue theirs = protocol == Protocol.TJSON
                ? JsonWire.read(body, types.type(vector))
                : Wire.valueOf(protocol.name()).read(body, types.type(vector));
        assertEquals(theirs, types.beans().read(read, types.type(vector)));
        assertEquals(bytes.length, message.end());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isReadWithinOtherBytes(Vector vector, Protocol protocol) {
        int n = vector.bytes().length;
        byte[] room = new byte[n + 10];
        Arrays.fill(room, (byte) 0x55);
        System.arraycopy(vector.bytes(), 0, room, 7, n);
        Incoming message = read(vector, protocol, room, 7, room.length);
        assertEquals(envelope(vector), message.envelope());
        assertEquals(7 + n, message.end());
        message.body(codec(vector, protocol));
        assertEquals(7 + n, message.end());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isWrittenAsLibthriftWritesIt(Vector vector, Protocol protocol) {
        byte[] bytes = vector.bytes();
        Incoming message = read(vector, protocol, bytes, 0, bytes.length);
        Codec<Object> codec = codec(vector, protocol);
        Object body = message.body(codec);
        // one byte of room at first, and something else before it
        Outgoing out = new Outgoing(protocol, new byte[1]);
        for (int i = 0; i < 3; i++) {
            out.reserve(1)[out.size()] = 7;
            out.grew(out.size() + 1);
            int from = out.size();
            if (isFramed(vector)) {
                out.addFramed(message.envelope(), codec, body);
            } else {
                out.add(message.envelope(), codec, body);
            }
            byte[] written = Arrays.copyOfRange(out.array(), from, out.size());
            assertArrayEquals(written(vector, protocol), written);
        }
    }

    private static byte[] written(Vector vector, Protocol protocol) {
        if (vector.name().equals("call-non-strict")) {
            return Vector.hex("80010001 00000004 6563686f 00000001 00");
        }
        // field 0, which no struct declares, is unknown to the type, and JSON keeps nothing unknown
        return protocol == Protocol.TJSON && vector.name().equals("message-reply")
                ? "[1,\"echo\",2,-1,{}]".getBytes(StandardCharsets.UTF_8)
                : vector.bytes();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyPrefixIsRefused(Vector vector, Protocol protocol) {
        byte[] bytes = vector.bytes();
        for (int n = 0; n < bytes.length; n++) {
            int to = 3 + n;
            for (byte[] b : List.of(Arrays.copyOf(new byte[3], to), Arrays.copyOf(new byte[3], 3 + bytes.length))) {
                System.arraycopy(bytes, 0, b, 3, b.length - 3);
                for (DecodeException e : List.of(
                        assertThrows(DecodeException.class, () -> read(vector, protocol, b, 3, to)
                                .end()),
                        assertThrows(DecodeException.class, () -> {
                            Incoming message = read(vector, protocol, b, 3, to);
                            message.body(codec(vector, protocol));
                            message.end();
                        }))) {
                    assertTrue(
                            e.kind() == DecodeException.Kind.TRUNCATED || e.kind() == DecodeException.Kind.SIZE,
                            e::getMessage);
                    assertTrue(e.offset() >= 0 && e.offset() <= n, e::getMessage);
                    assertTrue(!e.path().isEmpty());
                }
            }
        }
    }

    @Test
    void exceptionsAreReadAsSuch() {
        for (Arguments a : messages().toList()) {
            Vector vector = (Vector) a.get()[0];
            Protocol protocol = (Protocol) a.get()[1];
            byte[] bytes = vector.bytes();
            Incoming message = read(vector, protocol, bytes, 0, bytes.length);
            if (message.envelope().type() == MessageType.EXCEPTION) {
                TApplicationException e = message.exception();
                assertEquals(
                        new TApplicationException(Code.UNKNOWN_METHOD, "unknown method foo (service EchoService)"), e);
                Outgoing out = new Outgoing(protocol);
                out.add(message.envelope(), TApplicationException.codec(protocol), e);
                assertArrayEquals(bytes, out.toByteArray());
            }
        }
    }

    @Test
    void namesOfServicesAreTakenApart() {
        Envelope call = envelope(Vector.all("thrift-messages.checked.tsv").stream()
                .filter(v -> v.name().equals("V11-multiplexed-call"))
                .findFirst()
                .orElseThrow());
        assertEquals("EchoService", call.service());
        assertEquals("echo", call.function());
        assertEquals(Envelope.call("echo", 1).to("EchoService"), call);
        assertEquals(new Envelope(MessageType.REPLY, "echo", 1), call.reply());
        assertEquals(new Envelope(MessageType.EXCEPTION, "echo", 1), call.exception());
        assertEquals("", Envelope.call("echo", 1).service());
        assertEquals("echo", Envelope.oneway("echo", 1).function());
        assertEquals("b:c", Envelope.call("a:b:c", 1).function());
    }
}

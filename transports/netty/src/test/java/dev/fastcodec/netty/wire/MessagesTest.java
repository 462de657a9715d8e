package dev.fastcodec.netty.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.netty.wire.Vectors.Vector;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.Incoming;
import dev.fastcodec.thrift.MessageType;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import dev.fastcodec.thrift.TApplicationException;
import dev.fastcodec.thrift.TApplicationException.Code;
import dev.fastcodec.wkt.Any;
import dev.fastcodec.wkt.EnumValue;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telling messages apart, where they end, and those of Kitex Protobuf. */
class MessagesTest {
    private static final String REFUSED = "call-non-strict";

    static List<Vector> all() {
        return Vectors.all();
    }

    static List<Vector> unframed() {
        return Vectors.read("thrift-messages.checked.tsv").stream()
                .filter(v -> !v.name().contains("framed") && !v.name().equals(REFUSED))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void tellsTheShape(Vector vector) {
        String name = vector.name();
        if (name.equals(REFUSED)) {
            assertThrows(DecodeException.class, () -> Shape.of(vector.bytes(), 0));
            return;
        }
        Shape expected = name.startsWith("V18")
                ? Shape.MESH
                : name.contains("kitexpb")
                        ? Shape.FRAMED_PROTOBUF
                        : name.equals("V3-framed-call")
                                ? Shape.FRAMED_BINARY
                                : vector.bytes()[4] == 0x10 && vector.bytes()[5] == 0 ? Shape.TTHEADER : Shape.BINARY;
        assertEquals(expected, Shape.of(vector.bytes(), 0));
    }

    @Test
    void refusesRandomBytesInOneWay() {
        Random random = new Random(3);
        byte[] b = new byte[Shape.BYTES];
        int refused = 0;
        for (int round = 0; round < 100_000; round++) {
            random.nextBytes(b);
            try {
                Shape.of(b, 0);
            } catch (DecodeException e) {
                assertEquals(Kind.INVALID_DATA, e.kind());
                assertTrue(e.getMessage().startsWith("message that begins with 0x"), e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 99_900, refused + " refused");
    }

    @Test
    void readsAMeshHeader() {
        byte[] b = Vectors.bytes("V18-mesh-framed-call");
        int message = MeshHeader.length(b, 0);
        assertEquals(Map.of("isn", "EchoService"), MeshHeader.read(b, 0, message));
        assertEquals(Shape.FRAMED_BINARY, Shape.ofMessage(b, message, b.length));
        assertArrayEquals(Vectors.bytes("V3-framed-call"), Arrays.copyOfRange(b, message, b.length));
        for (int end = 4; end < message; end++) {
            int cut = end;
            assertThrows(DecodeException.class, () -> MeshHeader.read(b, 0, cut));
        }
    }

    @Test
    void readsAndWritesKitexProtobuf() {
        byte[] call = Vectors.bytes("V12-kitexpb-call");
        KitexProtobuf.Read read = KitexProtobuf.read(call, 0, call.length);
        assertEquals(Envelope.call("echo", 1), read.envelope());
        assertEquals(call.length, read.end());
        assertArrayEquals(new byte[] {0x0a, 2, 'h', 'i', 0x10, 5}, Arrays.copyOfRange(call, read.body(), read.end()));
        EnumValue body = read.body(EnumValue.PROTO); // of the same fields as the vector's message
        assertEquals(new EnumValue().setName("hi").setNumber(5), body);
        Outgoing out = new Outgoing(Protocol.BINARY);
        KitexProtobuf.write(out, read.envelope(), EnumValue.PROTO, body);
        assertArrayEquals(call, out.toByteArray());
        for (int end = 0; end < call.length; end++) {
            int cut = end;
            assertThrows(DecodeException.class, () -> KitexProtobuf.read(call, 0, cut));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4095, false, false, 0",
        "4096, false, false, 4096",
        "4096, true, false, 4096",
        "100000, true, false, 100000",
        "100000, true, true, 0"
    })
    void leavesLargeBytesOfKitexProtobufWhereTheyAre(int size, boolean hasHeader, boolean checksum, int beside) {
        Any body = new Any().setTypeUrl("t").setValue(new byte[size]);
        new Random(size).nextBytes(body.getValue());
        TTHeader header = hasHeader ? TTHeader.of(7, Map.of(), Map.of()) : null;
        Outgoing out = new MessageWriter(Shape.FRAMED_PROTOBUF, checksum, 1 << 20)
                .write(header, Envelope.call("echo", 7), Any.PROTO, body);
        assertEquals(beside, out.beside());
        byte[] all = out.toByteArray();
        assertEquals(all.length, new PacketEnd(1 << 20).find(all, 0, all.length));
        KitexProtobuf.Read read = ((Packet.Message) Packet.read(all, 0, all.length, true, 1 << 20)).protobuf();
        assertEquals(Envelope.call("echo", 7), read.envelope());
        assertEquals(body, read.body(Any.PROTO));
    }

    @Test
    void readsAndWritesKitexProtobufExceptions() {
        byte[] vector = Vectors.bytes("V13-kitexpb-exception");
        KitexProtobuf.Read read = KitexProtobuf.read(vector, 0, vector.length);
        assertEquals(new Envelope(MessageType.EXCEPTION, "foo", 1), read.envelope());
        assertEquals(new TApplicationException(Code.UNKNOWN_METHOD), read.exception());
        Outgoing out = new Outgoing(Protocol.BINARY);
        KitexProtobuf.write(out, read.envelope(), read.exception());
        assertArrayEquals(vector, out.toByteArray());
    }

    /** In hex; each a group without an end, a length behind the end or below 0, a number of 11 bytes, a field 0, a wire type 7, and no bytes of a number. */
    @ParameterizedTest
    @ValueSource(strings = {"0b", "1205ff", "12ffffffff0f", "08ffffffffffffffffffff01", "0200", "0f", "0d000000", "08"})
    void refusesKitexProtobufExceptionsThatAreNone(String hex) {
        byte[] body = HexFormat.of().parseHex(hex);
        KitexProtobuf.Read read = new KitexProtobuf.Read(Envelope.call("", 0), body, 0, body.length);
        assertThrows(DecodeException.class, read::exception);
    }

    @Test
    void whatNoUtf8HoldsHidesNoKitexProtobufException() {
        byte[] body = HexFormat.of().parseHex("08061203ff4142");
        KitexProtobuf.Read read = new KitexProtobuf.Read(Envelope.call("", 0), body, 0, body.length);
        assertEquals(new TApplicationException(Code.INTERNAL_ERROR, "\ufffdAB"), read.exception());
        Outgoing out = new Outgoing(Protocol.BINARY);
        KitexProtobuf.write(
                out, read.envelope(), new TApplicationException(Code.INTERNAL_ERROR, "\ud800" + "AB".repeat(40)));
        byte[] all = out.toByteArray();
        assertEquals(
                new TApplicationException(Code.INTERNAL_ERROR, "?" + "AB".repeat(40)),
                KitexProtobuf.read(all, 0, all.length).exception());
    }

    @ParameterizedTest
    @MethodSource("unframed")
    void findsTheEndByteByByte(Vector vector) {
        findsEnd(Protocol.BINARY, vector.bytes());
    }

    @Test
    void findsTheEndOfRandomStructs() {
        Random random = new Random(5);
        for (Protocol protocol : List.of(Protocol.BINARY, Protocol.COMPACT)) {
            for (int round = 0; round < 300; round++) {
                Outgoing out = new Outgoing(protocol);
                String name = "m".repeat(random.nextInt(200));
                out.add(
                        Envelope.call(name, random.nextInt()),
                        TApplicationException.codec(protocol),
                        new TApplicationException());
                out.grew(out.size() - 1 - stopAndFields(out, protocol));
                new RandomStruct(random, out, protocol).fields(0);
                findsEnd(protocol, out.toByteArray());
            }
        }
    }

    /** The bytes of the empty exception's fields, which are taken away again. */
    private static int stopAndFields(Outgoing out, Protocol protocol) {
        Incoming in = Incoming.read(protocol, out.array(), 0, out.size());
        return out.size() - in.bodyBegin() - 1;
    }

    private static void findsEnd(Protocol protocol, byte[] message) {
        byte[] more = Arrays.copyOf(message, message.length + 5);
        assertEquals(
                message.length,
                Incoming.read(protocol, message, 0, message.length).bodyEnd());
        UnframedEnd end = UnframedEnd.of(protocol, 1 << 20);
        for (int to = Shape.BYTES; to < message.length; to++) {
            assertEquals(UnframedEnd.MORE, end.find(more, 0, to));
        }
        assertEquals(message.length, end.find(more, 0, more.length));
        assertEquals(message.length, UnframedEnd.of(protocol, message.length).find(more, 0, more.length));
        assertThrows(DecodeException.class, () -> UnframedEnd.of(protocol, message.length - 1)
                .find(more, 0, more.length));
    }

    @Test
    void refusesBombsWithoutWaiting() {
        byte[] head = Arrays.copyOf(Vectors.bytes("oneway-empty"), 16);
        for (String hostile : List.of(
                "0f00010a7fffffff",
                "0f00010affffffff",
                "0b0001ffffffff",
                "0b00017fffffff",
                "0d0001080840000000",
                "0f00010c7fffffff",
                "050063",
                "ff0001",
                "0c0001".repeat(100),
                "0f0001" + "0f00000001".repeat(100))) {
            byte[] body = HexFormat.of().parseHex(hostile);
            byte[] b = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, b, head.length, body.length);
            UnframedEnd end = UnframedEnd.of(Protocol.BINARY, 16 << 20);
            assertThrows(DecodeException.class, () -> end.find(b, 0, b.length), hostile);
        }
    }

    @Test
    void readsAndWritesBusinessErrors() {
        for (BizStatus error : List.of(
                new BizStatus(404, "not found", Map.of("k", "v")),
                new BizStatus(-1, "", Map.of()),
                new BizStatus(7, "é", Map.of("a\"\\\n", "\u0001/\t😀")))) {
            Map<String, String> strings = new LinkedHashMap<>();
            error.add(strings);
            assertEquals(error, BizStatus.of(strings));
        }
        assertNull(BizStatus.of(Map.of()));
        assertNull(BizStatus.of(Map.of(Keys.BIZ_STATUS, "0")));
        assertNull(BizStatus.of(Map.of(Keys.BIZ_STATUS, "many")));
        for (String extra : List.of("[]", "{\"a\":1}", "{\"a\":\"b\"", "{\"a\":\"\\u00\"}", "{\"a\":\"b\"} x", "{a}")) {
            assertEquals(
                    new BizStatus(1, "", Map.of()),
                    BizStatus.of(Map.of(Keys.BIZ_STATUS, "1", Keys.BIZ_EXTRA, extra)),
                    extra);
        }
        assertEquals(
                new BizStatus(1, "", Map.of("a", "b", "c", "\u00e9")),
                BizStatus.of(Map.of(Keys.BIZ_STATUS, "1", Keys.BIZ_EXTRA, " { \"a\" : \"b\" , \"c\":\"\\u00e9\" } ")));
    }

    @Test
    void metainfoKindsDoNotMix() {
        Map<String, String> strings = new LinkedHashMap<>();
        Metainfo.TRANSIENT.add(Map.of("a", "1", "empty", ""), strings);
        Metainfo.UPSTREAM.add(Map.of("b", "2"), strings);
        Metainfo.PERSISTENT.add(Map.of("c", "3"), strings);
        Metainfo.BACKWARD.add(Map.of("d", "4"), strings);
        assertEquals(4, strings.size());
        assertEquals(Map.of("a", "1"), Metainfo.TRANSIENT.of(strings));
        assertEquals(Map.of("b", "2"), Metainfo.UPSTREAM.of(strings));
        assertEquals(Map.of("c", "3"), Metainfo.PERSISTENT.of(strings));
        assertEquals(Map.of("d", "4"), Metainfo.BACKWARD.of(strings));
    }
}

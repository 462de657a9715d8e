package dev.fastcodec.netty.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.netty.wire.TTHeaderReader.Read;
import dev.fastcodec.netty.wire.Vectors.Vector;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading and writing TTHeader, with Kitex's own layout as the measure. */
class TTHeaderTest {
    private static final int LIMIT = 16 << 20;

    /** What the vectors say in words. */
    private static final Map<String, TTHeader> EXPECTED = Map.of(
            "V4-ttheader-min", call(Map.of(), Map.of()),
            "V5-ttheader-isn-method", call(Map.of("isn", "EchoService"), Map.of(9, "echo")),
            "V6-ttheader-framed", call(Map.of(), Map.of()),
            "V15-biz-status-reply",
                    call(
                            ordered("biz-status", "404", "biz-message", "not found", "biz-extra", "{\"k\":\"v\"}"),
                            Map.of(22, "2")),
            "V16-crc32c", call(Map.of("crc32c", "4e853ce4"), Map.of()),
            "V17-acl-token", call(Map.of(Keys.ACL_TOKEN, "tok"), Map.of()));

    private static TTHeader call(Map<String, String> strings, Map<Integer, String> ints) {
        return TTHeader.of(1, strings, ints);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static List<Vector> vectors() {
        return Vectors.read("ttheader.checked.tsv");
    }

    static List<Vector> hostile() {
        return Vectors.read("hostile-ttheader.checked.tsv");
    }

    private static Read read(byte[] b) {
        return TTHeaderReader.read(b, 0, TTHeaderReader.length(b, 0, LIMIT));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsAndWritesExactly(Vector vector) {
        Read read = read(vector.bytes());
        assertEquals(EXPECTED.get(vector.name()), read.header());
        assertEquals(vector.bytes().length, read.end());

        Outgoing out = new Outgoing(Protocol.BINARY);
        TTHeaderWriter writer = TTHeaderWriter.begin(out, read.header());
        assertEquals(read.payload(), writer.payload());
        Bytes.raw(out, Arrays.copyOfRange(vector.bytes(), read.payload(), read.end()));
        writer.finish();
        assertArrayEquals(vector.bytes(), out.toByteArray());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refuses(Vector vector) {
        byte[] b = vector.bytes();
        DecodeException e = assertThrows(DecodeException.class, () -> read(b));
        boolean wrongContent = vector.name().matches("H8.*|T4.*|T6.*");
        assertEquals(wrongContent ? Kind.INVALID_DATA : Kind.SIZE, e.kind(), e.getMessage());
        assertTrue(e.offset() <= b.length, e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesEveryHeaderThatIsCutShort(Vector vector) {
        int payload = read(vector.bytes()).payload();
        for (int end = 0; end < payload; end++) {
            byte[] cut = Arrays.copyOf(vector.bytes(), end);
            assertThrows(DecodeException.class, () -> TTHeaderReader.read(cut, 0, cut.length));
        }
    }

    @Test
    void fillsInTheChecksumOfThePayload() {
        byte[] vector = Vectors.bytes("V16-crc32c");
        Read read = read(vector);
        Checksum.check(read.header(), vector, read.payload(), read.end());

        Outgoing out = new Outgoing(Protocol.BINARY);
        Bytes.raw(out, new byte[3]);
        TTHeaderWriter writer = TTHeaderWriter.beginChecked(out, call(Map.of(), Map.of()));
        Bytes.raw(out, Arrays.copyOfRange(vector, read.payload(), read.end()));
        writer.finish();
        assertArrayEquals(vector, Arrays.copyOfRange(out.array(), 3, out.size()));

        vector[read.payload() + 20] ^= 1;
        assertThrows(DecodeException.class, () -> Checksum.check(read.header(), vector, read.payload(), read.end()));
    }

    @Test
    void refusesToWriteWhatDoesNotFit() {
        Outgoing out = new Outgoing(Protocol.BINARY);
        Map<String, String> manyLong = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            manyLong.put("k" + i, "x".repeat(65_000));
        }
        Map<Integer, String> tooMany = new HashMap<>();
        for (int i = 0; i < 70_000; i++) {
            tooMany.put(i, "");
        }
        for (TTHeader header : List.of(
                call(Map.of("k", "x".repeat(65_536)), Map.of()), call(manyLong, Map.of()), call(Map.of(), tooMany))) {
            assertThrows(EncodeException.class, () -> TTHeaderWriter.begin(out, header));
        }
    }

    @Test
    void readsWhatItWrites() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            Map<String, String> strings = new LinkedHashMap<>();
            Map<Integer, String> ints = new LinkedHashMap<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                strings.put("é".repeat(random.nextInt(9)) + i, "v".repeat(random.nextInt(300)));
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                ints.put(random.nextInt(65_536), "w".repeat(random.nextInt(300)));
            }
            TTHeader header = new TTHeader(random.nextInt(65_536), random.nextInt(), TTHeader.BINARY, strings, ints);
            Outgoing out = new Outgoing(Protocol.BINARY);
            TTHeaderWriter.begin(out, header).finish();
            assertEquals(header, read(out.toByteArray()).header());
            assertEquals(0, (out.size() - TTHeader.META) % 4);
        }
    }

    /** Whatever the bytes, the answer is a header or the one exception. */
    @Test
    void takesRandomHeadersWithoutOtherFailures() {
        Random random = new Random(11);
        byte[] good = Vectors.bytes("V15-biz-status-reply");
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] b = good.clone();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                b[TTHeader.SIZE_AT + random.nextInt(b.length - TTHeader.SIZE_AT)] = (byte) random.nextInt();
            }
            try {
                TTHeaderReader.read(b, 0, b.length);
            } catch (DecodeException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000, refused + " refused");
    }
}

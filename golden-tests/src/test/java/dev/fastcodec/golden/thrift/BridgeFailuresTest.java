package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.libthrift.Bridge;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TProtocolException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read or written by libthrift's protocols fails as libthrift fails, and for the reason that the codec would give. */
class BridgeFailuresTest {
    private static final long MOST_BYTES = 64 << 10;

    private static VectorTypes types;

    @BeforeAll
    static void compile() {
        types = new VectorTypes();
    }

    private static Bridge<?> bridge(String type) {
        return BridgeTest.bridge(types.codec(types.type(type), Wire.BINARY));
    }

    private static TProtocolException refusal(String type, AnyProtocol protocol, byte[] bytes) {
        return assertThrows(TProtocolException.class, () -> bridge(type).read(protocol.over(bytes)));
    }

    static Stream<Arguments> hostile() {
        List<String> read = List.of("H12", "H13", "H14", "C13-long-id-70000");
        List<Arguments> all = new ArrayList<>();
        Vector.all("hostile-thrift-binary.checked.tsv").forEach(v -> all.add(Arguments.of(v, Wire.BINARY)));
        Vector.all("hostile-thrift-compact.checked.tsv").forEach(v -> all.add(Arguments.of(v, Wire.COMPACT)));
        return all.stream().filter(a -> !read.contains(a.get()[0].toString()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileBytesAreRefusedAtOnceWithoutMuchMemory(Vector vector, Wire wire) {
        Bridge<?> bridge = BridgeTest.bridge(types.codec(vector, Wire.BINARY));
        AnyProtocol protocol = AnyProtocol.valueOf(wire.name());
        assertThrows(TException.class, () -> bridge.read(protocol.over(vector.bytes())));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertTimeout(Duration.ofSeconds(1), () -> {
            long before = threads.getCurrentThreadAllocatedBytes();
            assertThrows(TException.class, () -> bridge.read(protocol.over(vector.bytes())));
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < MOST_BYTES, vector + " took " + allocated + " bytes");
        });
    }

    @Test
    void theCodecsReasonsAreTold() {
        byte[] binary = Vector.hex("00");
        TProtocolException missing = refusal("Required", AnyProtocol.BINARY, binary);
        assertEquals(TProtocolException.INVALID_DATA, missing.getType());
        assertEquals("required but missing: a, b, d in Required", missing.getMessage());
        DecodeException cause = assertInstanceOf(DecodeException.class, missing.getCause());
        assertEquals(DecodeException.Kind.MISSING_REQUIRED, cause.kind());

        byte[] both = "{\"1\":{\"i32\":1},\"2\":{\"i32\":2}}".getBytes(StandardCharsets.UTF_8);
        TProtocolException two = refusal("Either", AnyProtocol.JSON, both);
        assertEquals(TProtocolException.INVALID_DATA, two.getType());
        assertEquals(
                "Either",
                assertInstanceOf(DecodeException.class, two.getCause()).path());

        byte[] negative = "{\"1\":{\"lst\":[\"i32\",-1]}}".getBytes(StandardCharsets.UTF_8);
        TException size = assertThrows(TException.class, () -> bridge("ListI32").read(AnyProtocol.JSON.over(negative)));
        assertTrue(size instanceof TProtocolException || size.getMessage() != null, size::toString);
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "COMPACT", "JSON"})
    void depthIsLimitedAndForgottenAfterAFailure(AnyProtocol protocol) throws TException {
        Bean self = types.beans().of(types.type("Self"));
        Bridge<?> bridge = bridge("Self");
        byte[] deepest = protocol.write(out -> BridgeTest.write(bridge, nested(self, 64), out));
        assertEquals(nested(self, 64), bridge.read(protocol.over(deepest)));
        // the protocol itself lets 65 through, so that the reader's own count is what refuses
        byte[] tooDeep = nestedBytes(protocol, 65);
        var used = protocol.over(tooDeep);
        for (int i = 0; i < 200; i++) {
            TProtocolException e = assertThrows(TProtocolException.class, () -> bridge.read(protocol.over(tooDeep)));
            assertEquals(TProtocolException.DEPTH_LIMIT, e.getType());
        }
        TProtocolException e = assertThrows(TProtocolException.class, () -> bridge.read(used));
        assertEquals(TProtocolException.DEPTH_LIMIT, e.getType());
        for (int i = 0; i < 64; i++) {
            used.incrementRecursionDepth(); // all 64 levels are there again
        }
        TProtocolException writing = assertThrows(
                TProtocolException.class, () -> protocol.write(out -> BridgeTest.write(bridge, nested(self, 65), out)));
        assertEquals(TProtocolException.DEPTH_LIMIT, writing.getType());
    }

    private static Object nested(Bean self, int levels) {
        Object inner = self.make();
        for (int i = 1; i < levels; i++) {
            Object outer = self.make();
            self.set(outer, self.field(1), inner);
            inner = outer;
        }
        return inner;
    }

    private static byte[] nestedBytes(AnyProtocol protocol, int levels) {
        return switch (protocol) {
            case BINARY -> Vector.hex("0c0001".repeat(levels - 1) + "00".repeat(levels));
            case COMPACT -> Vector.hex("1c".repeat(levels - 1) + "00".repeat(levels));
            default ->
                ("{\"1\":{\"rec\":".repeat(levels - 1) + "{}" + "}}".repeat(levels - 1))
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    @Test
    void whatCannotBeWrittenIsLibthriftsFailureToo() {
        Bean required = types.beans().of(types.type("Required"));
        TProtocolException e = assertThrows(
                TProtocolException.class,
                () -> AnyProtocol.JSON.write(out -> BridgeTest.write(bridge("Required"), required.make(), out)));
        assertEquals(TProtocolException.INVALID_DATA, e.getType());
        assertInstanceOf(EncodeException.class, e.getCause());
    }

    @Test
    void unknownFieldsThatSomebodyMadeUpAreRefused() {
        Codec<Object> codec = types.codec(types.type("Empty"), Wire.BINARY);
        Message<?> empty = (Message<?>) codec.decode(Vector.hex("020001 01 00"));
        UnknownFields unknown = empty.unknownFields();
        for (String hex : List.of("0b0001 0000ffff 61", "050001", "0f0001 0c 00000005 0000")) {
            byte[] bytes = Vector.hex(hex);
            unknown.append(bytes, 0, bytes.length);
            assertThrows(
                    TProtocolException.class,
                    () -> AnyProtocol.BINARY.write(out -> BridgeTest.write(bridge("Empty"), empty, out)),
                    hex);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "COMPACT", "JSON"})
    void everyPrefixAndRandomChangeGiveAMessageOrATException(AnyProtocol protocol) throws TException {
        Bridge<?> bridge = bridge("Full");
        Vector full = Vector.all("thrift-binary.checked.tsv").stream()
                .filter(v -> v.name().equals("full"))
                .findFirst()
                .orElseThrow();
        Object bean = types.codec(full, Wire.BINARY).decode(full.bytes());
        byte[] bytes = protocol.write(out -> BridgeTest.write(bridge, bean, out));
        for (int n = 0; n < bytes.length; n++) {
            byte[] prefix = Arrays.copyOf(bytes, n);
            assertThrows(TException.class, () -> bridge.read(protocol.over(prefix)));
        }
        Random random = new Random(Seed.value());
        for (int i = 0; i < Seed.values(5_000); i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            try {
                bridge.read(protocol.over(changed));
            } catch (TException e) {
                assertTrue(e.getMessage() != null, e::toString);
            }
        }
    }

    @Test
    void aCodecOfAnotherProtocolIsRefused() {
        Codec<Object> compact = types.codec(types.type("Empty"), Wire.COMPACT);
        assertThrows(IllegalArgumentException.class, () -> BridgeTest.bridge(compact));
    }
}

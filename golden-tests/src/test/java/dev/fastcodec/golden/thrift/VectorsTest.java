package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector of both protocols, through generated codecs. */
class VectorsTest {
    private static VectorTypes types;

    @BeforeAll
    static void compile() {
        types = new VectorTypes();
    }

    static Stream<Arguments> vectors() {
        List<Arguments> all = new ArrayList<>();
        Vector.all("thrift-binary.checked.tsv").forEach(v -> all.add(Arguments.of(v, Wire.BINARY)));
        Vector.all("thrift-compact.checked.tsv").forEach(v -> all.add(Arguments.of(v, Wire.COMPACT)));
        return all.stream();
    }

    /** The struct of a vector: its bytes, without the head of a message. */
    private static byte[] struct(Vector vector) {
        byte[] bytes = vector.bytes();
        if (!vector.name().startsWith("message-")) {
            return bytes;
        }
        int p = 2;
        while (bytes[p++] < 0) {
            // the sequence id is a varint
        }
        return Arrays.copyOfRange(bytes, p + 1 + bytes[p], bytes.length);
    }

    /** What is written for a vector that is meant for readers: known fields first, ascending, then the others. */
    private static byte[] canonical(Vector vector, Wire wire) {
        boolean binary = wire == Wire.BINARY;
        return switch (vector.name()) {
            case "id-descending" ->
                HexFormat.of().parseHex(binary ? "08000300000002080004000000030800050000000100" : "35041506150200");
            case "id-negative" ->
                HexFormat.of().parseHex(binary ? "0800010000000308ffff0000000108fffe0000000200" : "150605010205030400");
            default -> struct(vector);
        };
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isReadAndWrittenBack(Vector vector, Wire wire) {
        Codec<Object> codec = types.codec(vector, wire);
        Object bean = codec.decode(struct(vector));
        assertArrayEquals(canonical(vector, wire), codec.encode(bean));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void hasTheValueThatLibthriftReads(Vector vector, Wire wire) {
        Shape.Struct type = types.type(vector);
        Object bean = types.codec(vector, wire).decode(struct(vector));
        assertEquals(wire.read(struct(vector), type), types.beans().read(bean, type));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyPrefixIsRefused(Vector vector, Wire wire) {
        byte[] bytes = struct(vector);
        for (int n = 0; n < bytes.length; n++) {
            byte[] prefix = Arrays.copyOf(bytes, n);
            DecodeException e = assertThrows(
                    DecodeException.class, () -> types.codec(vector, wire).decode(prefix));
            assertTrue(e.offset() >= 0 && e.offset() <= n, e::getMessage);
        }
    }
}

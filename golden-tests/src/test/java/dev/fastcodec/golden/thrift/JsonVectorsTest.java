package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.thrift.Shape.Struct;
import dev.fastcodec.json.JsonCodec;
import dev.fastcodec.json.JsonOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector of libthrift's two dialects of JSON, through generated codecs. */
class JsonVectorsTest {
    private static VectorTypes types;

    @BeforeAll
    static void compile() {
        types = new VectorTypes(Options.of(Map.of("formats", "binary,compact,tjson,simple_json,json")));
    }

    static Stream<Arguments> vectors() {
        List<Arguments> all = new ArrayList<>();
        Vector.all("thrift-json.checked.tsv").forEach(v -> all.add(Arguments.of(v, JsonWire.TJSON)));
        Vector.all("thrift-simplejson.checked.tsv").forEach(v -> all.add(Arguments.of(v, JsonWire.SIMPLE_JSON)));
        return all.stream();
    }

    private static Struct type(Vector vector, JsonWire wire) {
        if (wire == JsonWire.SIMPLE_JSON && vector.name().equals("bool-true-false")) {
            return types.type("TrueFalse");
        } else if (wire == JsonWire.SIMPLE_JSON && vector.name().equals("id-descending")) {
            return types.type("Mixed");
        }
        return types.type(vector);
    }

    /** Fields that the types do not have are passed over. */
    private static Codec<Object> codec(Vector vector, JsonWire wire) {
        Codec<Object> codec = types.beans().of(type(vector, wire)).codec(wire.name());
        return ((JsonCodec<Object>) codec).with(JsonOptions.DEFAULT.ignoreUnknownFields(true));
    }

    /** The text of a vector, without the head of a message. */
    private static String text(Vector vector) {
        String text = new String(vector.bytes(), StandardCharsets.UTF_8);
        if (!vector.name().startsWith("message-")) {
            return text;
        }
        return text.substring(text.indexOf('{'), text.length() - 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What we take for a vector in place of libthrift's text, where that is no JSON. */
    private static String valid(Vector vector) {
        return text(vector)
                .replace(":NaN", ":\"NaN\"")
                .replace(":Infinity", ":\"Infinity\"")
                .replace(":-Infinity", ":\"-Infinity\"");
    }

    private static boolean isRefused(Vector vector) {
        return vector.name().equals("map-struct-key");
    }

    /** What is written for a vector that is meant for readers: known fields only, ascending. */
    private static String canonical(Vector vector, JsonWire wire) {
        boolean typed = wire == JsonWire.TJSON;
        return switch (vector.name()) {
            case "id-descending" ->
                typed ? "{\"3\":{\"i32\":2},\"4\":{\"i32\":3},\"5\":{\"i32\":1}}" : "{\"b\":2,\"c\":3,\"a\":1}";
            case "id-negative" -> typed ? "{\"1\":{\"i32\":3}}" : valid(vector);
            case "message-reply" -> "{}";
            default -> valid(vector);
        };
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isReadAndWrittenBack(Vector vector, JsonWire wire) {
        Codec<Object> codec = codec(vector, wire);
        if (isRefused(vector)) {
            assertThrows(DecodeException.class, () -> codec.decode(vector.bytes()));
            return;
        }
        Object bean = codec.decode(bytes(valid(vector)));
        assertEquals(canonical(vector, wire), new String(codec.encode(bean), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isWrittenForTheValueOfTheBinaryVector(Vector vector, JsonWire wire) {
        for (Vector binary : Vector.all("thrift-binary.checked.tsv")) {
            if (binary.name().equals(vector.name())
                    || vector.name().equals("req") && binary.name().equals("V1-req")) {
                Struct type = type(vector, wire);
                Object bean = types.codec(type, Wire.BINARY).decode(binary.bytes());
                Codec<Object> codec = codec(vector, wire);
                if (isRefused(vector)) {
                    assertThrows(EncodeException.class, () -> codec.encode(bean));
                } else if (vector.name().equals("id-negative") && wire == JsonWire.SIMPLE_JSON) {
                    // the vector has names for the negative ids, the type has not
                    assertEquals("{\"a\":3}", new String(codec.encode(bean), StandardCharsets.UTF_8));
                } else {
                    assertEquals(canonical(vector, wire), new String(codec.encode(bean), StandardCharsets.UTF_8));
                }
                return;
            }
        }
        assertTrue(vector.name().startsWith("message-"), vector.name());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyPrefixIsRefused(Vector vector, JsonWire wire) {
        byte[] bytes = bytes(valid(vector));
        for (int n = 0; n < bytes.length; n++) {
            byte[] prefix = Arrays.copyOf(bytes, n);
            DecodeException e = assertThrows(
                    DecodeException.class, () -> codec(vector, wire).decode(prefix));
            assertTrue(e.offset() >= 0 && e.offset() <= n, e::getMessage);
            assertEquals(1, e.line());
            assertTrue(e.column() >= 1 && e.column() <= n + 1, e::getMessage);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whiteSpaceChangesNothing(Vector vector, JsonWire wire) {
        if (!isRefused(vector)) {
            String spread = " \t" + spread(valid(vector), "\r\n\t ") + "\n";
            Codec<Object> codec = codec(vector, wire);
            assertEquals(codec.decode(bytes(valid(vector))), codec.decode(bytes(spread)));
        }
    }

    /** Puts white space around every token. */
    private static String spread(String text, String space) {
        StringBuilder s = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString && c == '\\') {
                s.append(c).append(text.charAt(++i));
                continue;
            }
            inString ^= c == '"';
            boolean structural = !inString && "{}[],:".indexOf(c) >= 0;
            s.append(structural ? space : "").append(c).append(structural ? space : "");
        }
        return s.toString();
    }
}

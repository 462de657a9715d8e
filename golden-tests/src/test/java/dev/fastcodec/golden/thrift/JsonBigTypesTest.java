package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.MethodSizes;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Types that are larger than a Java method can hold, in the dialects of JSON. */
class JsonBigTypesTest {
    private static final int FIELDS = 2000;
    private static final int VALUES = 10;
    private static final List<String> DIALECTS = List.of("TJSON", "SIMPLE_JSON", "JSON");

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        String common = "namespace java big\nenum E { A, B }\nstruct Small { 1: i32 a }\n";
        String idl = common
                + BigTypesTest.fields("struct Struct", FIELDS, false)
                + BigTypesTest.fields("union Union", FIELDS, true);
        compiled = Compiled.of(Map.of("big.thrift", idl), Options.of(Map.of("formats", "tjson,simple_json,json")));
    }

    @Test
    void everyMethodCanBeCompiledByHotSpot() throws IOException {
        int methods = MethodSizes.check(compiled);
        assertTrue(methods > FIELDS, methods + " methods");
    }

    @Test
    void valuesRoundTrip() {
        RandomValues values = new RandomValues(Seed.random("big JSON"));
        Beans beans = new Beans(compiled, Seed.random("big JSON beans"));
        for (Struct type : SchemaShapes.of(compiled.schema())) {
            for (int i = 0; i < VALUES * (type.kind() == Shape.Kind.UNION ? 10 : 1); i++) {
                StructValue state = values.state(type, 2);
                for (String dialect : DIALECTS) {
                    Codec<Object> codec = beans.of(type).codec(dialect);
                    byte[] bytes = codec.encode(beans.fill(state));
                    if (dialect.equals("JSON")) {
                        assertEquals(state.written(), beans.read(codec.decode(bytes), type));
                    } else {
                        assertArrayEquals(JsonWire.valueOf(dialect).write(state.written()), bytes);
                    }
                    assertArrayEquals(bytes, codec.encode(codec.decode(bytes)));
                }
            }
        }
    }

    @Test
    void namesEveryRequiredFieldThatIsMissing() {
        for (String dialect : DIALECTS) {
            Codec<Object> codec = compiled.bean("big.Struct").codec(dialect);
            byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
            DecodeException e = assertThrows(DecodeException.class, () -> codec.decode(empty));
            assertEquals(DecodeException.Kind.MISSING_REQUIRED, e.kind());
            assertTrue(e.getMessage().startsWith("required but missing: f2, f12, f19, "), e.getMessage());
        }
    }
}

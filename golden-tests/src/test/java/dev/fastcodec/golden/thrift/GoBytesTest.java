package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.Message;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Go writes more than libthrift: of a field that nobody set, an empty string, container or struct, and of a default what
 * differs from it. All of that is read to the value that it stands for.
 */
class GoBytesTest {
    private static Beans beans;
    private static List<Struct> structs;

    @BeforeAll
    static void compile() {
        Compiled compiled = Compiled.of(Map.of("go_writes.thrift", Vector.resource("/vectors/go_writes.thrift")));
        beans = new Beans(compiled, Seed.random("go"));
        structs = SchemaShapes.of(compiled.schema());
    }

    static List<Vector> vectors() {
        return Vector.all("thriftgo-fastgo.checked.tsv");
    }

    private static Vector vector(String name) {
        return vectors().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }

    private static Struct type(Vector vector) {
        String name = vector.description().substring(0, vector.description().indexOf(':'));
        return structs.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    private static Codec<Object> codec(Vector vector) {
        return beans.codec(type(vector), Wire.BINARY);
    }

    private static boolean isReadByGo(Vector vector) {
        boolean reads = vector.description().endsWith("; Go reads it");
        assertTrue(reads || vector.description().endsWith("; Go refuses it"), vector.description());
        return reads;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isReadAsByGoAndLibthriftAndWrittenAsByLibthrift(Vector vector) {
        if (!isReadByGo(vector)) {
            DecodeException e =
                    assertThrows(DecodeException.class, () -> codec(vector).decode(vector.bytes()));
            assertEquals(Kind.MISSING_REQUIRED, e.kind());
            assertEquals("Outer.must", e.path());
            return;
        }
        Object bean = codec(vector).decode(vector.bytes());
        StructValue read = Wire.BINARY.read(vector.bytes(), type(vector)).written();
        assertEquals(read, beans.read(bean, type(vector)));
        assertNull(((Message<?>) bean).unknownFields());
        assertArrayEquals(Wire.BINARY.write(read), codec(vector).encode(bean));
    }

    @Test
    void nothingThatGoWroteIsLost() {
        for (String name : List.of("optional-zero", "optional-set", "full")) {
            Vector go = vector(name);
            assertArrayEquals(go.bytes(), codec(go).encode(codec(go).decode(go.bytes())), name);
        }
    }

    @Test
    void whatIsEmptyReadsAsWhatIsAbsent() {
        Vector go = vector("plain-zero");
        Bean plain = beans.of(type(go));
        Object absent = plain.make();
        Object empty = codec(go).decode(go.bytes());
        for (Shape.Field field : type(go).fields()) {
            Object whenAbsent = plain.get(absent, plain.field(field.id()));
            Object whenEmpty = plain.get(empty, plain.field(field.id()));
            switch (field.name()) {
                case "text" -> assertEquals("", whenEmpty);
                case "bytes" -> assertArrayEquals(new byte[0], (byte[]) whenEmpty);
                case "inner" -> assertEquals(beans.of(structs.get(0)).make(), whenEmpty);
                // 0, which is no member of the enum
                case "level" -> assertEquals(0, plain.number(empty, plain.field(field.id())));
                default -> assertEquals(whenAbsent, whenEmpty, field.name());
            }
        }
    }

    @Test
    void aDefaultThatGoLeavesOutIsThere() {
        Vector go = vector("defaults-new");
        Bean defaults = beans.of(type(go));
        assertEquals(defaults.make(), codec(go).decode(go.bytes()));
        Vector changed = vector("defaults-changed");
        Object read = codec(changed).decode(changed.bytes());
        assertEquals(9, defaults.get(read, defaults.field(5)));
        assertEquals("", defaults.get(read, defaults.field(6)));
        assertEquals(List.of(), defaults.get(read, defaults.field(4)));
        // Go left the list out since it was nil; to every reader that knows the default, that says the default
        assertEquals(List.of(3), defaults.get(read, defaults.field(7)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyPrefixIsRefused(Vector vector) {
        for (int n = 0; n < vector.bytes().length; n++) {
            byte[] prefix = Arrays.copyOf(vector.bytes(), n);
            DecodeException e =
                    assertThrows(DecodeException.class, () -> codec(vector).decode(prefix));
            assertTrue(e.offset() >= 0 && e.offset() <= n, e::getMessage);
        }
    }
}

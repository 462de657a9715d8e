package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.Codec;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.golden.thrift.Corpus.Check;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.nio.charset.StandardCharsets;

/** What must hold between our codecs and libthrift's protocols for every value of a corpus. */
final class Differential {
    private final Beans beans;

    Differential(Corpus corpus) {
        this.beans = corpus.beans();
    }

    /** We write what libthrift writes. */
    void writes(Struct type, StructValue state, Wire wire) {
        byte[] expected = wire.write(state.written());
        assertArrayEquals(expected, beans.codec(type, wire).encode(beans.fill(state)));
    }

    /** libthrift reads what we write. */
    void isRead(Struct type, StructValue state, Wire wire) {
        byte[] ours = beans.codec(type, wire).encode(beans.fill(state));
        assertEquals(state.written(), wire.read(ours, type));
    }

    /** We read what libthrift writes, and write it again as it was. */
    void reads(Struct type, StructValue state, Wire wire) {
        StructValue written = state.written();
        byte[] bytes = wire.write(written);
        Codec<Object> codec = beans.codec(type, wire);
        Object bean = codec.decode(bytes);
        assertEquals(written, beans.read(bean, type));
        assertArrayEquals(bytes, codec.encode(bean));
        assertNull(((Message<?>) bean).unknownFields());
    }

    /** What an older schema reads and writes has all that the newer one wrote. */
    Check survives(Corpus older) {
        return (type, state, wire) -> {
            byte[] bytes = wire.write(state.written());
            Codec<Object> v1 = older.beans().codec(type, wire);
            Codec<Object> v2 = beans.codec(type, wire);
            byte[] throughV1 = v1.encode(v1.decode(bytes));
            if (wire == Wire.BINARY) {
                assertEquals(bytes.length, throughV1.length);
            }
            assertArrayEquals(bytes, v2.encode(v2.decode(throughV1)));
            assertEquals(state.written(), wire.read(throughV1, type));
        };
    }

    /** In both dialects of JSON that libthrift has, we write what it writes, or refuse what would be no JSON. */
    void writesJson(Struct type, StructValue state) {
        StructValue written = state.written();
        for (JsonWire wire : JsonWire.values()) {
            Codec<Object> codec = beans.of(type).codec(wire.name());
            Object bean = beans.fill(state);
            if (JsonWire.hasOddKeys(written)) {
                assertThrows(EncodeException.class, () -> codec.encode(bean));
            } else {
                assertEquals(text(wire.write(written)), text(codec.encode(bean)));
            }
        }
    }

    /** libthrift reads the typed JSON that we write, and we read what it writes; simple JSON, which it does not read, we read back. */
    void readsJson(Struct type, StructValue state) {
        StructValue written = state.written();
        if (JsonWire.hasOddKeys(written)) {
            return;
        }
        Codec<Object> typed = beans.of(type).codec(JsonWire.TJSON.name());
        byte[] bytes = JsonWire.TJSON.write(written);
        Object bean = typed.decode(bytes);
        assertEquals(written, beans.read(bean, type));
        assertEquals(written, JsonWire.read(typed.encode(bean), type));
        if (!JsonWire.hasOddBytes(written)) { // which libthrift writes as if they were text
            Codec<Object> simple = beans.of(type).codec(JsonWire.SIMPLE_JSON.name());
            assertEquals(written, beans.read(simple.decode(JsonWire.SIMPLE_JSON.write(written)), type));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

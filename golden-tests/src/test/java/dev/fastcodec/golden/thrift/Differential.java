package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.fastcodec.Codec;
import dev.fastcodec.Message;
import dev.fastcodec.golden.thrift.Corpus.Check;
import dev.fastcodec.golden.thrift.Shape.Struct;

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
}

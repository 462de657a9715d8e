package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.Message;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A newer schema and an older one that lacks some of its fields and has others with another type: what the older one reads
 * and writes back is complete, byte for byte, for the newer one.
 */
class UnknownFieldsTest {
    private static final int SCHEMAS = 4;

    private static Corpus newer;
    private static Corpus older;
    private static Set<Shape.Field> changed;

    @BeforeAll
    static void compile() {
        newer = Corpus.make("unknown", SCHEMAS);
        OlderSchema.Older before = OlderSchema.of(newer, Seed.random("older"));
        older = before.corpus();
        changed = before.changed();
    }

    private static Codec<Object> codec(Corpus corpus, Struct type, Wire wire) {
        return corpus.beans().codec(type, wire);
    }

    @Test
    void goBackAsTheyCame() {
        newer.forValues("v1", Seed.values(6_000), false, new Differential(newer).survives(older));
    }

    @Test
    void goFromOneProtocolToTheOtherAndBack() {
        newer.forValues("v1 transcode", Seed.values(3_000), false, (type, state, wire) -> {
            Wire other = wire == Wire.BINARY ? Wire.COMPACT : Wire.BINARY;
            byte[] bytes = wire.write(state.written());
            byte[] otherBytes =
                    codec(older, type, other).encode(codec(older, type, wire).decode(bytes));
            Codec<Object> there = codec(newer, type, other);
            assertArrayEquals(other.write(state.written()), there.encode(there.decode(otherBytes)));
            byte[] back =
                    codec(older, type, wire).encode(codec(older, type, other).decode(otherBytes));
            Codec<Object> here = codec(newer, type, wire);
            assertArrayEquals(bytes, here.encode(here.decode(back)));
        });
    }

    @Test
    void areSeenCopiedComparedAndCleared() {
        newer.forValues("v1 copy", Seed.values(2_000), false, (type, state, wire) -> {
            byte[] bytes = wire.write(state.written());
            Codec<Object> v1 = codec(older, type, wire);
            Object bean = v1.decode(bytes);
            Message<?> copy = ((Message<?>) bean).copy();
            assertEquals(bean, copy);
            assertEquals(bean.hashCode(), copy.hashCode());
            assertEquals(v1.decode(bytes), bean);
            boolean certain = state.written().fields().entrySet().stream()
                    .anyMatch(f -> changed.contains(type.field(f.getKey())) && !isEmptyContainer(f.getValue()));
            if (certain) {
                assertNotNull(copy.unknownFields());
                assertTrue(copy.unknownFields().size() > 0);
            }
            byte[] throughV1 = v1.encode(bean);
            ((Message<?>) bean).clear();
            assertArrayEquals(throughV1, v1.encode(copy));
        });
    }

    private static boolean isEmptyContainer(Object value) {
        return value instanceof Iterable<?> elements && !elements.iterator().hasNext()
                || value instanceof java.util.Map<?, ?> map && map.isEmpty();
    }

    @Test
    void ofAnyBytesThatAreReadAreWrittenBack() {
        java.util.Random random = new java.util.Random(Seed.value());
        newer.forValues("v1 mutate", Seed.values(2_000), false, (type, state, wire) -> {
            byte[] changed = wire.write(state.written());
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            Codec<Object> v1 = codec(older, type, wire);
            Object bean;
            try {
                bean = v1.decode(changed);
            } catch (dev.fastcodec.DecodeException e) {
                return;
            }
            byte[] again = v1.encode(bean);
            assertArrayEquals(again, v1.encode(v1.decode(again)));
        });
    }
}

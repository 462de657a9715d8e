package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.Message;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random schemas and values: what generated codecs write and read is what libthrift writes and reads. */
class RandomRoundTripTest {
    private static final int SCHEMAS = 8;

    private static Corpus corpus;
    private static Beans beans;

    @BeforeAll
    static void compile() {
        corpus = Corpus.make("roundtrip", SCHEMAS);
        beans = corpus.beans();
    }

    @Test
    void writesWhatLibthriftWrites() {
        corpus.forValues("write", Seed.values(10_000), true, new Differential(corpus)::writes);
    }

    @Test
    void libthriftReadsWhatItWrites() {
        corpus.forValues("oracle", Seed.values(4_000), true, new Differential(corpus)::isRead);
    }

    @Test
    void readsWhatLibthriftWrites() {
        corpus.forValues("read", Seed.values(10_000), false, new Differential(corpus)::reads);
    }

    @Test
    void defaultsComeBackWhereFieldsWereLeftOut() {
        corpus.forValues("defaults", Seed.values(2_000), true, (type, state, wire) -> {
            StructValue written = state.written();
            StructValue reread = written.written();
            Object bean = beans.codec(type, wire).decode(wire.write(written));
            assertEquals(reread, beans.read(bean, type));
            assertArrayEquals(wire.write(reread), beans.codec(type, wire).encode(bean));
        });
    }

    @Test
    void readsFieldsInAnyOrder() {
        corpus.forValues("order", Seed.values(3_000), false, (type, state, wire) -> {
            StructValue written = state.written();
            List<Integer> order = new ArrayList<>(written.fields().keySet());
            Collections.shuffle(order, new Random(order.hashCode()));
            Codec<Object> codec = beans.codec(type, wire);
            assertArrayEquals(wire.write(written), codec.encode(codec.decode(wire.write(written, order))));
        });
    }

    @Test
    void goesFromOneProtocolToTheOther() {
        corpus.forValues("transcode", Seed.values(2_000), false, (type, state, wire) -> {
            StructValue written = state.written();
            Wire other = wire == Wire.BINARY ? Wire.COMPACT : Wire.BINARY;
            Object bean = beans.codec(type, wire).decode(wire.write(written));
            assertArrayEquals(other.write(written), beans.codec(type, other).encode(bean));
        });
    }

    @Test
    void readsIntoAnObjectUsedBefore() {
        Map<Struct, StructValue> last = new HashMap<>();
        corpus.forValues("reuse", Seed.values(3_000), false, (type, state, wire) -> {
            Codec<Object> codec = beans.codec(type, wire);
            StructValue earlier = Objects.requireNonNullElse(last.put(type, state), state);
            byte[] bytes = wire.write(state.written());
            Object used = codec.decode(wire.write(earlier.written()));
            Message<?> cleared = ((Message<?>) used).clear();
            assertSame(used, cleared);
            assertSame(used, codec.decodeInto(used, bytes));
            assertEquals(codec.decode(bytes), used);
            assertArrayEquals(bytes, codec.encode(used));
        });
    }

    @Test
    void copiesEqualAndShareNothing() {
        corpus.forValues("copy", Seed.values(3_000), true, (type, state, wire) -> {
            Codec<Object> codec = beans.codec(type, wire);
            Object bean = beans.fill(state);
            Message<?> copy = ((Message<?>) bean).copy();
            assertNotSame(bean, copy);
            assertEquals(bean, copy);
            assertEquals(bean.hashCode(), copy.hashCode());
            assertEquals(bean.toString(), copy.toString());
            byte[] bytes = codec.encode(bean);
            ((Message<?>) bean).clear();
            assertArrayEquals(bytes, codec.encode(copy));
        });
    }

    @Test
    void equalValuesAreEqualHoweverTheyWereMade() {
        corpus.forValues("equal", Seed.values(3_000), false, (type, state, wire) -> {
            Object filled = beans.fill(state);
            Object again = beans.fill(state);
            assertEquals(filled, again);
            assertEquals(filled.hashCode(), again.hashCode());
            assertFalse(filled.equals(null));
            assertFalse(filled.equals("text"));
        });
    }

    @Test
    void valuesThatAreWrittenOtherwiseAreNotEqual() {
        corpus.forValues("unequal", Seed.values(3_000), false, (type, state, wire) -> {
            StructValue other = new StructValue(type);
            state.fields().forEach(other::with);
            if (!other.fields().isEmpty()) {
                RandomValues values = new RandomValues(Seed.random(state.toString()));
                int id = other.fields().lastKey();
                other.with(id, values.value(type.field(id).shape(), 2));
            }
            if (other.written().equals(state.written())) {
                assertEquals(beans.fill(state).hashCode(), beans.fill(other).hashCode());
            } else {
                assertNotEquals(beans.fill(state), beans.fill(other));
            }
        });
    }

    @Test
    void clearedIsAsNew() {
        corpus.forValues("clear", Seed.values(2_000), true, (type, state, wire) -> {
            if (type.kind() == Shape.Kind.UNION) {
                return;
            }
            Object fresh = beans.of(type).make();
            Object used = ((Message<?>) beans.fill(state)).clear();
            assertEquals(beans.read(fresh, type), beans.read(used, type));
            assertEquals(fresh, used);
            assertEquals(fresh.hashCode(), used.hashCode());
            assertEquals(fresh.toString(), used.toString());
        });
    }

    @Test
    void everyWayToEncodeAndDecodeGivesTheSame() {
        corpus.forValues("ways", Seed.values(1_000), false, (type, state, wire) -> {
            byte[] bytes = wire.write(state.written());
            Codec<Object> codec = beans.codec(type, wire);
            Object bean = beans.fill(state);
            byte[] room = new byte[bytes.length + 7];
            assertEquals(bytes.length + 3, codec.encode(bean, room, 3));
            assertArrayEquals(bytes, Arrays.copyOfRange(room, 3, 3 + bytes.length));
            assertEquals(bean, codec.decode(room, 3, bytes.length));
            for (ByteBuffer buffer :
                    List.of(ByteBuffer.allocate(room.length), ByteBuffer.allocateDirect(room.length))) {
                codec.encode(bean, buffer);
                assertEquals(bytes.length, buffer.position());
                assertEquals(bean, codec.decode(buffer.flip()));
                assertEquals(0, buffer.remaining());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                codec.encode(bean, out);
                assertArrayEquals(bytes, out.toByteArray());
                assertEquals(bean, codec.decode(new ByteArrayInputStream(bytes)));
                codec.encodeDelimited(bean, out);
                ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
                in.skipNBytes(bytes.length);
                assertEquals(bean, codec.decodeDelimited(in));
                assertNull(codec.decodeDelimited(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void refusesEveryPrefix() {
        corpus.forValues("prefix", Seed.values(1_500), false, (type, state, wire) -> {
            byte[] bytes = wire.write(state.written());
            Codec<Object> codec = beans.codec(type, wire);
            for (int n = 0; n < Math.min(bytes.length, 200); n++) {
                byte[] prefix = Arrays.copyOf(bytes, n);
                DecodeException e = assertThrows(DecodeException.class, () -> codec.decode(prefix));
                assertTrue(e.offset() >= 0 && e.offset() <= n, e::getMessage);
                assertTrue(e.path().startsWith(type.name()), e::getMessage);
            }
        });
    }

    @Test
    void changedBytesGiveAValueOrADecodeException() {
        Random random = new Random(Seed.value());
        corpus.forValues("mutate", Seed.values(3_000), false, (type, state, wire) -> {
            byte[] bytes = wire.write(state.written());
            Codec<Object> codec = beans.codec(type, wire);
            for (int round = 0; round < 10; round++) {
                byte[] changed = bytes.clone();
                for (int n = random.nextInt(1, 4); n > 0; n--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                decodeAnything(codec, changed);
            }
        });
    }

    @Test
    void randomBytesGiveAValueOrADecodeException() {
        Random random = new Random(Seed.value() + 1);
        for (int i = 0; i < Seed.values(10_000); i++) {
            Struct type = corpus.structs().get(i % corpus.structs().size());
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            for (Wire wire : Wire.values()) {
                decodeAnything(beans.codec(type, wire), bytes);
            }
        }
    }

    /** What was read can be written and read again, unless a struct inside it is refused by the writer too. */
    private static void decodeAnything(Codec<Object> codec, byte[] bytes) {
        Object bean;
        try {
            bean = codec.decode(bytes);
        } catch (DecodeException e) {
            assertTrue(e.offset() >= 0 && e.offset() <= bytes.length, e::getMessage);
            return;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(java.util.HexFormat.of().formatHex(bytes), e);
        }
        byte[] again = codec.encode(bean);
        assertArrayEquals(again, codec.encode(codec.decode(again)));
        assertNotEquals("", bean.toString());
    }
}

package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.Message;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.Shape.Struct;
import dev.fastcodec.json.JsonCodec;
import dev.fastcodec.json.JsonOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random schemas and values in the three dialects of JSON, against libthrift where it has them. */
class JsonRoundTripTest {
    private static final int SCHEMAS = 4;
    private static final List<String> DIALECTS = List.of("TJSON", "SIMPLE_JSON", "JSON");

    private static Corpus corpus;
    private static Beans beans;

    @BeforeAll
    static void compile() {
        corpus = Corpus.make("json", SCHEMAS, Options.of(Map.of("formats", "binary,tjson,simple_json,json")));
        beans = corpus.beans();
    }

    private static JsonCodec<Object> codec(Struct type, String dialect) {
        return (JsonCodec<Object>) beans.of(type).codec(dialect);
    }

    /** What is done with a value in one dialect that can write it. */
    private interface Check {
        void on(Struct type, StructValue state, JsonCodec<Object> codec, String dialect);
    }

    private static void forValues(String test, int count, boolean cleared, Check check) {
        corpus.forValues(test, count, cleared, (type, state, wire) -> {
            for (String dialect : wire == Wire.BINARY ? DIALECTS : List.<String>of()) {
                if (dialect.equals("JSON") || !JsonWire.hasOddKeys(state.written())) {
                    check.on(type, state, codec(type, dialect), dialect);
                }
            }
        });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Each value once, as the protocol is none of the two that values come with. */
    private static Corpus.Check once(BiConsumer<Struct, StructValue> check) {
        return (type, state, wire) -> {
            if (wire == Wire.BINARY) {
                check.accept(type, state);
            }
        };
    }

    @Test
    void writesWhatLibthriftWrites() {
        corpus.forValues("write", Seed.values(10_000), true, once(new Differential(corpus)::writesJson));
    }

    @Test
    void readsWhatLibthriftWritesAndIsRead() {
        corpus.forValues("read", Seed.values(10_000), false, once(new Differential(corpus)::readsJson));
    }

    @Test
    void readsBackWhatItWrites() {
        forValues("back", Seed.values(3_000), false, (type, state, codec, dialect) -> {
            StructValue written = state.written();
            if (dialect.equals("SIMPLE_JSON") && JsonWire.hasOddBytes(written)) {
                return;
            }
            byte[] bytes = codec.encode(beans.fill(state));
            Object bean = codec.decode(bytes);
            assertEquals(written, beans.read(bean, type));
            assertEquals(text(bytes), text(codec.encode(bean)));
            assertEquals(text(bytes), codec.encodeToString(bean));
            assertEquals(bean, codec.decode(text(bytes)));
        });
    }

    @Test
    void goesThroughTheBinaryProtocol() {
        forValues("transcode", Seed.values(1_500), false, (type, state, codec, dialect) -> {
            byte[] bytes = Wire.BINARY.write(state.written());
            Codec<Object> binary = beans.codec(type, Wire.BINARY);
            Object bean = binary.decode(bytes);
            byte[] json = codec.encode(bean);
            if (!dialect.equals("SIMPLE_JSON") || !JsonWire.hasOddBytes(state.written())) {
                assertArrayEquals(bytes, binary.encode(codec.decode(json)));
            }
        });
    }

    @Test
    void readsIndentedText() {
        forValues("indent", Seed.values(1_500), false, (type, state, codec, dialect) -> {
            Object bean = beans.fill(state);
            String line = codec.encodeToString(bean);
            String indented = codec.with(JsonOptions.DEFAULT.indent(2)).encodeToString(bean);
            assertEquals(codec.decode(line), codec.decode(indented));
            assertEquals(line, stripped(indented));
        });
    }

    /** Takes away white space between tokens. */
    private static String stripped(String text) {
        StringBuilder s = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString && c == '\\') {
                s.append(c).append(text.charAt(++i));
            } else if (inString || c != ' ' && c != '\n') {
                inString ^= c == '"';
                s.append(c);
            }
        }
        return s.toString();
    }

    @Test
    void readsEnumsAsNumbers() {
        forValues("numbers", Seed.values(1_500), false, (type, state, codec, dialect) -> {
            Object bean = beans.fill(state);
            byte[] bytes = codec.with(JsonOptions.DEFAULT.enumsAsNumbers(true)).encode(bean);
            assertEquals(text(codec.encode(codec.decode(codec.encode(bean)))), text(codec.encode(codec.decode(bytes))));
            if (!dialect.equals("JSON")) {
                assertArrayEquals(codec.encode(bean), bytes);
            }
        });
    }

    @Test
    void readsIntoAnObjectUsedBefore() {
        Map<Struct, StructValue> last = new HashMap<>();
        forValues("reuse", Seed.values(2_000), false, (type, state, codec, dialect) -> {
            byte[] bytes = codec.encode(beans.fill(state));
            StructValue earlier = last.put(type, state);
            Object used = beans.fill(earlier == null ? state : earlier);
            ((Message<?>) used).clear();
            assertEquals(codec.decode(bytes), codec.decodeInto(used, bytes));
            assertArrayEquals(codec.encode(codec.decode(bytes)), codec.encode(used));
        });
    }

    @Test
    void refusesEveryPrefix() {
        forValues("prefix", Seed.values(200), false, (type, state, codec, dialect) -> {
            byte[] bytes = codec.encode(beans.fill(state));
            for (int n = 0; n < Math.min(bytes.length, 150); n++) {
                byte[] prefix = Arrays.copyOf(bytes, n);
                check(assertThrows(DecodeException.class, () -> codec.decode(prefix)), type, prefix, n);
                int end = n;
                check(assertThrows(DecodeException.class, () -> codec.decode(bytes, 0, end)), type, prefix, n);
            }
        });
    }

    private static void check(DecodeException e, Struct type, byte[] bytes, int end) {
        assertTrue(e.offset() >= 0 && e.offset() <= end, e::getMessage);
        assertTrue(e.path().startsWith(type.name()), e::getMessage);
        String before = text(Arrays.copyOf(bytes, e.offset()));
        assertEquals(1 + before.chars().filter(c -> c == '\n').count(), e.line());
    }

    @Test
    void changedBytesGiveAValueOrADecodeException() {
        Random random = new Random(Seed.value());
        String marks = "{}[]\",:0159-.eE\\ntf/u\u0000\n ";
        forValues("mutate", Seed.values(500), false, (type, state, codec, dialect) -> {
            byte[] bytes = codec.encode(beans.fill(state));
            for (int round = 0; round < 10; round++) {
                byte[] changed = bytes.clone();
                for (int n = random.nextInt(1, 4); n > 0; n--) {
                    boolean any = random.nextInt(4) == 0;
                    changed[random.nextInt(changed.length)] =
                            (byte) (any ? random.nextInt() : marks.charAt(random.nextInt(marks.length())));
                }
                decodeAnything(
                        codec.with(JsonOptions.DEFAULT.ignoreUnknownFields(random.nextBoolean())), type, changed);
            }
        });
    }

    /** What was read can be written, unless it holds what the dialect cannot write, and read again. */
    private static void decodeAnything(Codec<Object> codec, Struct type, byte[] bytes) {
        Object bean;
        try {
            bean = codec.decode(bytes);
        } catch (DecodeException e) {
            assertTrue(e.offset() >= 0 && e.offset() <= bytes.length, e::getMessage);
            assertTrue(e.path().startsWith(type.name()) && e.line() > 0 && e.column() > 0, e::getMessage);
            return;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(text(bytes), e);
        }
        byte[] again = codec.encode(bean);
        assertArrayEquals(again, codec.encode(codec.decode(again)));
        assertNotEquals("", bean.toString());
    }
}

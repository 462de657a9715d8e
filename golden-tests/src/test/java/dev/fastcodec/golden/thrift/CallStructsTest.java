package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.Shape.Struct;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What travels when functions are called, which has no methods of a bean, beside beans of the same fields. */
class CallStructsTest {
    private static final List<Payload> PAYLOADS = List.of(Payload.BINARY, Payload.COMPACT, Payload.TJSON);

    private static final String FIELDS = """
              1: bool flag, 2: i8 small, 3: i16 middle, 4: i32 whole, 5: i64 large, 6: double real,
              7: required string name, 8: binary raw, 9: uuid id, 10: Color color, 11: Point point, 12: Shape shape,
              13: list<i32> numbers, 14: list<string> names, 15: list<Point> points, 16: set<string> keys,
              17: map<string, list<Point>> grid, 18: list<list<Color>> colors, 19: map<i32, map<string, binary>> deep,
              20: required list<set<i64>> sets, 21: set<Color> palette, 22: map<Color, i32> counts,
              30: i32 count = 5, 31: string word = "none", 32: list<i32> some = [1, 2], 33: map<string, Point> start = {"a": {"x": 1}},
              40: required i32 sure, 41: required Point where
            """;
    private static final Map<String, String> IDL = Map.of(
            "calls.thrift",
            """
            namespace java calls
            enum Color { RED = 1, BLUE = 2 }
            struct Point { 1: i32 x, 2: optional Point next }
            union Shape { 1: Point point, 2: list<string> words }
            exception Bad { 1: string why }
            struct Same {
            """ + FIELDS + "}\n" + """
            struct Wide {
            """ + wide() + "}\n" + """
            service Calls {
              void same(""" + FIELDS
                    + ") throws (1: Bad bad, 2: Bad worse)\n  Color wide(" + wide() + ")\n}\n");

    private static final Compiled COMPILED =
            Compiled.of(IDL, Options.of(Map.of("formats", "binary,compact,tjson", "unknownFields", "drop")));

    /** More fields than one method writes, reads or asks for. */
    private static String wide() {
        return IntStream.range(1, 150)
                        .mapToObj(i -> i + ": required " + (i % 2 == 0 ? "string" : "list<Point>") + " f" + i)
                        .collect(Collectors.joining(",\n"))
                + "\n";
    }

    private interface Check {
        void of(Bean bean, Codec<Object> beans, Codec<Object> arguments, Object value, SplittableRandom random);
    }

    private static void forValues(String test, int values, Check check) {
        SplittableRandom random = Seed.random(test);
        RandomValues source = new RandomValues(random);
        Beans beans = new Beans(COMPILED, random);
        for (String function : List.of("same", "wide")) {
            Bean bean =
                    COMPILED.bean("calls." + function.substring(0, 1).toUpperCase(Locale.ROOT) + function.substring(1));
            Struct type = SchemaShapes.of(COMPILED.schema()).stream()
                    .filter(s -> s.name().equals(bean.plan().typeName()))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < values; i++) {
                Object value = beans.fill(source.state(type, 3));
                for (Payload payload : PAYLOADS) {
                    try {
                        check.of(
                                bean,
                                bean.codec(payload.name()),
                                method(function).requests(payload),
                                value,
                                random);
                    } catch (RuntimeException | AssertionError e) {
                        throw new AssertionError(Seed.describe() + payload + ": " + value, e);
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // what is decoded goes only where it came from
    private static Method<Object, Object> method(String function) {
        try {
            return (Method<Object, Object>) COMPILED.loader()
                    .loadClass("calls.Calls$Calls_")
                    .getField(function.toUpperCase(Locale.ROOT))
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void areReadAndWrittenAsBeansAre() {
        forValues("same", Seed.values(300), (bean, beans, arguments, value, random) -> {
            byte[] bytes = beans.encode(value);
            assertArrayEquals(bytes, arguments.encode(arguments.decode(bytes)));
        });
    }

    @Test
    void refuseWhatBeansRefuse() {
        forValues("refused", Seed.values(100), (bean, beans, arguments, value, random) -> {
            byte[] bytes = beans.encode(value);
            for (int round = 0; round < 30; round++) {
                byte[] changed = round < 10 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
                for (int n = random.nextInt(3); n > 0 && changed.length > 0; n--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                String expected = outcome(beans, changed);
                assertEquals(
                        expected,
                        outcome(arguments, changed)
                                .replace(
                                        bean.plan().typeName().toLowerCase(Locale.ROOT) + "_args",
                                        bean.plan().typeName()));
            }
        });
    }

    /** The bytes that are written of what is read, or what is wrong, or, what no reading shows, that it cannot be written. */
    private static String outcome(Codec<Object> codec, byte[] bytes) {
        Object value;
        try {
            value = codec.decode(bytes);
        } catch (DecodeException e) {
            return e.toString();
        }
        try {
            return Arrays.toString(codec.encode(value));
        } catch (EncodeException e) {
            return e.getMessage();
        }
    }

    @Test
    void fieldsOfAnotherTypeAreLeftOut() {
        // sets is a list of lists here, of which the first is a set of the right type: nothing of it stays
        Codec<Object> arguments = method("same").requests(Payload.BINARY);
        byte[] bytes = COMPILED.bean("calls.Same").codec("BINARY").encode(same());
        String text = HexFormat.of().formatHex(bytes);
        String sets = "0f0014" + "0e00000001" + "0a00000001" + "0000000000000007";
        assertTrue(text.contains(sets), text);
        byte[] other = HexFormat.of().parseHex(text.replace(sets, "0f0014" + "0e00000001" + "0800000001" + "00000007"));
        DecodeException e = assertThrows(DecodeException.class, () -> arguments.decode(other));
        assertTrue(e.getMessage().contains("sets"), e::getMessage);
        assertEquals("same_args", e.path());
    }

    private static Object same() {
        Bean bean = COMPILED.bean("calls.Same");
        Object same = bean.make();
        bean.set(same, bean.field(7), "n");
        bean.set(same, bean.field(20), List.of(Set.of(7L)));
        bean.set(same, bean.field(41), COMPILED.bean("calls.Point").make());
        return same;
    }

    @Test
    void beginWithDefaultsAndSayWhatIsMissing() throws ReflectiveOperationException {
        for (Payload payload : PAYLOADS) {
            Codec<Object> arguments = method("same").requests(payload);
            Class<?> type = COMPILED.loader().loadClass("calls.Calls$Calls_$SameArgs");
            Object empty = type.getConstructor().newInstance();
            assertEquals(5, type.getMethod("getCount").invoke(empty));
            assertEquals("none", type.getMethod("getWord").invoke(empty));
            assertEquals(List.of(1, 2), type.getMethod("getSome").invoke(empty));
            assertEquals(List.of(), type.getMethod("getNumbers").invoke(empty));
            EncodeException e = assertThrows(EncodeException.class, () -> arguments.encode(empty));
            assertEquals("same_args lacks required fields: name, sets, where", e.getMessage());
        }
    }
}

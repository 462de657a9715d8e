package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.MethodSizes;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Constants as Java has them: of every type, in any number, and safe from change. */
class ConstantsTest {
    private static final int MANY = 5000;

    private static Object field(Compiled compiled, String type, String name) {
        try {
            return Objects.requireNonNull(compiled.type(type).getField(name).get(null));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Object made(Compiled compiled, String type, String name) {
        try {
            return Objects.requireNonNull(compiled.type(type).getMethod(name).invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Compiled everyType() {
        return Compiled.of(Map.of("shared.thrift", """
                namespace java c.shared
                enum Level { LOW = -1, HIGH = 7 (deprecated) }
                typedef i64 Count
                const Count COUNT = 9223372036854775807
                const Level LEVEL = Level.HIGH
                const list<string> NAMES = ["a", "b"]
                """, "c.thrift", """
                namespace java c
                include "shared.thrift"
                typedef list<shared.Level> Levels
                struct Point { 1: i32 x = 1, 2: i32 y (deprecated), 3: binary raw, 4: list<string> names }
                union Either { 1: i32 number, 2: Point point }
                const bool YES = true
                const i8 BYTE = -128
                const i16 SHORT = 32767
                const i32 INT = -2147483648
                const i64 LONG = -9223372036854775808
                const double BIG = 1.7976931348623157e308
                const double TINY = 4.9E-324
                const double MINUS = -0.0
                const double WHOLE = 3
                const string TEXT = "a\\"b\\n\\u00e9$L{@code}"
                const binary RAW = "a\\u00ff"
                const uuid ID = "00112233-4455-6677-8899-aabbccddeeff"
                const i64 COUNT = shared.COUNT
                const shared.Level LEVEL = shared.Level.LOW
                const shared.Level SAME = shared.LEVEL
                const list<string> NAMES = shared.NAMES
                const Levels LEVELS = [LEVEL, shared.LEVEL, 7]
                const set<i32> NUMBERS = [1, INT, 1]
                const map<shared.Level, set<double>> BY_LEVEL = {LEVEL: [1, WHOLE], shared.LEVEL: []}
                const map<list<i32>, map<string, i8>> DEEP = {[1, 2]: {"k": BYTE}}
                const Point ORIGIN = {"y": 2, "names": NAMES}
                const Either EITHER = {"point": ORIGIN}
                const list<Point> POINTS = [ORIGIN, {}]
                const map<binary, binary> BINARIES = {"k": "v"}
                const map<string, map<i32, Point>> BY_NAME = {"o": {1: ORIGIN}}
                const i32 make_0 = 1
                const i32 class = 2
                """));
    }

    @Test
    void scalarsAreFields() {
        Compiled compiled = everyType();
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("YES", true);
        expected.put("BYTE", Byte.MIN_VALUE);
        expected.put("SHORT", Short.MAX_VALUE);
        expected.put("INT", Integer.MIN_VALUE);
        expected.put("LONG", Long.MIN_VALUE);
        expected.put("BIG", Double.MAX_VALUE);
        expected.put("TINY", Double.MIN_VALUE);
        expected.put("MINUS", -0.0);
        expected.put("WHOLE", 3.0);
        expected.put("TEXT", "a\"b\n\u00e9$L{@code}");
        expected.put("ID", UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"));
        expected.put("COUNT", Long.MAX_VALUE);
        expected.put("LEVEL", field(compiled, "c.shared.Level", "LOW"));
        expected.put("SAME", field(compiled, "c.shared.SharedConstants", "LEVEL"));
        expected.put("class_", 2);
        expected.forEach((name, value) -> assertEquals(value, field(compiled, "c.CConstants", name), name));
    }

    @Test
    void containersOfScalarsAreFieldsThatNothingChanges() {
        Compiled compiled = everyType();
        Object low = field(compiled, "c.shared.Level", "LOW");
        Object high = field(compiled, "c.shared.Level", "HIGH");
        Map<String, Object> expected = Map.of(
                "NAMES", List.of("a", "b"),
                "LEVELS", List.of(low, high, high),
                "NUMBERS", Set.of(1, Integer.MIN_VALUE),
                "BY_LEVEL", Map.of(low, Set.of(1.0, 3.0), high, Set.of()),
                "DEEP", Map.of(List.of(1, 2), Map.of("k", Byte.MIN_VALUE)));
        expected.forEach((name, value) -> {
            Object actual = field(compiled, "c.CConstants", name);
            assertEquals(value, actual, name);
            assertUnmodifiable(actual);
        });
    }

    private static void assertUnmodifiable(Object container) {
        if (container instanceof Map<?, ?> map) {
            map.keySet().forEach(ConstantsTest::assertUnmodifiable);
            map.values().forEach(ConstantsTest::assertUnmodifiable);
            assertThrows(
                    UnsupportedOperationException.class,
                    () -> map.remove(map.keySet().iterator().next()));
        } else if (container instanceof Collection<?> all) {
            all.forEach(ConstantsTest::assertUnmodifiable);
            assertThrows(UnsupportedOperationException.class, () -> all.add(null));
        }
    }

    @Test
    void whatHoldsBeansOrBytesIsMadeAnew() {
        Compiled compiled = everyType();
        Bean point = compiled.bean("c.Point");
        Object origin = made(compiled, "c.CConstants", "ORIGIN");
        assertEquals(1, point.get(origin, point.field(1)));
        assertEquals(2, point.get(origin, point.field(2)));
        assertEquals(List.of("a", "b"), point.get(origin, point.field(4)));
        for (String name : List.of("ORIGIN", "EITHER", "POINTS", "BY_NAME")) {
            assertEquals(made(compiled, "c.CConstants", name), made(compiled, "c.CConstants", name));
        }
        point.set(origin, point.field(1), 99);
        List<?> points = (List<?>) made(compiled, "c.CConstants", "POINTS");
        assertNotSame(points.get(0), ((List<?>) made(compiled, "c.CConstants", "POINTS")).get(0));
        assertEquals(made(compiled, "c.CConstants", "ORIGIN"), points.get(0));
        assertUnmodifiable(points);
        assertUnmodifiable(made(compiled, "c.CConstants", "BY_NAME"));
        byte[] raw = (byte[]) made(compiled, "c.CConstants", "RAW");
        assertEquals("a\u00ff", new String(raw, StandardCharsets.UTF_8));
        assertNotSame(raw, made(compiled, "c.CConstants", "RAW"));
        Map<?, ?> binaries = (Map<?, ?>) made(compiled, "c.CConstants", "BINARIES");
        assertEquals(Set.of(ByteBuffer.wrap(new byte[] {'k'})), binaries.keySet());
    }

    @Test
    void everyPublicFieldIsFinal() throws ReflectiveOperationException {
        for (var field : everyType().type("c.CConstants").getFields()) {
            assertTrue(
                    Modifier.isFinal(field.getModifiers()) && Modifier.isStatic(field.getModifiers()), field.getName());
            assertTrue(!field.getType().isArray(), field.getName());
        }
    }

    @Test
    void constantsClassesOfFilesOfOneNameStandSideBySide() {
        Compiled compiled = Compiled.of(new LinkedHashMap<>(Map.of(
                "a/x.thrift", "namespace java same\nconst i32 A = 1\nstruct XConstants {}\n",
                "b/x.thrift", "namespace java same\nconst i32 B = 2\n")));
        assertEquals(
                2,
                compiled.classes().keySet().stream()
                        .filter(n -> n.startsWith("same.XConstants_"))
                        .count());
    }

    private static String repeat(String format, String separator) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> format.replace("%", Integer.toString(i)))
                .collect(Collectors.joining(separator));
    }

    @Test
    void thousandsOfConstantsCompile() throws IOException {
        Compiled compiled = Compiled.of(Map.of(
                "many.thrift",
                "namespace java many\nenum E { A }\nstruct P { 1: i32 x }\n"
                        + repeat("const i32 I% = %\nconst string S% = \"s%\"", "\n") + "\n",
                "lists.thrift",
                "namespace java lists\nenum E { A }\nstruct P { 1: i32 x }\n"
                        + repeat("const list<i32> L% = [%, 1, 2]", "\n") + "\n"
                        + repeat("const P P% = {\"x\": %}", "\n") + "\n",
                "enums.thrift",
                "namespace java enums\nenum E { A }\n" + repeat("const E E% = E.A", "\n") + "\n"));
        MethodSizes.check(compiled);
        for (int i = 0; i < MANY; i += 997) {
            assertEquals(i, field(compiled, "many.ManyConstants", "I" + i));
            assertEquals("s" + i, field(compiled, "many.ManyConstants", "S" + i));
            assertEquals(List.of(i, 1, 2), field(compiled, "lists.ListsConstants", "L" + i));
            assertEquals(
                    "P{x=" + i + "}",
                    made(compiled, "lists.ListsConstants", "P" + i).toString());
            assertEquals("A", field(compiled, "enums.EnumsConstants", "E" + i).toString());
        }
    }

    @Test
    void tablesOfThousandsOfEntriesCompile() throws IOException {
        String text = "x".repeat(70_000) + "\u00e9".repeat(10);
        Compiled compiled = Compiled.of(Map.of(
                "big.thrift",
                "namespace java big\nenum E { A, B }\nstruct P { 1: i32 x, 2: string s, 3: list<i32> l = ["
                        + repeat("%", ",") + "], 4: map<string, E> m = {" + repeat("\"k%\": E.B", ",") + "} }\n"
                        + "const map<i32, string> MAP = {" + repeat("%: \"v%\"", ",") + "}\n"
                        + "const list<P> PS = [" + repeat("{\"x\": %, \"s\": \"s%\", \"l\": []}", ",") + "]\n"
                        + "const set<binary> RAW = [" + repeat("\"0123456789abc%\"", ",") + "]\n"
                        + "const list<list<i64>> DEEP = [[" + repeat("%", ",") + "], " + repeat("[%, 1, 2, 3]", ",")
                        + "]\n"
                        + "const P BIG = {\"l\": [" + repeat("%", ",") + "]}\n"
                        + "const string TEXT = \"" + text + "\"\nconst binary BYTES = \"" + text + "\"\n"));
        MethodSizes.check(compiled);
        List<Integer> numbers = IntStream.range(0, MANY).boxed().toList();
        Map<?, ?> map = (Map<?, ?>) field(compiled, "big.BigConstants", "MAP");
        assertEquals(numbers, new ArrayList<>(map.keySet()));
        assertEquals("v4321", map.get(4321));
        assertUnmodifiable(map);
        List<?> ps = (List<?>) made(compiled, "big.BigConstants", "PS");
        Bean p = compiled.bean("big.P");
        assertEquals(MANY, ps.size());
        assertEquals("s4321", p.get(ps.get(4321), p.field(2)));
        assertEquals(MANY, ((Set<?>) made(compiled, "big.BigConstants", "RAW")).size());
        List<?> deep = (List<?>) field(compiled, "big.BigConstants", "DEEP");
        assertEquals(numbers.stream().map(Integer::longValue).toList(), deep.get(0));
        assertEquals(List.of(4320L, 1L, 2L, 3L), deep.get(4321));
        assertEquals(numbers, p.get(made(compiled, "big.BigConstants", "BIG"), p.field(3)));
        assertEquals(numbers, p.get(p.make(), p.field(3)));
        assertEquals(MANY, ((Map<?, ?>) Objects.requireNonNull(p.get(p.make(), p.field(4)))).size());
        assertEquals(text, field(compiled, "big.BigConstants", "TEXT"));
        assertEquals(text, new String((byte[]) made(compiled, "big.BigConstants", "BYTES"), StandardCharsets.UTF_8));
    }
}

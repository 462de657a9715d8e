package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.json.JsonCodec;
import dev.fastcodec.json.JsonOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dialects of JSON take and refuse, by example. */
class JsonRulesTest {
    private static final String IDL = """
            namespace java rules
            enum Color { RED = 1, GREEN = 2, default = 3 }
            struct Point { 1: required i32 x, 2: optional i32 y }
            union Either { 1: i32 a, 2: string b, 3: Point point }
            struct Item {
              1: optional i32 n
              2: optional i64 big
              3: optional double d
              4: optional bool flag
              5: optional string text
              6: optional binary bytes
              7: optional Color color
              8: list<i32> numbers
              9: map<string, Point> points
              10: list<map<string, Point>> layers
              11: map<Point, i32> weights
              12: optional Item item
              13: optional Either either
              14: optional i8 small
              15: set<Color> colors
              16: map<bool, double> flags
              17: map<Color, i64> totals
              18: map<list<map<list<i32>, i32>>, list<map<set<i8>, Point>>> groups
            }
            """;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.of(
                Map.of("rules.thrift", IDL), Options.of(Map.of("formats", "binary,tjson,simple_json,json")));
    }

    private static JsonCodec<Object> codec(String type, String dialect) {
        return (JsonCodec<Object>) compiled.bean("rules." + type).codec(dialect);
    }

    private static JsonCodec<Object> item() {
        return codec("Item", "JSON");
    }

    private static DecodeException refused(JsonCodec<Object> codec, String text) {
        return assertThrows(DecodeException.class, () -> codec.decode(text), text);
    }

    /** What is written again after reading. */
    private static String again(String text) {
        return item().encodeToString(item().decode(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"n\":-2147483648,\"big\":9007199254740993,\"d\":1.5,\"flag\":true}",
                "{\"text\":\"a\\\"\\\\/\\u0001é😀\",\"bytes\":\"AP/+\",\"color\":\"default\"}",
                "{\"d\":\"NaN\"}",
                "{\"d\":\"-Infinity\"}",
                "{\"color\":7}",
                "{\"numbers\":[1,2],\"points\":{\"\":{\"x\":0}},\"layers\":[{},{\"a\":{\"x\":1,\"y\":2}}]}",
                "{\"weights\":[[{\"x\":1},2],[{\"x\":3,\"y\":4},5]]}",
                "{\"groups\":[[[[[[1,2],3]]],[[[[4],{\"x\":5}],[[],{\"x\":6}]]]],[[],[]]]}",
                "{\"either\":{\"point\":{\"x\":1}}}",
                "{\"colors\":[\"RED\",9,\"default\"],\"flags\":{\"true\":1.0,\"false\":-0.0},\"totals\":{\"GREEN\":1,\"-4\":2}}"
            })
    void writesAsItReads(String text) {
        assertEquals(text, again(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"n\":\"5\"} | {\"n\":5}",
                "{\"n\":1e3} | {\"n\":1000}",
                "{\"n\":5.0} | {\"n\":5}",
                "{\"n\":null,\"big\":\"-9223372036854775808\"} | {\"big\":-9223372036854775808}",
                "{\"d\":\"1.5\"} | {\"d\":1.5}",
                "{\"d\":2} | {\"d\":2.0}",
                "{\"color\":2} | {\"color\":\"GREEN\"}",
                "{\"colors\":[1,\"RED\"],\"totals\":{\"2\":5}} | {\"colors\":[\"RED\"],\"totals\":{\"GREEN\":5}}",
                "{\"bytes\":\"_-8\"} | {\"bytes\":\"/+8=\"}",
                "{\"\\u006e\":1} | {\"n\":1}",
                "{\"text\":\"\\ud83d\\ude00\\/\"} | {\"text\":\"😀/\"}",
                "{\"big\":1,\"n\":2} | {\"n\":2,\"big\":1}"
            })
    void readsOtherSpellings(String text, String expected) {
        assertEquals(expected, again(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "5",
                "\"\"",
                "{\"n\":\"\"}",
                "{\"n\":1.5}",
                "{\"n\":2147483648}",
                "{\"n\":true}",
                "{\"n\":[1]}",
                "{\"n\":01}",
                "{\"small\":128}",
                "{\"big\":9223372036854775808}",
                "{\"big\":1e19}",
                "{\"d\":NaN}",
                "{\"d\":1e400}",
                "{\"flag\":1}",
                "{\"flag\":\"true\"}",
                "{\"flag\":True}",
                "{\"text\":5}",
                "{\"text\":'a'}",
                "{\"text\":\"\\ud800\"}",
                "{\"bytes\":\"a\"}",
                "{\"color\":\"BLUE\"}",
                "{\"color\":\"red\"}",
                "{\"color\":[\"RED\"]}",
                "{\"color\":true}",
                "{\"numbers\":1}",
                "{\"numbers\":[null]}",
                "{\"numbers\":[1,]}",
                "{\"numbers\":[1 2]}",
                "{\"points\":[]}",
                "{\"points\":{\"a\":null}}",
                "{\"points\":{a:{\"x\":1}}}",
                "{\"flags\":{true:1}}",
                "{\"flags\":{\"1\":1}}",
                "{\"weights\":{}}",
                "{\"weights\":[[{\"x\":1}]]}",
                "{\"weights\":[[{\"x\":1},2,3]]}",
                "{\"either\":{}}",
                "{\"either\":{\"a\":1,\"b\":\"\"}}",
                "{\"either\":{\"a\":null}}",
                "{\"n\":1,\"n\":2}",
                "{\"n\":1,\"\\u006e\":1}",
                "{\"n\":1}x",
                "{\"n\":1,}",
                "{n:1}",
                "{\"N\":1}",
                "{\"other\":1}",
                "\ufeff{}"
            })
    void refuses(String text) {
        assertEquals(Kind.INVALID_DATA, refused(item(), text).kind());
    }

    @Test
    void passesOverUnknownFieldsWhenAsked() {
        JsonCodec<Object> lenient = item().with(JsonOptions.DEFAULT.ignoreUnknownFields(true));
        String text = "{\"a\":{\"b\":[1,-2.5e3,\"\\n\",null,true,false,{}]},\"n\":5,\"c\":\"é\"}";
        assertEquals("{\"n\":5}", item().encodeToString(lenient.decode(text)));
        assertEquals(Kind.INVALID_DATA, refused(lenient, "{\"a\":[01]}").kind());
        assertEquals(Kind.INVALID_DATA, refused(lenient, "{\"a\":\"\\x\"}").kind());
        assertEquals(
                Kind.DEPTH, refused(lenient, "{\"a\":" + "[".repeat(100_000)).kind());
    }

    @Test
    void tellsWhere() {
        check("Item", "{\"n\": x}", "1:7 Item.n");
        check("Item", "{\n  \"text\": \"éé\", \"n\": x}", "2:22 Item.n");
        check("Item", "{\r\n\r\n\"points\": {\"a\": {\"x\": 1},\r \"b\": {\"y\": 2}}}", "4:14 Item.points[1].value");
        check("Item", "{\"layers\": [{}, {\"a\": {\"x\": true}}]}", "1:29 Item.layers[1][0].value.x");
        check("Item", "{\"weights\": [[{\"x\": 1}, 2], [{\"x\": \"a\"}, 1]]}", "1:36 Item.weights[1].key.x");
        check("Item", "{\"weights\": [[{\"x\": 1}, 2], [{\"x\": 1}, \"a\"]]}", "1:40 Item.weights[1].value");
        check("Item", "{\"numbers\": [1, 2, 3.5]}", "1:20 Item.numbers[2]");
        check("Item", "{\"totals\": {\"RED\": 1, \"PINK\": 2}}", "1:23 Item.totals[1].key");
        check("Item", "{\"item\": {\"item\": {\"flag\": 0}}}", "1:28 Item.item.item.flag");
        check("Item", "{\"n\": 1, \"other\": 2}", "1:10 Item");
    }

    @Test
    void tellsWhereInTypedJson() {
        checkTyped("{\"1\":{\"i32\":x}}", "1:13 Item.n");
        checkTyped("{\"8\":{\"lst\":[\"i32\",3,1,2,x]}}", "1:26 Item.numbers[2]");
        checkTyped("{\"9\":{\"map\":[\"str\",\"rec\",1,{\"a\":{\"1\":{\"i32\":x}}}]}}", "1:45 Item.points[0].value.x");
        checkTyped("{\"10\":{\"lst\":[\"map\",1,[\"str\",\"rec\",1,{\"a\":{}}]]}}", "1:44 Item.layers[0][0].value");
        checkTyped("{\"16\":{\"map\":[\"tf\",\"dbl\",1,{\"2\":1}]}}", "1:29 Item.flags[0].key");
    }

    private static void check(String type, String text, String expected) {
        check(codec(type, "JSON"), text, expected);
    }

    private static void checkTyped(String text, String expected) {
        check(codec("Item", "TJSON"), text, expected);
    }

    private static void check(JsonCodec<Object> codec, String text, String expected) {
        DecodeException e = refused(codec, text);
        assertEquals(expected, e.line() + ":" + e.column() + " " + e.path(), text);
        assertTrue(e.getMessage().contains(" at line " + e.line() + ", column " + e.column()), e.getMessage());
    }

    @Test
    void limitsDepth() {
        String deep = "{\"item\":".repeat(63) + "{}" + "}".repeat(63);
        assertEquals(deep, again(deep));
        String deeper = "{\"item\":".repeat(64) + "{}" + "}".repeat(64);
        DecodeException e = refused(item(), deeper);
        assertEquals(Kind.DEPTH, e.kind());
        assertEquals(64 * 8, e.offset());
        assertEquals(deeper, item().encodeToString(item().withMaxDepth(65).decode(deeper)));
        assertEquals(Kind.DEPTH, refused(item(), "{\"item\":".repeat(100_000)).kind());
        String typed = "{\"12\":{\"rec\":".repeat(63) + "{}" + "}}".repeat(63);
        assertEquals(
                typed,
                codec("Item", "TJSON").encodeToString(codec("Item", "TJSON").decode(typed)));
        refused(codec("Item", "TJSON"), "{\"12\":{\"rec\":".repeat(64) + "{}" + "}}".repeat(64));
    }

    @Test
    void unknownFieldsOfTypedJsonMayBeAsDeepAsKnownOnes() {
        JsonCodec<Object> codec = codec("Item", "TJSON");
        String deep = "{\"99\":{\"rec\":".repeat(63) + "{}" + "}}".repeat(63);
        assertEquals("{}", codec.encodeToString(codec.decode(deep)));
        assertEquals(
                Kind.DEPTH,
                refused(codec, "{\"99\":{\"rec\":".repeat(100) + "{}" + "}}".repeat(100))
                        .kind());
    }

    @Test
    void typedFieldsOfOtherTypesAreUnknown() {
        JsonCodec<Object> codec = codec("Item", "TJSON");
        String text = "{\"1\":{\"i64\":5},\"99\":{\"str\":\"\"},\"8\":{\"lst\":[\"i64\",1,7]},"
                + "\"10\":{\"lst\":[\"map\",2,[\"str\",\"rec\",0,{}],[\"i32\",\"rec\",1,{\"1\":{}}]]},"
                + "\"9\":{\"map\":[\"str\",\"str\",1,{\"a\":\"b\"}]},\"14\":{\"i8\":1}}";
        assertEquals("{\"14\":{\"i8\":1}}", codec.encodeToString(codec.decode(text)));
        String empty = "{\"8\":{\"lst\":[\"str\",0]}}";
        assertEquals("{\"8\":{\"lst\":[\"i32\",0]}}", codec.encodeToString(codec.decode(empty)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INVALID_TYPE | {\"1\":{\"foo\":5}}",
                "INVALID_TYPE | {\"8\":{\"lst\":[\"\",0]}}",
                "INVALID_TYPE | {\"14\":{\"i8\\u0000\":5}}",
                "INVALID_DATA | {\"14\":{\"i8\u0000\":5}}",
                "INVALID_DATA | {\"01\":{\"i32\":5}}",
                "INVALID_DATA | {\"\":{\"i32\":5}}",
                "INVALID_DATA | {\"1\":{\"i32\":\"5\"}}",
                "INVALID_DATA | {\"1\":{\"i32\":5.0}}",
                "INVALID_DATA | {\"1\":{\"i32\":2147483648}}",
                "INVALID_DATA | {\"1\":{\"i32\":null}}",
                "INVALID_DATA | {\"1\":{\"i32\":5,\"i32\":5}}",
                "INVALID_DATA | {\"1\":5}",
                "INVALID_DATA | {\"one\":{\"i32\":5}}",
                "INVALID_DATA | {\"70000\":{\"i32\":5}}",
                "INVALID_DATA | {\"3\":{\"dbl\":\"1.5\"}}",
                "INVALID_DATA | {\"4\":{\"tf\":true}}",
                "INVALID_DATA | {\"4\":{\"tf\":2}}",
                "INVALID_DATA | {\"8\":{\"lst\":[\"i32\",2,1]}}",
                "INVALID_DATA | {\"8\":{\"lst\":[\"i32\",1,1,2]}}",
                "INVALID_DATA | {\"8\":{\"lst\":[1,2]}}",
                "INVALID_DATA | {\"9\":{\"map\":[\"str\",\"rec\",1,{}]}}",
                "INVALID_DATA | {\"11\":{\"map\":[\"rec\",\"i32\",1,{{\"1\":{\"i32\":1}}:1}]}}",
                "NEGATIVE_SIZE | {\"8\":{\"lst\":[\"i32\",-1]}}",
                "SIZE | {\"8\":{\"lst\":[\"i32\",2147483647]}}",
                "SIZE | {\"9\":{\"map\":[\"str\",\"rec\",2147483647,{}]}}"
            })
    void refusesTypedJson(Kind kind, String text) {
        assertEquals(kind, refused(codec("Item", "TJSON"), text).kind());
    }

    @Test
    void keysThatAreStructsAreRefusedWhereThereIsNoTextForThem() {
        Object bean = item().decode("{\"weights\":[[{\"x\":1},2]]}");
        for (String dialect : new String[] {"TJSON", "SIMPLE_JSON"}) {
            assertThrows(EncodeException.class, () -> codec("Item", dialect).encode(bean));
            Object empty = item().decode("{\"weights\":[]}");
            JsonCodec<Object> codec = codec("Item", dialect);
            assertEquals(empty, codec.decode(codec.encode(empty)));
        }
        assertEquals(
                Kind.INVALID_DATA,
                refused(codec("Item", "SIMPLE_JSON"), "{\"weights\":{\"a\":1}}").kind());
    }

    @Test
    void simpleJsonHasNumbersForBoolsAndEnums() {
        JsonCodec<Object> simple = codec("Item", "SIMPLE_JSON");
        String text = "{\"d\":\"NaN\",\"flag\":1,\"bytes\":\"a\\u0000é\",\"color\":2,\"flags\":{\"1\":0.5}}";
        assertEquals(text, simple.encodeToString(simple.decode(text)));
        assertEquals(Kind.INVALID_DATA, refused(simple, "{\"flag\":true}").kind());
        assertEquals(Kind.INVALID_DATA, refused(simple, "{\"color\":\"RED\"}").kind());
    }

    @Test
    void optionsChangeWhatIsWritten() {
        Object bean = item().decode("{\"color\":\"RED\",\"numbers\":[1,2],\"points\":{},\"text\":\"a:[{\"}");
        JsonOptions options = JsonOptions.DEFAULT.enumsAsNumbers(true).indent(2);
        assertEquals(
                "{\n  \"text\": \"a:[{\",\n  \"color\": 1,\n  \"numbers\": [\n    1,\n    2\n  ],\n  \"points\": {}\n}",
                item().with(options).encodeToString(bean));
        assertThrows(IllegalArgumentException.class, () -> options.indent(-1));
    }

    @Test
    void readsBuffersToTheirLimit() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64);
        buffer.put(" {\"n\":1} \n".getBytes(StandardCharsets.UTF_8)).flip();
        assertEquals(item().decode("{\"n\":1}"), item().decode(buffer));
        assertEquals(0, buffer.remaining());
        buffer.clear()
                .put("{\"n\":1}{\"n\":1}".getBytes(StandardCharsets.UTF_8))
                .flip();
        assertThrows(DecodeException.class, () -> item().decode(buffer));
        assertEquals(0, buffer.position());
    }

    @Test
    void refusesStringsWithUnpairedSurrogates() {
        DecodeException e = refused(item(), "{\"text\":\"\ud800\"}");
        assertEquals(Kind.INVALID_UTF8, e.kind());
        Object bean = compiled.bean("rules.Item").make();
        compiled.bean("rules.Item").set(bean, compiled.bean("rules.Item").field(5), "\udc00");
        assertThrows(EncodeException.class, () -> item().encode(bean));
    }

    @Test
    void namesWhatIsRequired() {
        DecodeException e = refused(codec("Point", "JSON"), "{\"y\": null}");
        assertEquals(Kind.MISSING_REQUIRED, e.kind());
        assertTrue(e.getMessage().startsWith("required but missing: x"), e.getMessage());
    }

    @Test
    void typesOfTheUnnamedPackageMayBeCalledLikeNestedClasses() {
        String idl = "enum Json { A } struct Names { 1: required i32 start0 } struct JsonNames {\n"
                + "1: Json j, 2: map<Json, Names> m, 3: required Names n, 4: list<list<Names>> start0 }";
        Compiled unnamed =
                Compiled.of(Map.of("unnamed.thrift", idl), Options.of(Map.of("formats", "tjson,simple_json,json")));
        JsonCodec<Object> codec = (JsonCodec<Object>) unnamed.bean("JsonNames").codec("JSON");
        String text = "{\"m\":{\"A\":{\"start0\":1}},\"n\":{\"start0\":2},\"start0\":[[{\"start0\":3}]]}";
        assertEquals(text, codec.encodeToString(codec.decode(text)));
    }
}

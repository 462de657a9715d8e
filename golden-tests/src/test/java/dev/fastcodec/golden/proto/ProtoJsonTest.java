package dev.fastcodec.golden.proto;

import static dev.fastcodec.golden.proto.ProtoJsonTypes.COMPILED;
import static dev.fastcodec.golden.proto.ProtoJsonTypes.IGNORING;
import static dev.fastcodec.golden.proto.ProtoJsonTypes.M;
import static dev.fastcodec.golden.proto.ProtoJsonTypes.OLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.json.JsonCodec;
import dev.fastcodec.json.JsonOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Protobuf's JSON takes, refuses and writes, by example; {@code WellKnownJsonTest} of the runtime has the well-known types. */
class ProtoJsonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {}                                            | {}
            { "i32" : 1 }                                 | {"i32":1}
            {"i32":"1","i64":1,"u64":"2"}                 | {"i32":1,"i64":"1","u64":"2"}
            {"i32":1.5e1,"u32":4294967295}                | {"i32":15,"u32":4294967295}
            {"realNumber":1,"d":"-Infinity"}              | {"realNumber":1.0,"d":"-Infinity"}
            {"real_number":0.1}                           | {"realNumber":0.1}
            {"d":-0.0}                                    | {"d":-0.0}
            {"d":0.0,"realNumber":0,"text":"","raw":""}   | {}
            {"raw":"_-8"}                                 | {"raw":"/+8="}
            {"e":"ONE"}                                   | {"e":"ONE"}
            {"e":"UNO"}                                   | {"e":"ONE"}
            {"e":1}                                       | {"e":"ONE"}
            {"e":1.0}                                     | {"e":"ONE"}
            {"e":-7}                                      | {"e":-7}
            {"es":["ONE",0,"ZERO",9]}                     | {"es":["ONE","ZERO","ZERO",9]}
            {"ints":[],"ms":{},"eMap":{}}                 | {}
            {"e_map":{"-1":"ONE","5":7}}                  | {"eMap":{"-1":"ONE","5":7}}
            {"byU64":{"18446744073709551615":"x"}}        | {"byU64":{"18446744073709551615":"x"}}
            {"ms":{"":{},"k":{"i32":1}}}                  | {"ms":{"":{},"k":{"i32":1}}}
            {"i32":null,"text":null,"m":null,"ms":null}   | {}
            {"e":null,"ints":null,"any":null,"wrapped":null} | {}
            {"i32":1,"i64":null,"u32":2,"u64":3}          | {"i32":1,"u32":2,"u64":"3"}
            {"i32":1,"i64": 2,"u32" :3, "u64":4 ,"d":5}   | {"i32":1,"i64":"2","u32":3,"u64":"4","d":5.0}
            {"any":null,"value":null,"wrapped":1}         | {"value":null,"wrapped":1}
            {"value":null}                                | {"value":null}
            {"values":{"a":null}}                         | {"values":{"a":null}}
            {"nulls":{"true":null,"false":"NULL_VALUE"}}  | {"nulls":{"true":null,"false":null}}
            {"nullList":[null,0,"NULL_VALUE",3]}          | {"nullList":[null,null,null,3]}
            {"a":0}                                       | {"a":0}
            {"a":null,"b":"x"}                            | {"b":"x"}
            {"b":"x","a":null}                            | {"b":"x"}
            {"n":null}                                    | {"n":null}
            {"n":"NULL_VALUE"}                            | {"n":null}
            {"v":null}                                    | {"v":null}
            {"maybe":0}                                   | {"maybe":0}
            {"maybe":null}                                | {}
            {"wrapped":0}                                 | {"wrapped":0}
            {"m":{"m":{}}}                                | {"m":{"m":{}}}
            {"list":[{},{"i32":1}]}                       | {"list":[{},{"i32":1}]}
            {"odd":"x"}                                   | {"o\\"d\\\\d \\u00e9":"x"}
            {"o\\"d\\u005cd é":"x"}                       | {"o\\"d\\\\d \\u00e9":"x"}
            {"\\u0069\\u00332":1}                         | {"i32":1}
            {"text":"\\u0000\\u001f\\"\\\\\\/\\b"}        | {"text":"\\u0000\\u001f\\"\\\\/\\b"}
            {"any":{"i32":5,"@type":"x/t.M"}}             | {"any":{"@type":"x/t.M","i32":5}}
            {"any":{"@type":"x/t.M","any":{"m":{},"@type":"y/t.M"}}} | {"any":{"@type":"x/t.M","any":{"@type":"y/t.M","m":{}}}}
            {"any":{"any":{"any":{"@type":"z/t.M"},"@type":"y/t.M"},"@type":"x/t.M"}} | {"any":{"@type":"x/t.M","any":{"@type":"y/t.M","any":{"@type":"z/t.M"}}}}
            """)
    void readsAndWrites(String text, String expected) {
        Object message = M.decode(text);
        assertEquals(expected, M.encodeToString(message));
        assertEquals(message, M.decode(expected));
        assertEquals(message, M.with(IGNORING).decode(text));
    }

    @Test
    void readsFieldsInAnyOrderWhateverItHasLearnt() {
        List<String> members = new ArrayList<>(List.of(
                "'i32':1", "'i64':2", "'u32':3", "'d':4", "'text':'x'", "'e_map':{'1':0}", "'m':{'b':''}", "'odd':''"));
        Object expected = M.decode(object(members));
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            Collections.shuffle(members, random);
            assertEquals(expected, M.decode(object(members)), members::toString);
        }
    }

    private static String object(List<String> members) {
        return "{" + String.join(",", members).replace('\'', '"') + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"x":1}                          | 1:2  | M                | unknown field "x"
            {"i32":1,"i32":1}                | 1:16 | M.i32            | field that was there before
            {"realNumber":1,"real_number":1} | 1:31 | M.real_number    | field that was there before
            {"i32":0,"i32":null}             | ok   |                  |
            {"i64":1,"i32":2,"i64":3}        | 1:24 | M.i64            | field that was there before
            {"i32":1,"i64":2,"i32":3}        | 1:24 | M.i32            | field that was there before
            {"b":"x","m":{},"a":1,"d":0}     | 1:21 | M.a              | second member of oneof o
            {"i32":1,"i64":,"u32":3}         | 1:16 | M.i64            | a number expected, but found ','
            {"i32":1,"i64:2,"u32":3}         | 1:18 | M                | ':' expected, but found 'u'
            {"a":1,"b":"x"}                  | 1:12 | M.b              | second member of oneof o
            {"n":null,"a":1}                 | 1:15 | M.a              | second member of oneof o
            {"i32":2147483648}               | 1:8  | M.i32            | number 2147483648 out of the range of its type
            {"u32":4294967296}               | 1:8  | M.u32            | number 4294967296 out of the range of its type
            {"u32":-1}                       | 1:8  | M.u32            | no unsigned integer of 64 bits
            {"i32":0.5}                      | 1:8  | M.i32            | no integer of 64 bits
            {"i32":"+1"}                     | 1:8  | M.i32            | number expected in the quotes
            {"i32":01}                       | 1:8  | M.i32            | a value expected, but found '0'
            {"i32":true}                     | 1:8  | M.i32            | a number expected, but found 't'
            {"realNumber":1e39}              | 1:15 | M.real_number    | number out of the range of a float
            {"d":1e400}                      | 1:6  | M.d              | number out of the range of a double
            {"d":NaN}                        | 1:6  | M.d              | a value expected, but found 'N'
            {"flag":"true"}                  | 1:9  | M.flag           | false expected, but found '"'
            {"flag":1}                       | 1:9  | M.flag           | false expected, but found '1'
            {"text":5}                       | 1:9  | M.text           | a string expected, but found '5'
            {"text":'x'}                     | 1:9  | M.text           | a string expected, but found '''
            {"text":"\\ud800"}               | 1:10 | M.text           | unpaired surrogate in a string
            {"raw":"="}                      | 1:8  | M.raw            | bytes that are not Base64
            {"e":"TWO"}                      | 1:6  | M.e              | unknown enum value "TWO"
            {"e":"1"}                        | 1:6  | M.e              | unknown enum value "1"
            {"e":["ONE"]}                    | 1:6  | M.e              | a number expected, but found '['
            {"e":true}                       | 1:6  | M.e              | a number expected, but found 't'
            {"es":["ONE","TWO"]}             | 1:14 | M.es[1]          | unknown enum value "TWO"
            {"ints":[1,null]}                | 1:12 | M.ints[1]        | a number expected, but found 'n'
            {"ints":[1,]}                    | 1:12 | M.ints[1]        | an element expected, but found ']'
            {"ints":[1 2]}                   | 1:12 | M.ints[0]        | a comma or the end of the array expected, but found '2'
            {"ints":1}                       | 1:9  | M.ints           | an array expected, but found '1'
            {"ms":{"a":{},"a":{}}}           | 1:21 | M.ms[1].key      | key that was there before
            {"ms":{"a":null}}                | 1:12 | M.ms[0].value    | an object expected, but found 'n'
            {"ms":{null:{}}}                 | 1:8  | M.ms[0].key      | a name in quotes expected, but found 'n'
            {"eMap":{"x":0}}                 | 1:10 | M.e_map[0].key   | number expected in the quotes
            {"nulls":{true:null}}            | 1:11 | M.nulls[0].key   | a name in quotes expected, but found 't'
            {"nulls":{"TRUE":null}}          | 1:11 | M.nulls[0].key   | "true" or "false" expected
            {"list":[null]}                  | 1:10 | M.list[0]        | an object expected, but found 'n'
            {"wrappedList":[null]}           | 1:17 | M.wrapped_list[0] | a number expected, but found 'n'
            {"list":[{},{"m":{"i32":"x"}}]}  | 1:25 | M.list[1].m.i32  | number expected in the quotes
            {"m":5}                          | 1:6  | M.m              | an object expected, but found '5'
            {"i32":1,}                       | 1:10 | M                | a name in quotes expected, but found '}'
            {"i32":1 "u32":1}                | 1:10 | M.i32            | a comma or the end of the object expected, but found '"'
            {i32:1}                          | 1:2  | M                | a name in quotes expected, but found 'i'
            {/**/}                           | 1:2  | M                | a name in quotes expected, but found '/'
            {"i32":1}}                       | 1:10 | M                | text behind the value
            []                               | 1:1  | M                | an object expected, but found '['
            null                             | 1:1  | M                | an object expected, but found 'n'
            {"[t.priority]":1}               | 1:2  | M                | unknown field "[t.priority]"
            {"any":{"@type":"x/none"}}       | 1:9  | M.any            | type "x/none" of an Any, which the codec does not know
            {"any":{"@type":"x/t.M","i":1}}  | 1:25 | M.any            | unknown field "i"
            {"any":{"@type":"x/t.Old"}}      | 1:26 | M.any            | required but missing: id
            """)
    void saysWhatIsWrongAndWhere(String text, String place, String path, String what) {
        if (place.equals("ok")) {
            M.decode(text);
            return;
        }
        DecodeException e = assertThrows(DecodeException.class, () -> M.decode(text), text);
        assertEquals(place + " " + path, e.line() + ":" + e.column() + " " + e.path(), e.getMessage());
        assertTrue(e.getMessage().contains(what), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"x":[{"y":1e5}],"i32":1}                | {"i32":1}
            {"e":"TWO","i32":1}                      | {"i32":1}
            {"es":["TWO","ONE","X"]}                 | {"es":["ONE"]}
            {"eMap":{"1":"TWO","2":"ONE"}}           | {"eMap":{"2":"ONE"}}
            {"oe":"TWO"}                             | {}
            {"n":"X"}                                | {}
            {"nullList":["X",null]}                  | {"nullList":[null]}
            {"m":{"x":1},"[no.such]":1}              | {"m":{}}
            {"any":{"@type":"x/t.M","y":2}}          | {"any":{"@type":"x/t.M"}}
            {"any":{"@type":"x/google.protobuf.Int32Value","value":1,"y":2}} | {"any":{"@type":"x/google.protobuf.Int32Value","value":1}}
            """)
    void passesOverWhatIsUnknown(String text, String expected) {
        assertEquals(expected, M.encodeToString(M.with(IGNORING).decode(text)));
        assertThrows(DecodeException.class, () -> M.decode(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\":[}",
                "{\"x\":1.}",
                "{\"x\":\"\\x\"}",
                "{\"x\":{\"a\" 1}}",
                "{\"x\":nul}",
                "{\"x\":1,\"i32\":1,\"i32\":1}",
                "{\"e\":5e-1}",
                "{\"x\":[[[[1,]]]]}"
            })
    void refusesWhatIsWrongAlsoWhenItIgnoresUnknownFields(String text) {
        assertThrows(DecodeException.class, () -> M.with(IGNORING).decode(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"id":1}                                    | {"id":1}
            {"id":0,"closed":"GREEN"}                   | {"id":0,"closed":"GREEN"}
            {"id":1,"closed":2,"list":[1,"GREEN"]}      | {"id":1,"closed":"GREEN","list":["RED","GREEN"]}
            {"id":1,"part":{"inPart":3}}                | {"id":1,"part":{"inPart":3}}
            {"[t.priority]":0,"id":1}                   | {"id":1,"[t.priority]":0}
            {"id":1,"[t.tags]":["a","b"]}               | {"id":1,"[t.tags]":["a","b"]}
            {"id":1,"[t.tags]":[],"[t.priority]":null}  | {"id":1}
            {"id":1,"[t.sub]":{"n":2}}                  | {"id":1,"[t.sub]":{"n":2}}
            {"id":1,"[t.colors]":["RED",2]}             | {"id":1,"[t.colors]":["RED","GREEN"]}
            {"id":1,"[t.bits]":[{"bit":9},{}]}          | {"id":1,"[t.bits]":[{"bit":"9"},{}]}
            {"id":1,"[t.old]":{"[t.old]":{"id":3},"id":2}} | {"id":1,"[t.old]":{"id":2,"[t.old]":{"id":3}}}
            """)
    void readsAndWritesProto2(String text, String expected) {
        Object message = OLD.decode(text);
        assertEquals(expected, OLD.encodeToString(message));
        assertEquals(message, OLD.decode(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {}                                     | required but missing: id
            {"id":null}                            | required but missing: id
            {"id":1,"closed":3}                    | unknown enum value 3
            {"id":1,"list":[1,7]}                  | unknown enum value 7
            {"id":1,"byName":{"a":9}}              | unknown enum value 9
            {"id":1,"[t.none]":1}                  | unknown field "[t.none]"
            {"id":1,"[t.priority":1}               | unknown field "[t.priority"
            {"id":1,"t.priority":1}                | unknown field "t.priority"
            {"id":1,"[t.priority]":1,"[t.priority]":2} | extension that was there before
            {"id":1,"[t.priority]":"x"}            | number expected in the quotes
            {"id":1,"[t.tags]":[null]}             | a string expected
            {"id":1,"[t.tags]":"a"}                | an array expected
            {"id":1,"[t.sub]":{}}                  | required but missing: n
            {"id":1,"Part":{}}                     | unknown field "Part"
            """)
    void refusesInProto2(String text, String what) {
        DecodeException e = assertThrows(DecodeException.class, () -> OLD.decode(text), text);
        assertTrue(e.getMessage().contains(what), e.getMessage());
    }

    @Test
    void refusesToWriteWithoutRequiredFields() {
        EncodeException e = assertThrows(
                EncodeException.class, () -> OLD.encode(COMPILED.bean("t.Old").make()));
        assertEquals("Old lacks required fields: id", e.getMessage());
    }

    @Test
    void knowsNoExtensionWithoutRegistry() {
        JsonCodec<Object> bare = OLD.with((TypeRegistry) null);
        String text = "{\"id\":1,\"[t.priority]\":2}";
        assertThrows(DecodeException.class, () -> bare.decode(text));
        assertEquals("{\"id\":1}", bare.encodeToString(bare.with(IGNORING).decode(text)));
        assertEquals(text, bare.encodeToString(OLD.decode(text)), "what is set is written");
    }

    @Test
    void writesAsTheOptionsSay() {
        Object message =
                M.decode("{\"realNumber\":2.5,\"e\":\"ONE\",\"m\":{},\"nullList\":[null],\"eMap\":{\"3\":\"ONE\"}}");
        assertEquals(
                "{\"real_number\":2.5,\"e\":\"ONE\",\"e_map\":{\"3\":\"ONE\"},\"m\":{},\"null_list\":[null]}",
                M.with(JsonOptions.DEFAULT.originalNames(true)).encodeToString(message));
        assertEquals(
                "{\"realNumber\":2.5,\"e\":1,\"eMap\":{\"3\":1},\"m\":{},\"nullList\":[null]}",
                M.with(JsonOptions.DEFAULT.enumsAsNumbers(true)).encodeToString(message));
        assertEquals("""
                {
                  "realNumber": 2.5,
                  "e": "ONE",
                  "eMap": {
                    "3": "ONE"
                  },
                  "m": {},
                  "nullList": [
                    null
                  ]
                }""", M.with(JsonOptions.DEFAULT.indent(2)).encodeToString(message));
        assertEquals(
                "{\"i32\":0,\"i64\":\"0\",\"u32\":0,\"u64\":\"0\",\"realNumber\":0.0,\"d\":0.0,\"flag\":false,\"text\":\"\",\"raw\":\"\",\"e\":\"ZERO\",\"ints\":[],"
                        + "\"es\":[],\"ms\":{},\"eMap\":{},\"list\":[],\"values\":{},\"nulls\":{},\"nullList\":[],\"o\\\"d\\\\d \\u00e9\":\"\","
                        + "\"byU64\":{},\"wrappedList\":[]}",
                M.with(JsonOptions.DEFAULT.alwaysPrintFieldsWithoutPresence(true))
                        .encodeToString(COMPILED.bean("t.M").make()));
        assertEquals(
                "{\"id\":1,\"list\":[],\"byName\":{}}",
                OLD.with(JsonOptions.DEFAULT.alwaysPrintFieldsWithoutPresence(true))
                        .encodeToString(OLD.decode("{\"id\":1}")));
    }

    @Test
    void replacesTheFieldsThatTheTextHas() {
        Object message = M.decode("{\"i32\":1,\"ints\":[1,2],\"m\":{\"u32\":3},\"b\":\"x\",\"ms\":{\"a\":{}}}");
        M.decodeInto(message, "{\"ints\":[3],\"m\":{\"flag\":true},\"a\":4}".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "{\"i32\":1,\"ints\":[3],\"ms\":{\"a\":{}},\"m\":{\"flag\":true},\"a\":4}", M.encodeToString(message));
    }
}

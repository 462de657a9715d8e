package dev.fastcodec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.wkt.Any;
import dev.fastcodec.wkt.BoolValue;
import dev.fastcodec.wkt.BytesValue;
import dev.fastcodec.wkt.DoubleValue;
import dev.fastcodec.wkt.Duration;
import dev.fastcodec.wkt.Empty;
import dev.fastcodec.wkt.FieldMask;
import dev.fastcodec.wkt.FloatValue;
import dev.fastcodec.wkt.Int32Value;
import dev.fastcodec.wkt.Int64Value;
import dev.fastcodec.wkt.ListValue;
import dev.fastcodec.wkt.StringValue;
import dev.fastcodec.wkt.Struct;
import dev.fastcodec.wkt.Timestamp;
import dev.fastcodec.wkt.UInt32Value;
import dev.fastcodec.wkt.UInt64Value;
import dev.fastcodec.wkt.Value;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of the well-known types: what is read and written, and what is refused. */
class WellKnownJsonTest {
    private static final Map<String, JsonCodec<?>> CODECS = Map.ofEntries(
            Map.entry("Any", Any.JSON),
            Map.entry("BoolValue", BoolValue.JSON),
            Map.entry("BytesValue", BytesValue.JSON),
            Map.entry("DoubleValue", DoubleValue.JSON),
            Map.entry("Duration", Duration.JSON),
            Map.entry("Empty", Empty.JSON),
            Map.entry("FieldMask", FieldMask.JSON),
            Map.entry("FloatValue", FloatValue.JSON),
            Map.entry("Int32Value", Int32Value.JSON),
            Map.entry("Int64Value", Int64Value.JSON),
            Map.entry("ListValue", ListValue.JSON),
            Map.entry("StringValue", StringValue.JSON),
            Map.entry("Struct", Struct.JSON),
            Map.entry("Timestamp", Timestamp.JSON),
            Map.entry("UInt32Value", UInt32Value.JSON),
            Map.entry("UInt64Value", UInt64Value.JSON),
            Map.entry("Value", Value.JSON));

    private static <T> String written(JsonCodec<T> codec, String text) {
        return codec.encodeToString(codec.decode(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Timestamp   | "2001-02-03T04:05:06Z"                | =
            Timestamp   | "0001-01-01T00:00:00Z"                | =
            Timestamp   | "9999-12-31T23:59:59.999999999Z"      | =
            Timestamp   | "1969-12-31T23:59:59.100Z"            | =
            Timestamp   | "2000-02-29T00:00:00Z"                | =
            Timestamp   | "2001-02-03T04:05:06.1Z"              | "2001-02-03T04:05:06.100Z"
            Timestamp   | "2001-02-03T04:05:06.000001Z"         | =
            Timestamp   | "2001-02-03T04:05:06.00000100Z"       | "2001-02-03T04:05:06.000001Z"
            Timestamp   | "2001-02-03T04:05:06.000000001Z"      | =
            Timestamp   | "2001-02-03T04:05:06+00:00"           | "2001-02-03T04:05:06Z"
            Timestamp   | "2001-02-03T04:05:06-00:30"           | "2001-02-03T04:35:06Z"
            Timestamp   | "2001-02-03T04:05:06+23:59"           | "2001-02-02T04:06:06Z"
            Timestamp   | "0001-01-01T00:00:00-00:01"           | "0001-01-01T00:01:00Z"
            Timestamp   | "0001-01-01T08:00:00+08:00"           | "0001-01-01T00:00:00Z"
            Timestamp   | "9999-12-31T15:59:59-08:00"           | "9999-12-31T23:59:59Z"
            Timestamp   | "\\u0032001-02-03T04:05:06Z"          | "2001-02-03T04:05:06Z"
            Duration    | "0s"                                  | =
            Duration    | "1.5s"                                | "1.500s"
            Duration    | "-0.000001s"                          | =
            Duration    | "-1.000000001s"                       | =
            Duration    | "-0s"                                 | "0s"
            Duration    | "315576000000.999999999s"             | =
            Duration    | "-315576000000.999999999s"            | =
            FieldMask   | ""                                    | =
            FieldMask   | "a,b.c"                               | =
            FieldMask   | "fooBar.bazQux,x1"                    | =
            Struct      | {}                                    | =
            Struct      | {"a":null,"b":[1.0,"x",{"c":true}]}   | =
            Struct      | {"":-0.0}                             | =
            Value       | null                                  | =
            Value       | true                                  | =
            Value       | -12.5                                 | =
            Value       | 7                                     | 7.0
            Value       | 0                                     | 0.0
            Value       | 1e3                                   | 1000.0
            Value       | "NaN"                                 | =
            Value       | []                                    | =
            Value       | {}                                    | =
            ListValue   | [[],[null],false]                     | =
            BoolValue   | true                                  | =
            BoolValue   | false                                 | =
            BytesValue  | "AQI="                                | =
            BytesValue  | "-_8"                                 | "+/8="
            DoubleValue | 1.5                                   | =
            DoubleValue | "Infinity"                            | =
            DoubleValue | "-1.5"                                | -1.5
            DoubleValue | 5E-324                                | 4.9E-324
            FloatValue  | 3.4028235e38                          | 3.4028235E38
            FloatValue  | "NaN"                                 | =
            FloatValue  | 1.4e-45                               | 1.4E-45
            FloatValue  | 1.0000000596046448                    | 1.0000001
            FloatValue  | 1.00000005960464477539062500001       | 1.0000001
            FloatValue  | 1.000000059604644775390625            | 1.0
            Int32Value  | -2147483648                           | =
            Int32Value  | "12"                                  | 12
            Int32Value  | 1e2                                   | 100
            Int32Value  | 1.0                                   | 1
            Int64Value  | "-9223372036854775808"                | =
            Int64Value  | 9223372036854775807                   | "9223372036854775807"
            UInt32Value | 4294967295                            | =
            UInt32Value | -0                                    | 0
            UInt64Value | "18446744073709551615"                | =
            UInt64Value | 18446744073709551615                  | "18446744073709551615"
            UInt64Value | 1.8446744073709551615E19              | "18446744073709551615"
            UInt64Value | 9223372036854775808                   | "9223372036854775808"
            UInt64Value | "10000000000000000000"                | =
            Int64Value  | "1000000000000000000"                 | =
            DoubleValue | -0.0                                  | =
            DoubleValue | 123456789012345680.0                  | 1.2345678901234568E17
            DoubleValue | -1234567.8901234567                   | =
            DoubleValue | 0.0012345678901234567                 | =
            StringValue | ""                                    | =
            StringValue | "\\ud83d\\ude00"                      | "😀"
            Empty       | {}                                    | =
            Any         | {}                                    | =
            Any         | {"@type":"a/google.protobuf.Duration","value":"1s"} | =
            Any         | {"value":"1s","@type":"a/google.protobuf.Duration"} | {"@type":"a/google.protobuf.Duration","value":"1s"}
            Any         | {"@type":"/google.protobuf.Empty"}    | =
            Any         | {"@type":"a/google.protobuf.Value","value":null} | =
            Any         | {"@type":"a/google.protobuf.Any","value":{"@type":"b/google.protobuf.Int32Value","value":5}} | =
            Any         | {"value":{"value":5,"@type":"b/google.protobuf.Int32Value"},"@type":"a/google.protobuf.Any"} | {"@type":"a/google.protobuf.Any","value":{"@type":"b/google.protobuf.Int32Value","value":5}}
            Any         | {"name":"f","@type":"x/google.protobuf.Option","value":{"@type":"y/google.protobuf.Empty"}} | {"@type":"x/google.protobuf.Option","name":"f","value":{"@type":"y/google.protobuf.Empty"}}
            """, quoteCharacter = '\0')
    void readsAndWrites(String type, String text, String expected) {
        JsonCodec<?> codec = CODECS.get(type);
        String out = expected.equals("=") ? text : expected;
        assertEquals(out, written(codec, text));
        assertEquals(out, written(codec, " \n" + text + "\t"));
        byte[] within = ("77" + text + "88").getBytes(StandardCharsets.UTF_8);
        assertEquals(codec.decode(text), codec.decode(within, 2, within.length - 4), "a slice of an array");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Timestamp   | "0000-12-31T23:59:59Z"
            Timestamp   | "0001-01-01T00:00:00+00:01"
            Timestamp   | "9999-12-31T23:59:59-00:01"
            Timestamp   | "10000-01-01T00:00:00Z"
            Timestamp   | "2001-02-29T00:00:00Z"
            Timestamp   | "1900-02-29T00:00:00Z"
            Timestamp   | "2001-04-31T00:00:00Z"
            Timestamp   | "2001-13-01T00:00:00Z"
            Timestamp   | "2001-00-01T00:00:00Z"
            Timestamp   | "2001-01-00T00:00:00Z"
            Timestamp   | "2001-01-01T24:00:00Z"
            Timestamp   | "2001-01-01T00:60:00Z"
            Timestamp   | "2001-01-01T00:00:60Z"
            Timestamp   | "2001-02-03t04:05:06Z"
            Timestamp   | "2001-02-03T04:05:06z"
            Timestamp   | "2001-02-03 04:05:06Z"
            Timestamp   | "2001-02-03T04:05:06"
            Timestamp   | "2001-02-03T04:05Z"
            Timestamp   | "2001-2-3T04:05:06Z"
            Timestamp   | "2001-02-03T04:05:06.Z"
            Timestamp   | "2001-02-03T04:05:06.0000000001Z"
            Timestamp   | "2001-02-03T04:05:06.5"
            Timestamp   | "2001-02-03T04:05:06+24:00"
            Timestamp   | "2001-02-03T04:05:06+00:60"
            Timestamp   | "2001-02-03T04:05:06+0000"
            Timestamp   | "2001-02-03T04:05:06+00"
            Timestamp   | "2001-02-03T04:05:06Z "
            Timestamp   | " 2001-02-03T04:05:06Z"
            Timestamp   | "-001-02-03T04:05:06Z"
            Timestamp   | "+001-02-03T04:05:06Z"
            Timestamp   | ""
            Timestamp   | 5
            Timestamp   | null
            Duration    | "1"
            Duration    | "s"
            Duration    | ""
            Duration    | "-s"
            Duration    | "1.s"
            Duration    | ".5s"
            Duration    | "+1s"
            Duration    | "--1s"
            Duration    | "1 s"
            Duration    | "1S"
            Duration    | "1s "
            Duration    | "1.0000000001s"
            Duration    | "1.-5s"
            Duration    | "315576000001s"
            Duration    | "-315576000001s"
            Duration    | "99999999999999999999999s"
            Duration    | 1
            FieldMask   | "a_b"
            FieldMask   | "a,,b"
            FieldMask   | ","
            FieldMask   | ["a"]
            Struct      | []
            Struct      | null
            Struct      | {"a":1,"a":2}
            Struct      | {"a":NaN}
            Struct      | {"a":1e999}
            Value       | nul
            Value       | nulll
            Value       | +1
            Value       | 01
            Value       | 1.
            Value       | 'x'
            Value       | [1,]
            Value       | {a:1}
            Value       | 1 2
            ListValue   | {}
            BoolValue   | "true"
            BoolValue   | 1
            BoolValue   | TRUE
            BoolValue   | null
            BytesValue  | "a"
            BytesValue  | "a*=="
            DoubleValue | NaN
            DoubleValue | 1.8e308
            DoubleValue | "infinity"
            DoubleValue | ""
            FloatValue  | 3.5e38
            FloatValue  | -3.5e38
            FloatValue  | "1e39"
            Int32Value  | 2147483648
            Int32Value  | -2147483649
            Int32Value  | 0.5
            Int32Value  | 1e-1
            Int32Value  | 1e-2000000000
            Int32Value  | 1e2000000000
            Int32Value  | ""
            Int32Value  | "1 "
            Int32Value  | " 1"
            Int32Value  | +1
            Int32Value  | -
            Int32Value  | 00
            Int32Value  | 0x1
            Int32Value  | [1]
            Int64Value  | 9223372036854775808
            Int64Value  | "9223372036854775808"
            Int64Value  | "9999999999999999999"
            Int64Value  | "10000000000000000000"
            Int64Value  | "1 "
            Int64Value  | "01"
            DoubleValue | 1.
            DoubleValue | -
            DoubleValue | 01.5
            DoubleValue | .5
            UInt32Value | 4294967296
            UInt32Value | -1
            UInt64Value | 18446744073709551616
            UInt64Value | "18446744073709551616"
            UInt64Value | "19999999999999999999"
            UInt64Value | 20000000000000000000
            UInt64Value | 27670116110564327424
            UInt64Value | -1
            UInt64Value | "-1"
            UInt64Value | 1e-2000000000
            UInt64Value | 1e20
            UInt64Value | 0.5
            StringValue | 5
            StringValue | "\\ud800"
            StringValue | "\\udc00x"
            StringValue | "\\ude00\\ud83d"
            StringValue | "\\U0041"
            StringValue | "\\x41"
            Empty       | {"a":1}
            Empty       | []
            Any         | {"value":"1s"}
            Any         | {"@type":5}
            Any         | {"@type":null}
            Any         | {"@type":""}
            Any         | {"@type":"google.protobuf.Duration","value":"1s"}
            Any         | {"@type":"a/none.Such"}
            Any         | {"@type":"a/google.protobuf.Duration"}
            Any         | {"@type":"a/google.protobuf.Duration","value":"1"}
            Any         | {"@type":"a/google.protobuf.Duration","value":"1s","value":"1s"}
            Any         | {"@type":"a/google.protobuf.Duration","value":"1s","x":1}
            Any         | {"@type":"a/google.protobuf.Duration","@type":"a/google.protobuf.Duration","value":"1s"}
            Any         | {"@type":"a/google.protobuf.Empty","value":{}}
            Any         | {"@type":"a/google.protobuf.Option","name":"x","name":"y"}
            Any         | null
            """, quoteCharacter = '\0')
    void refuses(String type, String text) {
        DecodeException e =
                assertThrows(DecodeException.class, () -> CODECS.get(type).decode(text), text);
        assertTrue(e.line() == 1 && e.column() >= 1 && e.column() <= text.length() + 1, e.toString());
        assertTrue(e.path().startsWith(type), e.path());
    }

    @Test
    void writesStringsOfEveryLengthWithOddCharactersAtEveryPlace() {
        for (int n = 0; n < 80; n++) {
            for (int at = 0; at <= n; at++) {
                for (String odd :
                        new String[] {"", "\"", "\\", "\n", "?", "\u00e9", "\u4e2d", "\ud83d\ude00", "\u007f", "\u0000"
                        }) {
                    StringValue x = new StringValue().setValue("a".repeat(at) + odd + "b".repeat(n - at));
                    assertEquals(x, StringValue.JSON.decode(StringValue.JSON.encode(x)));
                }
                StringValue unpaired = new StringValue().setValue("a".repeat(at) + '\ud800' + "b".repeat(n - at));
                assertThrows(EncodeException.class, () -> StringValue.JSON.encode(unpaired));
            }
        }
    }
}

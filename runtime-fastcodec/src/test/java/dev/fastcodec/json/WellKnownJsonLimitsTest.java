package dev.fastcodec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.wkt.Any;
import dev.fastcodec.wkt.BytesValue;
import dev.fastcodec.wkt.Duration;
import dev.fastcodec.wkt.Empty;
import dev.fastcodec.wkt.FieldMask;
import dev.fastcodec.wkt.Int32Value;
import dev.fastcodec.wkt.ListValue;
import dev.fastcodec.wkt.StringValue;
import dev.fastcodec.wkt.Struct;
import dev.fastcodec.wkt.Timestamp;
import dev.fastcodec.wkt.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of the well-known types: what is not written, how deep they may be nested, and text that is not UTF-8. */
class WellKnownJsonLimitsTest {
    private static final Map<String, JsonCodec<?>> CODECS =
            Map.of("Any", Any.JSON, "ListValue", ListValue.JSON, "Struct", Struct.JSON, "Value", Value.JSON);

    private static <T> String written(JsonCodec<T> codec, String text) {
        return codec.encodeToString(codec.decode(text));
    }

    @Test
    void refusesToWriteWhatIsOutOfRange() {
        List<Runnable> all = List.of(
                () -> Timestamp.JSON.encode(new Timestamp().setSeconds(-62_135_596_801L)),
                () -> Timestamp.JSON.encode(new Timestamp().setSeconds(253_402_300_800L)),
                () -> Timestamp.JSON.encode(new Timestamp().setSeconds(Long.MIN_VALUE)),
                () -> Timestamp.JSON.encode(new Timestamp().setNanos(-1)),
                () -> Timestamp.JSON.encode(new Timestamp().setNanos(1_000_000_000)),
                () -> Duration.JSON.encode(new Duration().setSeconds(315_576_000_001L)),
                () -> Duration.JSON.encode(new Duration().setSeconds(-315_576_000_001L)),
                () -> Duration.JSON.encode(new Duration().setSeconds(Long.MIN_VALUE)),
                () -> Duration.JSON.encode(new Duration().setNanos(1_000_000_000)),
                () -> Duration.JSON.encode(new Duration().setNanos(-1_000_000_000)),
                () -> Duration.JSON.encode(new Duration().setSeconds(1).setNanos(-1)),
                () -> Duration.JSON.encode(new Duration().setSeconds(-1).setNanos(1)),
                () -> Value.JSON.encode(new Value().setNumberValue(Double.NaN)),
                () -> Value.JSON.encode(new Value().setNumberValue(Double.NEGATIVE_INFINITY)),
                () -> StringValue.JSON.encode(new StringValue().setValue("\ud800")),
                () -> Any.JSON.encode(new Any().setValue(new byte[] {8, 1})),
                () -> Any.JSON.encode(new Any().setTypeUrl("a/none.Such")),
                () -> Any.JSON.encode(new Any().setTypeUrl("google.protobuf.Empty")),
                () -> Any.JSON.encode(
                        new Any().setTypeUrl("a/google.protobuf.Duration").setValue(new byte[] {8})));
        for (int i = 0; i < all.size(); i++) {
            assertThrows(EncodeException.class, all.get(i)::run, "row " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aB", "a_", "a__b", "a_1", "a_B", "a,b", ""})
    void refusesToWritePathsThatCannotBeUndone(String path) {
        FieldMask mask = new FieldMask();
        mask.getPaths().add(path);
        assertThrows(EncodeException.class, () -> FieldMask.JSON.encode(mask));
    }

    @Test
    void writesAValueOfNothingAsNull() {
        assertEquals("null", Value.JSON.encodeToString(new Value()));
    }

    /** Opens so many levels, and closes them. */
    private static String nested(String open, String inside, String close, int levels) {
        return open.repeat(levels) + inside + close.repeat(levels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ListValue | [              |      | ]   | 101
            Value     | [              | null | ]   | 101
            Struct    | {"a":          | null | }   | 101
            Value     | {"a":[         | null | ]}  | 50
            Any       | {"@type":"a/google.protobuf.Any","value": | {} | } | 100
            Any       | {"value":      | {}   | ,"@type":"a/google.protobuf.Any"} | 100
            """, quoteCharacter = '\0')
    void readsSoManyLevelsAndNoMore(String type, String open, String inside, String close, int most) {
        JsonCodec<?> codec = CODECS.get(type);
        String between = inside == null ? "" : inside;
        String deepest = nested(open, between, close, most);
        assertEquals(written(codec, deepest), written(codec, written(codec, deepest)));
        for (int levels : new int[] {most + 1, most + 2, 2000, 200_000}) {
            String text = nested(open, between, close, levels);
            DecodeException e = assertThrows(DecodeException.class, () -> codec.decode(text), type + levels);
            assertEquals(Kind.DEPTH, e.kind());
        }
        String cut = open.repeat(200_000);
        assertEquals(
                Kind.DEPTH,
                assertThrows(DecodeException.class, () -> codec.decode(cut)).kind());
    }

    @Test
    void writesDeepMessagesOrSaysThatTheyAreTooDeep() {
        Value value = new Value();
        for (int i = 0; i < 1_000_000; i++) {
            Value outer = new Value();
            outer.mutableListValue().getValues().add(value);
            value = outer;
        }
        Value deep = value;
        assertThrows(EncodeException.class, () -> Value.JSON.encode(deep));
        Any any = new Any();
        for (int i = 0; i < 2000; i++) {
            any = new Any().setTypeUrl("a/google.protobuf.Any").setValue(Any.PROTO.encode(any));
        }
        Any deepAny = any;
        assertThrows(EncodeException.class, () -> Any.JSON.encode(deepAny));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c328", "eda080", "c080", "f4908080", "ff", "80", "e28228"})
    void refusesWhatIsNotUtf8(String hex) {
        String bad = new String(java.util.HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
        List<Map.Entry<JsonCodec<?>, String>> texts = List.of(
                Map.entry(StringValue.JSON, "\"%s\""),
                Map.entry(StringValue.JSON, "\"x\\n%s\""),
                Map.entry(BytesValue.JSON, "\"%s\""),
                Map.entry(Value.JSON, "\"%s\""),
                Map.entry(Struct.JSON, "{\"%s\":1}"),
                Map.entry(Struct.JSON, "{\"a\":[\"%s\"]}"),
                Map.entry(FieldMask.JSON, "\"%s\""),
                Map.entry(Timestamp.JSON, "\"%s\""),
                Map.entry(Duration.JSON, "\"%s\""),
                Map.entry(Int32Value.JSON, "\"%s\""),
                Map.entry(Any.JSON, "{\"@type\":\"a/%s\"}"),
                Map.entry(Any.JSON, "{\"%s\":1,\"@type\":\"a/google.protobuf.Empty\"}"),
                Map.entry(Empty.JSON.with(JsonOptions.DEFAULT.ignoreUnknownFields(true)), "{\"%s\":1}"),
                Map.entry(Empty.JSON.with(JsonOptions.DEFAULT.ignoreUnknownFields(true)), "{\"a\":{\"b\":[\"%s\"]}}"));
        for (Map.Entry<JsonCodec<?>, String> each : texts) {
            byte[] text = each.getValue().replace("%s", bad).getBytes(StandardCharsets.ISO_8859_1);
            assertThrows(DecodeException.class, () -> each.getKey().decode(text), each.getValue());
        }
    }
}

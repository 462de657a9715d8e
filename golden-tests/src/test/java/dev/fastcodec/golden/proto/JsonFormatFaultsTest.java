package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.DoubleValue;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Type;
import com.google.protobuf.util.JsonFormat;
import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.json.JsonCodec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where protobuf-java's {@code JsonFormat} does otherwise than the specification, and we do as that says: each row shows what it takes and we refuse. When
 * one fails here, a later version has mended it.
 */
class JsonFormatFaultsTest {
    private static final Map<String, Message> THEIRS = Map.of(
            "Type", Type.getDefaultInstance(),
            "Struct", Struct.getDefaultInstance(),
            "DoubleValue", DoubleValue.getDefaultInstance(),
            "Duration", Duration.getDefaultInstance(),
            "FieldMask", FieldMask.getDefaultInstance());

    private static final Map<String, JsonCodec<?>> OURS = Map.of(
            "Type", dev.fastcodec.wkt.Type.JSON,
            "Struct", dev.fastcodec.wkt.Struct.JSON,
            "DoubleValue", dev.fastcodec.wkt.DoubleValue.JSON,
            "Duration", dev.fastcodec.wkt.Duration.JSON,
            "FieldMask", dev.fastcodec.wkt.FieldMask.JSON);

    private static Message theirs(String type, String text) throws InvalidProtocolBufferException {
        Message.Builder builder = THEIRS.get(type).newBuilderForType();
        JsonFormat.parser().merge(text, builder);
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Type        | {"name":5}                                   | a string that is a number
            Type        | {"name":true}                                | a string that is a bool
            Type        | {"oneofs":["a",1]}                           | a string in a list that is a number
            Type        | {"fields":[{"number":01}]}                   | a zero in front
            Type        | {"fields":[{"number":-01}]}                  | a zero in front
            Type        | {"fields":[{"number":+1}]}                   | a plus sign
            Type        | {"fields":[{"number":"+1"}]}                 | a plus sign in quotes
            Type        | {"fields":[{"kind":TYPE_BOOL}]}              | an enum without quotes
            Type        | {"fields":[{"packed":TRUE}]}                 | a bool in capitals
            Type        | {"fields":[{"packed":"true"}]}               | a bool in quotes
            Type        | {name:"a"}                                   | a name without quotes
            Type        | {'name':"a"}                                 | a name in single quotes
            Type        | {"name":'a'}                                 | a string in single quotes
            Type        | {"name":"a" /* c */}                         | a comment
            Type        | {"name":"a"} # c                             | a comment
            Type        | {"name":"a";"edition":"b"}                   | a semicolon for a comma
            Type        | {"name"="a"}                                 | an equals sign for a colon
            Type        | {"name":"\\ud800"}                           | half a surrogate pair
            Type        | {"name":"\\udc00\\ud800"}                    | surrogates in the wrong order
            DoubleValue | NaN                                          | NaN without quotes
            DoubleValue | Infinity                                     | an infinity without quotes
            FieldMask   | "a_b"                                        | a path that is in snake case already
            Duration    | "1.s"                                        | a point without digits
            """)
    void takesWhatIsInvalid(String type, String text, String why) {
        assertDoesNotThrow(() -> theirs(type, text), why);
        assertThrows(DecodeException.class, () -> OURS.get(type).decode(text), why);
    }

    @Test
    void losesTheSignOfADoubleThatIsZero() throws InvalidProtocolBufferException {
        assertEquals(0.0, ((DoubleValue) theirs("DoubleValue", "-0.0")).getValue());
        assertEquals(-0.0, dev.fastcodec.wkt.DoubleValue.JSON.decode("-0.0").getValue());
    }

    @Test
    void writesPathsThatCannotBeUndone() throws InvalidProtocolBufferException {
        assertEquals(
                "\"foobar\"", JsonFormat.printer().print(FieldMask.newBuilder().addPaths("fooBar")));
        dev.fastcodec.wkt.FieldMask ours = new dev.fastcodec.wkt.FieldMask();
        ours.getPaths().add("fooBar");
        assertThrows(EncodeException.class, () -> dev.fastcodec.wkt.FieldMask.JSON.encode(ours));
    }
}

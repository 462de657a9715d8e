package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TypeRegistry;
import dev.fastcodec.DecodeException;
import dev.fastcodec.text.TextOptions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What protobuf-java 4.36.2 does otherwise than protoc with the content of an {@code Any} in the text format, and with unknown
 * fields that are not wanted. Each row fails when it is mended there.
 */
class TextFormatAnyFaultsTest {
    private static final TypeRegistry TYPES = TypeRegistry.newBuilder()
            .add(Duration.getDescriptor())
            .add(Any.getDescriptor())
            .build();

    private static final String ONE_SECOND = "[type.googleapis.com/google.protobuf.Duration] { seconds: 1 }";

    private static final TextOptions ONE_LINE = TextOptions.DEFAULT.singleLine(true);

    private static Any theirs(String text) throws TextFormat.ParseException {
        Any.Builder any = Any.newBuilder();
        TextFormat.Parser.newBuilder().setTypeRegistry(TYPES).build().merge(text, any);
        return any.build();
    }

    private static dev.fastcodec.wkt.Any ours(String text) {
        return dev.fastcodec.wkt.Any.TEXT.decode(text);
    }

    /** Refused by it, taken by protoc. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-b.com/google.protobuf.Duration] { seconds: 1 }",
                "[a%20b/google.protobuf.Duration] { seconds: 1 }",
                "[a~b!$&()*+,;=/google.protobuf.Duration] { seconds: 1 }",
                ONE_SECOND + ";"
            })
    void refuses(String text) {
        assertThrows(TextFormat.ParseException.class, () -> theirs(text));
        assertArrayEquals(new byte[] {8, 1}, ours(text).getValue());
    }

    /** Taken by it, the last one wins; refused by protoc. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ONE_SECOND + " " + ONE_SECOND,
                "type_url: 'x' " + ONE_SECOND,
                ONE_SECOND + " type_url: 'x'",
                ONE_SECOND + " value: 'x'"
            })
    void takesTwice(String text) throws TextFormat.ParseException {
        theirs(text);
        assertThrows(DecodeException.class, () -> ours(text));
    }

    /** Without a registry it knows no type, not even those that it brings: the conformance suite's tests of such fields fail. */
    @Test
    void knowsNoTypes() {
        assertThrows(TextFormat.ParseException.class, () -> TextFormat.merge(ONE_SECOND, Any.newBuilder()));
        assertArrayEquals(new byte[] {8, 1}, ours(ONE_SECOND).getValue());

        Any any = Any.pack(Duration.newBuilder().setSeconds(1).build());
        assertEquals(
                "type_url: \"type.googleapis.com/google.protobuf.Duration\" value: \"\\b\\001\"",
                TextFormat.printer().emittingSingleLine(true).printToString(any));
        assertEquals(
                ONE_SECOND,
                dev.fastcodec.wkt.Any.TEXT
                        .with(ONE_LINE)
                        .encodeToString(dev.fastcodec.wkt.Any.PROTO.decode(any.toByteArray())));
    }

    /** It has no way to leave unknown fields out, which the suite's tests called Drop ask for. */
    @ParameterizedTest
    @CsvSource({"a00101, 20: 1", "a3010801a401, 20 { 1: 1 }", "a2010161, 20: \"a\"", "a00101a00102, 20: 1 20: 2"})
    void cannotDropUnknownFields(String hex, String text) throws Exception {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertEquals(text, TextFormat.printer().emittingSingleLine(true).printToString(Duration.parseFrom(bytes)));
        dev.fastcodec.wkt.Duration duration = dev.fastcodec.wkt.Duration.PROTO.decode(bytes);
        assertEquals(text, dev.fastcodec.wkt.Duration.TEXT.with(ONE_LINE).encodeToString(duration));
        assertEquals(
                "",
                dev.fastcodec.wkt.Duration.TEXT
                        .with(ONE_LINE.unknownFields(false))
                        .encodeToString(duration));
    }
}

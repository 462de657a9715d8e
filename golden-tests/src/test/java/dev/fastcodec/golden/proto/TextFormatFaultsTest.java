package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import dev.fastcodec.DecodeException;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.text.TextCodec;
import dev.fastcodec.text.TextOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What protobuf-java 4.36.2 does otherwise in the text format than its specification and protoc: each row fails when it is mended there. Messages are
 * compared with it on texts that have none of this.
 */
class TextFormatFaultsTest {
    private static final Map<String, String> IDL = Map.of("p.proto", """
            syntax = "proto3";
            package p;
            message M {
              reserved "gone";
              string s = 1;
              double d = 2;
              float f = 3;
              int32 i = 4;
              M m = 5;
              repeated int32 list = 6;
            }
            """);

    private static final Compiled COMPILED = Compiled.of(IDL, Options.of(Map.of("formats", "proto,text")));
    private static final TextCodec<Object> OURS =
            (TextCodec<Object>) COMPILED.bean("p.M").codec("TEXT");
    private static final Descriptor THEIRS = theirs();

    private static Descriptor theirs() {
        var ours = Descriptors.of(COMPILED.schema().requested().get(0), Descriptors.Details.PLAIN);
        try {
            FileDescriptorProto file = FileDescriptorProto.parseFrom(
                    dev.fastcodec.codegen.bootstrap.FileDescriptorProto.PROTO.encode(ours));
            return FileDescriptor.buildFrom(file, new FileDescriptor[0]).findMessageTypeByName("M");
        } catch (InvalidProtocolBufferException | DescriptorValidationException e) {
            throw new AssertionError(e);
        }
    }

    private static DynamicMessage merge(String text) throws TextFormat.ParseException {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(THEIRS);
        TextFormat.Parser.newBuilder().build().merge(text, message);
        return message.build();
    }

    /** Taken by it, refused by protoc. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s: '\\xc3'", // no UTF-8
                "s: '\\377'",
                "d: 012", // an octal number is no real one
                "f: -012"
            })
    void takes(String text) throws TextFormat.ParseException {
        merge(text);
        assertThrows(DecodeException.class, () -> OURS.decode(text));
    }

    /** Refused by it, taken by protoc. */
    @ParameterizedTest
    @CsvSource({"gone: 1, ''", "gone { x: 1 } i: 1, i: 1"})
    void refuses(String text, String line) {
        assertThrows(TextFormat.ParseException.class, () -> merge(text));
        assertEquals(line, OURS.with(TextOptions.DEFAULT.singleLine(true)).encodeToString(OURS.decode(text)));
    }

    /** A NUL goes into the text as it stands when characters that are not ASCII are not escaped; protoc does not read that. */
    @Test
    void writesNul() {
        FieldDescriptor s = THEIRS.findFieldByName("s");
        DynamicMessage message =
                DynamicMessage.newBuilder(THEIRS).setField(s, "\0").build();
        String text = TextFormat.printer().escapingNonAscii(false).printToString(message);
        assertTrue(text.contains("\0"), text);
        assertThrows(DecodeException.class, () -> OURS.decode(text));
        Object ours = COMPILED.bean("p.M").codec("PROTO").decode(message.toByteArray());
        String escaped = OURS.with(TextOptions.DEFAULT.escapeNonAscii(false)).encodeToString(ours);
        assertEquals("s: \"\\000\"\n", escaped);
    }

    /** Unknown fields are sorted, so that their order is lost. */
    @Test
    void sortsUnknownFields() throws Exception {
        byte[] bytes = {(byte) 0xa8, 1, 1, (byte) 0xa0, 1, 2};
        DynamicMessage message = DynamicMessage.parseFrom(THEIRS, bytes);
        assertEquals(
                "20: 2 21: 1", TextFormat.printer().emittingSingleLine(true).printToString(message));
        Object ours = COMPILED.bean("p.M").codec("PROTO").decode(bytes);
        assertEquals(
                "21: 1 20: 2", OURS.with(TextOptions.DEFAULT.singleLine(true)).encodeToString(ours));
    }
}

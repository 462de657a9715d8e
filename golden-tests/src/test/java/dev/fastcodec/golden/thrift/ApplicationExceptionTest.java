package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.thrift.Protocol;
import dev.fastcodec.thrift.TApplicationException;
import dev.fastcodec.thrift.TApplicationException.Code;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.thrift.TException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exception of calls beside that of libthrift. */
class ApplicationExceptionTest {
    private static final String[] TEXTS = {"", "unknown method foo", "größer 😀", "x".repeat(5000)};

    private static AnyProtocol libthrift(Protocol protocol) {
        return switch (protocol) {
            case BINARY -> AnyProtocol.BINARY;
            case COMPACT -> AnyProtocol.COMPACT;
            case TJSON -> AnyProtocol.JSON;
        };
    }

    private static byte[] utf8(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenAndReadAsByLibthrift(Protocol protocol) throws TException {
        Codec<TApplicationException> codec = TApplicationException.codec(protocol);
        for (int type = -3; type < 70; type++) {
            for (String text : TEXTS) {
                TApplicationException e =
                        new TApplicationException().setMessage(text).typeNumber(type);
                byte[] bytes = codec.encode(e);
                int number = type;
                byte[] expected = libthrift(protocol)
                        .write(out -> new org.apache.thrift.TApplicationException(number, text).write(out));
                assertArrayEquals(expected, bytes);
                assertEquals(e, codec.decode(bytes));
                org.apache.thrift.TApplicationException theirs = org.apache.thrift.TApplicationException.readFrom(
                        libthrift(protocol).over(bytes));
                assertEquals(type, theirs.getType());
                assertEquals(text, theirs.getMessage());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothFieldsAreAlwaysWrittenAndNeitherMustBeRead(Protocol protocol) {
        Codec<TApplicationException> codec = TApplicationException.codec(protocol);
        byte[] empty = codec.encode(new TApplicationException().setMessage(null));
        byte[] expected =
                switch (protocol) {
                    case BINARY -> Vector.hex("0b000100000000 08000200000000 00");
                    case COMPACT -> Vector.hex("1800 1500 00");
                    case TJSON -> utf8("{'1':{'str':''},'2':{'i32':0}}");
                };
        assertArrayEquals(expected, empty);
        assertEquals(new TApplicationException(), codec.decode(protocol == Protocol.TJSON ? utf8("{}") : new byte[1]));
        for (int n = 0; n < empty.length; n++) {
            byte[] prefix = Arrays.copyOf(empty, n);
            assertThrows(DecodeException.class, () -> codec.decode(prefix));
        }
    }

    @Test
    void otherFieldsAreReadOverAndDropped() {
        byte[] bytes = Vector.hex(
                "0a0009 0000000000000001 0b0001 00000001 61 080001 00000005 0b0002 00000000 080002 00000006 00");
        TApplicationException e = TApplicationException.BINARY.decode(bytes);
        assertEquals(new TApplicationException(Code.INTERNAL_ERROR, "a"), e);
        assertNull(e.unknownFields());
        byte[] compact = Vector.hex("9602 0802 01 61 0502 0a 0804 00 0504 0c 00");
        assertEquals(e, TApplicationException.COMPACT.decode(compact));
        byte[] json = utf8(
                "{'9':{'i64':1},'1':{'str':'a'},'1':{'i32':5},'2':{'str':''}, '2':{'i32':6},'3':{'lst':['rec',1,{}]}}");
        assertEquals(e, TApplicationException.TJSON.decode(json));
    }

    @Test
    void codesHaveTheNumbersOfLibthriftAndKitex() {
        assertEquals(org.apache.thrift.TApplicationException.MISSING_RESULT, Code.MISSING_RESULT.number());
        assertEquals(
                org.apache.thrift.TApplicationException.UNSUPPORTED_CLIENT_TYPE, Code.UNSUPPORTED_CLIENT_TYPE.number());
        assertEquals(Code.UNKNOWN_SERVICE, Code.forNumber(20));
        assertEquals(Code.NO_SERVICE_NAME, Code.forNumber(21));
        assertEquals(Code.UNRECOGNIZED, Code.forNumber(11));
        for (Code code : Code.values()) {
            assertEquals(code, Code.forNumber(code.number()));
        }
        assertThrows(IllegalArgumentException.class, () -> new TApplicationException(Code.UNRECOGNIZED));
    }

    @Test
    void isAMessageLikeAnyOther() {
        TApplicationException e = new TApplicationException(Code.UNKNOWN_METHOD, "unknown method foo");
        TApplicationException copy = e.copy();
        assertEquals(e, copy);
        assertEquals(e.hashCode(), copy.hashCode());
        assertEquals("TApplicationException{message=\"unknown method foo\", type=1}", e.toString());
        assertEquals(new TApplicationException(), e.clear());
        assertNotEquals(e, copy);
        assertEquals("unknown method", new TApplicationException(Code.UNKNOWN_METHOD).getMessage());
    }
}

package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.thrift.TApplicationException;
import dev.fastcodec.thrift.TApplicationException.Code;
import java.util.Arrays;
import org.apache.thrift.TException;
import org.apache.thrift.transport.TMemoryBuffer;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exception of calls beside that of libthrift. */
class ApplicationExceptionTest {
    private static final String[] TEXTS = {"", "unknown method foo", "größer 😀", "x".repeat(5000)};

    private static byte[] libthrift(Wire wire, int type, String text) throws TException {
        TMemoryBuffer buffer = new TMemoryBuffer(64);
        new org.apache.thrift.TApplicationException(type, text).write(wire.protocol(buffer));
        return Arrays.copyOf(buffer.getArray(), buffer.length());
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenAndReadAsByLibthrift(Wire wire) throws TException {
        Codec<TApplicationException> codec = TApplicationException.codec(wire.protocol());
        for (int type = -3; type < 70; type++) {
            for (String text : TEXTS) {
                TApplicationException e =
                        new TApplicationException().setMessage(text).typeNumber(type);
                byte[] bytes = codec.encode(e);
                assertArrayEquals(libthrift(wire, type, text), bytes);
                assertEquals(e, codec.decode(bytes));
                org.apache.thrift.TApplicationException theirs = org.apache.thrift.TApplicationException.readFrom(
                        wire.protocol(new TMemoryInputTransport(bytes)));
                assertEquals(type, theirs.getType());
                assertEquals(text, theirs.getMessage());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothFieldsAreAlwaysWrittenAndNeitherMustBeRead(Wire wire) {
        Codec<TApplicationException> codec = TApplicationException.codec(wire.protocol());
        byte[] empty = codec.encode(new TApplicationException().setMessage(null));
        assertArrayEquals(Vector.hex(wire == Wire.BINARY ? "0b000100000000 08000200000000 00" : "1800 1500 00"), empty);
        assertEquals(new TApplicationException(), codec.decode(new byte[1]));
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

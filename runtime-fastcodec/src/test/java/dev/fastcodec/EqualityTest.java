package dev.fastcodec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EqualityTest {

    private static Object nested(int last) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("bytes", new ArrayList<>(List.of(new byte[] {1}, new byte[] {(byte) last})));
        map.put("numbers", IntList.of(1, last));
        map.put("set", new LinkedHashSet<>(Set.of(ByteBuffer.wrap(new byte[] {(byte) last}))));
        return map;
    }

    @Test
    void comparesNestedContainersByContent() {
        assertTrue(Equality.equal(nested(2), nested(2)));
        assertFalse(Equality.equal(nested(2), nested(3)));
        assertEquals(Equality.hash(nested(2)), Equality.hash(nested(2)));
    }

    @Test
    void comparesListsOfAllKindsByContent() {
        assertTrue(Equality.equal(List.of(1, 2), IntList.of(1, 2)));
        assertTrue(Equality.equal(IntList.of(1, 2), List.of(1, 2)));
        assertEquals(Equality.hash(List.of(1, 2)), Equality.hash(IntList.of(1, 2)));
        assertEquals(Equality.hash(List.of(new byte[] {1})), Equality.hash(BytesList.of(new byte[] {1})));
    }

    @Test
    void takesNullForAnEmptyContainer() {
        assertTrue(Equality.equal(null, new IntList()));
        assertTrue(Equality.equal(Map.of(), null));
        assertFalse(Equality.equal(null, ""));
        assertEquals(Equality.hash(null), Equality.hash(List.of()));
    }

    @Test
    void comparesFloatingPointByItsBits() {
        assertTrue(Equality.equal(Double.NaN, Double.NaN));
        assertFalse(Equality.equal(0.0, -0.0));
    }

    @Test
    void copiesDeeply() {
        Object original = nested(2);
        Object copy = Equality.copy(original);
        assertTrue(Equality.equal(original, copy));
        assertNotSame(original, copy);
        ((IntList) ((Map<?, ?>) original).get("numbers")).push(5);
        ((byte[]) ((List<?>) ((Map<?, ?>) original).get("bytes")).get(0))[0] = 9;
        assertTrue(Equality.equal(nested(2), copy));
    }

    @Test
    void copiesABufferFromItsPosition() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3}).position(1);
        ByteBuffer copy = Equality.copy(buffer);
        buffer.put(1, (byte) 9);
        assertEquals(ByteBuffer.wrap(new byte[] {2, 3}), copy);
        assertEquals(1, buffer.position());
    }

    @Test
    void showsValuesForPeople() {
        assertEquals(
                "\"a\\\"\\\\\\n\\x01\u00e9\"",
                Equality.append(new StringBuilder(), "a\"\\\n\u0001\u00e9").toString());
        assertEquals(
                "{\"a\": [1, 2]}",
                Equality.append(new StringBuilder(), Map.of("a", IntList.of(1, 2)))
                        .toString());
        assertEquals(
                "00ff", Equality.append(new StringBuilder(), new byte[] {0, -1}).toString());
        String many = Equality.append(new StringBuilder(), new byte[100]).toString();
        assertEquals("00".repeat(32) + "... (100 bytes)", many);
    }

    @Test
    void growsUnknownFieldsByWhatIsAppended() {
        UnknownFields fields = new UnknownFields();
        fields.append(new byte[] {1, 2, 3}, 1, 3);
        fields.append(new byte[] {4}, 0, 1);
        UnknownFields copy = fields.copy();
        fields.append(new byte[] {5}, 0, 1);
        assertEquals(ByteBuffer.wrap(new byte[] {2, 3, 4}), ByteBuffer.wrap(copy.toByteArray()));
        assertFalse(copy.equals(fields));
        copy.append(new byte[] {5}, 0, 1);
        assertEquals(fields, copy);
        assertEquals(fields.hashCode(), copy.hashCode());
    }
}

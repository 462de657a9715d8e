package dev.fastcodec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnumContainersTest {
    enum Color implements EnumValue {
        RED(0),
        BLUE(7),
        UNRECOGNIZED(-1);

        private final int number;

        Color(int number) {
            this.number = number;
        }

        @Override
        public int number() {
            if (this == UNRECOGNIZED) {
                throw new IllegalArgumentException("UNRECOGNIZED has no number");
            }
            return number;
        }

        @Override
        public boolean isUnrecognized() {
            return this == UNRECOGNIZED;
        }

        static Color forNumber(int number) {
            return number == 0 ? RED : number == 7 ? BLUE : UNRECOGNIZED;
        }
    }

    private final EnumList<Color> list = new EnumList<>(Color::forNumber);
    private final EnumValueSet<Color> set = new EnumValueSet<>(Color::forNumber);
    private final EnumValueMap<Color, String> keyed = new EnumValueMap<>(Color::forNumber, null);
    private final EnumValueMap<String, Color> valued = new EnumValueMap<>(null, Color::forNumber);

    @Test
    void listsConstantsAndTheirNumbers() {
        list.add(Color.BLUE);
        list.numbers().push(99);
        list.add(0, Color.RED);
        assertEquals(List.of(Color.RED, Color.BLUE, Color.UNRECOGNIZED), list);
        assertEquals(List.of(0, 7, 99), list.numbers());
        assertSame(Color.BLUE, list.set(1, Color.RED));
        assertSame(Color.UNRECOGNIZED, list.remove(2));
        assertEquals(List.of(0, 0), list.copy().numbers());
    }

    @Test
    void tellsUnknownNumbersApartInLists() {
        list.numbers().push(98);
        EnumList<Color> other = new EnumList<>(Color::forNumber);
        other.numbers().push(99);
        assertFalse(list.equals(other));
    }

    @Test
    void refusesTheConstantWithoutANumber() {
        list.add(Color.RED);
        assertThrows(IllegalArgumentException.class, () -> list.add(Color.UNRECOGNIZED));
        assertThrows(IllegalArgumentException.class, () -> list.set(0, Color.UNRECOGNIZED));
        assertThrows(IllegalArgumentException.class, () -> set.add(Color.UNRECOGNIZED));
        assertThrows(IllegalArgumentException.class, () -> keyed.put(Color.UNRECOGNIZED, ""));
        assertThrows(IllegalArgumentException.class, () -> valued.put("", Color.UNRECOGNIZED));
    }

    @Test
    void holdsASetOfConstantsAndTheirNumbers() {
        assertTrue(set.add(Color.BLUE));
        assertFalse(set.add(Color.BLUE));
        set.numbers().add(99);
        assertTrue(set.contains(Color.BLUE));
        assertFalse(set.contains(Color.RED));
        assertFalse(set.contains(Color.UNRECOGNIZED));
        assertFalse(set.contains((Object) "BLUE"));
        assertEquals(List.of(Color.BLUE, Color.UNRECOGNIZED), List.copyOf(List.of(set.toArray())));
        assertTrue(set.remove(Color.BLUE));
        assertEquals(Set.of(99), set.copy().numbers());
    }

    @Test
    void takesUnknownNumbersFromItsOwnKind() {
        list.numbers().push(99);
        EnumList<Color> others = new EnumList<>(Color::forNumber);
        others.addAll(list);
        others.addAll(List.of(Color.BLUE));
        others.addAll(0, list);
        assertEquals(List.of(99, 99, 7), others.numbers());
        set.numbers().add(99);
        EnumValueSet<Color> otherSet = new EnumValueSet<>(Color::forNumber);
        assertTrue(otherSet.addAll(set));
        assertEquals(Set.of(99), otherSet.numbers());
        keyed.numbers().put(99, "x");
        EnumValueMap<Color, String> otherMap = new EnumValueMap<>(Color::forNumber, null);
        otherMap.putAll(keyed);
        assertEquals(Map.of(99, "x"), otherMap.numbers());
    }

    @Test
    void equalsAnOrdinarySet() {
        set.add(Color.BLUE);
        assertEquals(Set.of(Color.BLUE), set);
        assertEquals(set, Set.of(Color.BLUE));
    }

    @Test
    void mapsConstantsByTheirNumbers() {
        assertNull(keyed.put(Color.BLUE, "b"));
        assertEquals("b", keyed.put(Color.BLUE, "c"));
        keyed.numbers().put(99, "x");
        assertEquals("c", keyed.get(Color.BLUE));
        assertNull(keyed.get(Color.UNRECOGNIZED));
        assertNull(keyed.get((Object) "BLUE"));
        assertTrue(keyed.containsKey(Color.BLUE));
        assertEquals("c", keyed.remove(Color.BLUE));
        assertEquals(Map.of(99, "x"), keyed.copy().numbers());
    }

    @Test
    void mapsToConstants() {
        valued.put("b", Color.BLUE);
        valued.numbers().put("x", 99);
        assertSame(Color.UNRECOGNIZED, valued.get("x"));
        for (Map.Entry<String, Color> entry : valued.entrySet()) {
            entry.setValue(Color.RED);
        }
        assertEquals(Map.of("b", 0, "x", 0), valued.numbers());
        valued.values().remove(Color.RED);
        assertEquals(1, valued.size());
    }

    @Test
    void givesTheNumbersOfOrdinaryContainers() {
        assertEquals(List.of(7), EnumList.numbersOf(List.of(Color.BLUE)));
        assertEquals(Set.of(7), EnumValueSet.numbersOf(Set.of(Color.BLUE)));
        assertEquals(Map.of(7, 0), EnumValueMap.numbersOf(Map.of(Color.BLUE, Color.RED)));
        assertSame(list.numbers(), EnumList.numbersOf(list));
    }
}

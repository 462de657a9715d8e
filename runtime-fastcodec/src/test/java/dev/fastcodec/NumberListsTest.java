package dev.fastcodec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.support.Seeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumberListsTest {

    /** A kind of list: how an empty one is made, a value by chance, and how an array is copied out. */
    record Kind<E>(String name, List<E> empty, Function<Random, E> value, Function<List<E>, List<E>> from) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind<?>> kinds() {
        return Stream.of(
                new Kind<>("bool", new BoolList(), Random::nextBoolean, BoolList::from),
                new Kind<>("byte", new ByteList(), r -> (byte) r.nextInt(), ByteList::from),
                new Kind<>("short", new ShortList(), r -> (short) r.nextInt(), ShortList::from),
                new Kind<>("int", new IntList(), Random::nextInt, IntList::from),
                new Kind<>("long", new LongList(), Random::nextLong, LongList::from),
                new Kind<>("float", new FloatList(), r -> r.nextInt(3) / 0f, FloatList::from),
                new Kind<>("double", new DoubleList(), r -> r.nextInt(3) / -0.0, DoubleList::from),
                new Kind<>("string", new StringList(), r -> "s" + r.nextInt(5), StringList::from));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <E> void behavesAsAnArrayList(Kind<E> kind) {
        Seeded.repeat(50, random -> {
            List<E> list = kind.empty();
            list.clear();
            List<E> expected = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                E value = kind.value().apply(random);
                int at = random.nextInt(expected.size() + 1);
                switch (random.nextInt(expected.isEmpty() ? 2 : 7)) {
                    case 0 -> assertEquals(expected.add(value), list.add(value));
                    case 1 -> {
                        expected.add(at, value);
                        list.add(at, value);
                    }
                    case 2 ->
                        assertEquals(expected.set(at % expected.size(), value), list.set(at % list.size(), value));
                    case 3 -> assertEquals(expected.remove(at % expected.size()), list.remove(at % list.size()));
                    case 4 -> assertEquals(expected.remove(value), list.remove(value));
                    case 5 -> assertEquals(expected.indexOf(value), list.indexOf(value));
                    default -> {
                        expected.subList(at / 2, at).clear();
                        list.subList(at / 2, at).clear();
                    }
                }
                assertEquals(expected, list);
            }
            assertEquals(list, expected);
            assertEquals(expected.hashCode(), list.hashCode());
            assertEquals(expected.toString(), list.toString());
            assertEquals(expected, kind.from().apply(expected));
            assertSame(list, kind.from().apply(list));
            assertNull(kind.from().apply(null));
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <E> void refusesNulls(Kind<E> kind) {
        List<E> list = kind.empty();
        list.add(kind.value().apply(new Random()));
        assertThrows(NullPointerException.class, () -> list.add(null));
        assertThrows(NullPointerException.class, () -> list.add(0, null));
        assertThrows(NullPointerException.class, () -> list.set(0, null));
        assertThrows(NullPointerException.class, () -> kind.from().apply(Arrays.asList((E) null)));
        assertEquals(1, list.size());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <E> void refusesIndexesBehindTheLastElement(Kind<E> kind) {
        List<E> list = kind.empty();
        list.addAll(List.of(kind.value().apply(new Random()), kind.value().apply(new Random())));
        list.remove(1);
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(1));
        assertThrows(IndexOutOfBoundsException.class, () -> list.set(1, list.get(0)));
        assertThrows(IndexOutOfBoundsException.class, () -> list.add(2, list.get(0)));
        assertThrows(IndexOutOfBoundsException.class, () -> list.remove(1));
    }

    @Test
    void keepsTheArrayWhenCleared() {
        IntList list = IntList.of(1, 2, 3);
        int[] array = list.array();
        list.clear();
        list.push(4);
        assertSame(array, list.array());
        assertArrayEquals(new int[] {4}, list.toIntArray());
    }

    @Test
    void copiesTheValuesItIsMadeOf() {
        int[] values = {1};
        IntList list = IntList.of(values);
        values[0] = 2;
        assertEquals(1, list.at(0));
    }

    @Test
    void copiesWithoutSharing() {
        IntList list = IntList.of(1);
        IntList copy = list.copy();
        copy.push(2);
        list.set(0, 3);
        assertEquals(List.of(1, 2), copy);
    }

    @Test
    void appendsAListToItself() {
        IntList list = IntList.of(1, 2);
        list.append(list);
        assertEquals(List.of(1, 2, 1, 2), list);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <E> void addsAllOfAListOfItsClassAsOfAnyOther(Kind<E> kind) {
        List<E> added = List.of(kind.value().apply(new Random(1)), kind.value().apply(new Random(2)));
        List<E> expected = new ArrayList<>(added);
        expected.addAll(added);
        List<E> list = kind.from().apply(added);
        assertTrue(list.addAll(kind.from().apply(added)));
        assertFalse(list.addAll(kind.empty()));
        assertEquals(expected, list);
    }

    @Test
    void reservesNoMoreThanAskedInAnEmptyList() {
        LongList list = new LongList();
        list.reserve(1000);
        assertEquals(1000, list.array().length);
    }

    @Test
    void refusesToHaveGrownBeyondItsArray() {
        assertThrows(IndexOutOfBoundsException.class, () -> IntList.of(1).grew(2));
        assertThrows(IndexOutOfBoundsException.class, () -> IntList.of(1).grew(-1));
    }

    @Test
    void comparesFloatingPointByItsBits() {
        assertEquals(DoubleList.of(Double.NaN), DoubleList.of(Double.NaN));
        assertNotEquals(DoubleList.of(0.0), DoubleList.of(-0.0));
    }

    @Test
    void iteratesInOrder() {
        Iterator<Integer> iterator = IntList.of(5, 6).iterator();
        assertEquals(5, iterator.next());
        iterator.remove();
        assertEquals(6, iterator.next());
    }
}

package dev.fastcodec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.schema.MessageSchema;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ObjectListsTest {

    /** A message of one number. */
    static final class Box implements Message<Box> {
        int value;

        Box() {}

        Box(int value) {
            this.value = value;
        }

        @Override
        public Box clear() {
            value = 0;
            return this;
        }

        @Override
        public Box copy() {
            return new Box(value);
        }

        @Override
        public UnknownFields unknownFields() {
            return null;
        }

        @Override
        public MessageSchema schema() {
            return null;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Box box && box.value == value;
        }

        @Override
        public int hashCode() {
            return value;
        }
    }

    private final MessageList<Box> boxes = new MessageList<>(Box::new);

    @Test
    void forgetsThatStringsAreAsciiOnEveryChange() {
        List<Consumer<StringList>> changes = List.of(
                l -> l.add("\u00e9"),
                l -> l.add(0, "\u00e9"),
                l -> l.set(0, "\u00e9"),
                l -> l.addAll(List.of("\u00e9")),
                l -> l.listIterator().add("\u00e9"),
                l -> l.replaceAll(s -> "\u00e9"),
                l -> l.remove(0),
                l -> l.clear());
        for (Consumer<StringList> change : changes) {
            StringList list = StringList.of("a", "b");
            list.ascii(true);
            change.accept(list);
            assertFalse(list.ascii());
        }
    }

    @Test
    void staysAsciiWhileOnlyAsciiIsPushed() {
        StringList list = new StringList();
        list.push("a", true);
        list.push("b", true);
        assertTrue(list.ascii());
        assertTrue(list.copy().ascii());
        list.push("\u00e9", false);
        list.push("c", true);
        assertFalse(list.ascii());
    }

    @Test
    void addsAllStringsAndRefusesNullAmongThem() {
        StringList list = StringList.of("a");
        assertTrue(list.addAll(list));
        assertTrue(list.addAll(List.of("b", "c")));
        assertFalse(list.addAll(List.of()));
        assertThrows(NullPointerException.class, () -> list.addAll(Arrays.asList("d", null)));
        assertEquals(List.of("a", "a", "b", "c"), list);
    }

    @Test
    void reusesItsElementsBeforeItTakesNewOnes() {
        boxes.add().value = 5;
        boxes.clear();
        boxes.expect(1_000_000_000);
        Box first = boxes.reuse();
        assertEquals(0, first.value);
        assertNull(boxes.reuse());
        Box second = boxes.own(new Box());
        assertSame(second, boxes.get(1));
        boxes.clear();
        assertSame(first, boxes.reuse());
        assertSame(second, boxes.reuse());
    }

    @Test
    void handsElementsOutAgainAfterClear() {
        Box first = boxes.add();
        first.value = 5;
        boxes.clear();
        assertEquals(0, first.value);
        assertSame(first, boxes.add());
        assertNotSame(first, boxes.add());
    }

    @Test
    void keepsNoElementThatCameByReference() {
        Box mine = new Box(5);
        boxes.add(mine);
        boxes.clear();
        assertNotSame(mine, boxes.add());
        assertEquals(5, mine.value);
    }

    @Test
    void keepsNoElementThatCameInACollection() {
        Box mine = new Box(5);
        boxes.addAll(List.of(mine));
        boxes.set(0, mine);
        boxes.clear();
        assertNotSame(mine, boxes.add());
        assertThrows(NullPointerException.class, () -> boxes.addAll(Arrays.asList((Box) null)));
    }

    @Test
    void handsOutNoElementThatWasRemoved() {
        Box first = boxes.add();
        Box second = boxes.add();
        assertSame(first, boxes.remove(0));
        boxes.clear();
        assertSame(second, boxes.add());
        assertNotSame(first, boxes.add());
    }

    @Test
    void insertsInFrontOfElementsThatWaitForUse() {
        boxes.add();
        boxes.add();
        boxes.clear();
        boxes.add(new Box(1));
        boxes.add(0, new Box(2));
        assertEquals(List.of(new Box(2), new Box(1)), boxes);
    }

    @Test
    void copiesMessagesDeeply() {
        boxes.add().value = 1;
        MessageList<Box> copy = boxes.copy();
        boxes.get(0).value = 2;
        assertEquals(1, copy.get(0).value);
        assertEquals(0, copy.add().value);
    }

    @Test
    void comparesBytesByContent() {
        BytesList list = BytesList.of(new byte[] {1}, new byte[0]);
        assertEquals(BytesList.of(new byte[] {1}, new byte[0]), list);
        assertEquals(list, List.of(new byte[] {1}, new byte[0]));
        assertEquals(list.hashCode(), list.copy().hashCode());
        assertEquals(0, list.indexOf(new byte[] {1}));
        assertEquals(1, list.lastIndexOf(new byte[0]));
        assertFalse(list.contains(new byte[] {2}));
        assertEquals("[01, (0 bytes)]", list.toString());
    }

    @Test
    void copiesBytesDeeply() {
        byte[] mine = {1};
        BytesList copy = BytesList.of(mine).copy();
        mine[0] = 2;
        assertArrayEquals(new byte[] {1}, copy.get(0));
    }

    @Test
    void dropsTheBytesOfAClearedList() {
        BytesList list = BytesList.of(new byte[] {1});
        list.clear();
        list.add(new byte[] {2});
        list.remove(0);
        assertEquals(List.of(), list);
    }
}

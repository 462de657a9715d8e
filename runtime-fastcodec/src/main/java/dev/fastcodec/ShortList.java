package dev.fastcodec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A {@code List<Short>} over a {@code short[]}, with access that does not box. Nulls are refused. */
public final class ShortList extends ArrayBacked<Short> {
    private static final short[] NONE = {};

    private short[] array = NONE;

    /** An empty list. */
    public ShortList() {}

    /** A list of these values, which are copied. */
    public static ShortList of(short... values) {
        ShortList list = new ShortList();
        list.array = values.clone();
        list.size = values.length;
        return list;
    }

    /** The list itself when it is of this class, else a copy of it; null for null. */
    public static ShortList from(List<Short> values) {
        if (values == null || values instanceof ShortList) {
            return (ShortList) values;
        }
        ShortList list = new ShortList();
        list.reserve(values.size());
        for (Short value : values) {
            list.push(value);
        }
        return list;
    }

    /** The element at the index. */
    public short at(int index) {
        return array[Objects.checkIndex(index, size)];
    }

    /** Adds an element at the end. */
    public void push(short value) {
        if (size == array.length) {
            growForOne();
        }
        array[size++] = value;
    }

    /** Adds all elements of another list at the end. */
    public void append(ShortList other) {
        appendAll(other);
    }

    /** The array that holds the elements from index 0 up to the size; not copied, and replaced when the list outgrows it. */
    public short[] array() {
        return array;
    }

    /** A copy of the elements. */
    public short[] toShortArray() {
        return Arrays.copyOf(array, size);
    }

    /** A copy that shares nothing. */
    @Override
    public ShortList copy() {
        ShortList copy = new ShortList();
        copy.array = toShortArray();
        copy.size = size;
        return copy;
    }

    @Override
    public Short get(int index) {
        return at(index);
    }

    @Override
    public Short set(int index, Short value) {
        short old = at(index);
        array[index] = value;
        return old;
    }

    @Override
    public boolean add(Short value) {
        push(value);
        return true;
    }

    @Override
    public void add(int index, Short value) {
        short element = value;
        open(index);
        array[index] = element;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ShortList other
                ? Arrays.equals(array, 0, size, other.array, 0, other.size)
                : super.equals(o);
    }

    @Override
    public int hashCode() {
        int h = 1;
        for (int i = 0; i < size; i++) {
            h = 31 * h + Short.hashCode(array[i]);
        }
        return h;
    }

    @Override
    Object elements() {
        return array;
    }

    @Override
    int capacity() {
        return array.length;
    }

    @Override
    void resize(int capacity) {
        array = Arrays.copyOf(array, capacity);
    }
}

package dev.fastcodec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A {@code List<Integer>} over a {@code int[]}, with access that does not box. Nulls are refused. */
public final class IntList extends ArrayBacked<Integer> {
    private static final int[] NONE = {};

    private int[] array = NONE;

    /** An empty list. */
    public IntList() {}

    /** A list of these values, which are copied. */
    public static IntList of(int... values) {
        IntList list = new IntList();
        list.array = values.clone();
        list.size = values.length;
        return list;
    }

    /** The list itself when it is of this class, else a copy of it; null for null. */
    public static IntList from(List<Integer> values) {
        if (values == null || values instanceof IntList) {
            return (IntList) values;
        }
        IntList list = new IntList();
        list.reserve(values.size());
        for (Integer value : values) {
            list.push(value);
        }
        return list;
    }

    /** The element at the index. */
    public int at(int index) {
        return array[Objects.checkIndex(index, size)];
    }

    /** Adds an element at the end. */
    public void push(int value) {
        if (size == array.length) {
            growForOne();
        }
        array[size++] = value;
    }

    /** Adds all elements of another list at the end. */
    public void append(IntList other) {
        appendAll(other);
    }

    /** The array that holds the elements from index 0 up to the size; not copied, and replaced when the list outgrows it. */
    public int[] array() {
        return array;
    }

    /** A copy of the elements. */
    public int[] toIntArray() {
        return Arrays.copyOf(array, size);
    }

    /** A copy that shares nothing. */
    @Override
    public IntList copy() {
        IntList copy = new IntList();
        copy.array = toIntArray();
        copy.size = size;
        return copy;
    }

    @Override
    public Integer get(int index) {
        return at(index);
    }

    @Override
    public Integer set(int index, Integer value) {
        int old = at(index);
        array[index] = value;
        return old;
    }

    @Override
    public boolean add(Integer value) {
        push(value);
        return true;
    }

    @Override
    public void add(int index, Integer value) {
        int element = value;
        open(index);
        array[index] = element;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof IntList other ? Arrays.equals(array, 0, size, other.array, 0, other.size) : super.equals(o);
    }

    @Override
    public int hashCode() {
        int h = 1;
        for (int i = 0; i < size; i++) {
            h = 31 * h + Integer.hashCode(array[i]);
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

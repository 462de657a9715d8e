package dev.fastcodec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A {@code List<Boolean>} over a {@code boolean[]}, with access that does not box. Nulls are refused. */
public final class BoolList extends ArrayBacked<Boolean> {
    private static final boolean[] NONE = {};

    private boolean[] array = NONE;

    /** An empty list. */
    public BoolList() {}

    /** A list of these values, which are copied. */
    public static BoolList of(boolean... values) {
        BoolList list = new BoolList();
        list.array = values.clone();
        list.size = values.length;
        return list;
    }

    /** The list itself when it is of this class, else a copy of it; null for null. */
    public static BoolList from(List<Boolean> values) {
        if (values == null || values instanceof BoolList) {
            return (BoolList) values;
        }
        BoolList list = new BoolList();
        list.reserve(values.size());
        for (Boolean value : values) {
            list.push(value);
        }
        return list;
    }

    /** The element at the index. */
    public boolean at(int index) {
        return array[Objects.checkIndex(index, size)];
    }

    /** Adds an element at the end. */
    public void push(boolean value) {
        if (size == array.length) {
            growForOne();
        }
        array[size++] = value;
    }

    /** Adds all elements of another list at the end. */
    public void append(BoolList other) {
        appendAll(other);
    }

    /** The array that holds the elements from index 0 up to the size; not copied, and replaced when the list outgrows it. */
    public boolean[] array() {
        return array;
    }

    /** A copy of the elements. */
    public boolean[] toBooleanArray() {
        return Arrays.copyOf(array, size);
    }

    /** A copy that shares nothing. */
    @Override
    public BoolList copy() {
        BoolList copy = new BoolList();
        copy.array = toBooleanArray();
        copy.size = size;
        return copy;
    }

    @Override
    public Boolean get(int index) {
        return at(index);
    }

    @Override
    public Boolean set(int index, Boolean value) {
        boolean old = at(index);
        array[index] = value;
        return old;
    }

    @Override
    public boolean add(Boolean value) {
        push(value);
        return true;
    }

    @Override
    public void add(int index, Boolean value) {
        boolean element = value;
        open(index);
        array[index] = element;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof BoolList other
                ? Arrays.equals(array, 0, size, other.array, 0, other.size)
                : super.equals(o);
    }

    @Override
    public int hashCode() {
        int h = 1;
        for (int i = 0; i < size; i++) {
            h = 31 * h + Boolean.hashCode(array[i]);
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

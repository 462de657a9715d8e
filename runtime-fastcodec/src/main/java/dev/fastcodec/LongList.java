package dev.fastcodec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A {@code List<Long>} over a {@code long[]}, with access that does not box. Nulls are refused. */
public final class LongList extends ArrayBacked<Long> {
    private static final long[] NONE = {};

    private long[] array = NONE;

    /** An empty list. */
    public LongList() {}

    /** A list of these values, which are copied. */
    public static LongList of(long... values) {
        LongList list = new LongList();
        list.array = values.clone();
        list.size = values.length;
        return list;
    }

    /** The list itself when it is of this class, else a copy of it; null for null. */
    public static LongList from(List<Long> values) {
        if (values == null || values instanceof LongList) {
            return (LongList) values;
        }
        LongList list = new LongList();
        list.reserve(values.size());
        for (Long value : values) {
            list.push(value);
        }
        return list;
    }

    /** The element at the index. */
    public long at(int index) {
        return array[Objects.checkIndex(index, size)];
    }

    /** Adds an element at the end. */
    public void push(long value) {
        if (size == array.length) {
            growForOne();
        }
        array[size++] = value;
    }

    /** Adds all elements of another list at the end. */
    public void append(LongList other) {
        appendAll(other);
    }

    /** The array that holds the elements from index 0 up to the size; not copied, and replaced when the list outgrows it. */
    public long[] array() {
        return array;
    }

    /** A copy of the elements. */
    public long[] toLongArray() {
        return Arrays.copyOf(array, size);
    }

    /** A copy that shares nothing. */
    @Override
    public LongList copy() {
        LongList copy = new LongList();
        copy.array = toLongArray();
        copy.size = size;
        return copy;
    }

    @Override
    public Long get(int index) {
        return at(index);
    }

    @Override
    public Long set(int index, Long value) {
        long old = at(index);
        array[index] = value;
        return old;
    }

    @Override
    public boolean add(Long value) {
        push(value);
        return true;
    }

    @Override
    public void add(int index, Long value) {
        long element = value;
        open(index);
        array[index] = element;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof LongList other
                ? Arrays.equals(array, 0, size, other.array, 0, other.size)
                : super.equals(o);
    }

    @Override
    public int hashCode() {
        int h = 1;
        for (int i = 0; i < size; i++) {
            h = 31 * h + Long.hashCode(array[i]);
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

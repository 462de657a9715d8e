package dev.fastcodec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A {@code List<Byte>} over a {@code byte[]}, with access that does not box. Nulls are refused. */
public final class ByteList extends ArrayBacked<Byte> {
    private static final byte[] NONE = {};

    private byte[] array = NONE;

    /** An empty list. */
    public ByteList() {}

    /** A list of these values, which are copied. */
    public static ByteList of(byte... values) {
        ByteList list = new ByteList();
        list.array = values.clone();
        list.size = values.length;
        return list;
    }

    /** The list itself when it is of this class, else a copy of it; null for null. */
    public static ByteList from(List<Byte> values) {
        if (values == null || values instanceof ByteList) {
            return (ByteList) values;
        }
        ByteList list = new ByteList();
        list.reserve(values.size());
        for (Byte value : values) {
            list.push(value);
        }
        return list;
    }

    /** The element at the index. */
    public byte at(int index) {
        return array[Objects.checkIndex(index, size)];
    }

    /** Adds an element at the end. */
    public void push(byte value) {
        if (size == array.length) {
            growForOne();
        }
        array[size++] = value;
    }

    /** Adds all elements of another list at the end. */
    public void append(ByteList other) {
        appendAll(other);
    }

    /** The array that holds the elements from index 0 up to the size; not copied, and replaced when the list outgrows it. */
    public byte[] array() {
        return array;
    }

    /** A copy of the elements. */
    public byte[] toByteArray() {
        return Arrays.copyOf(array, size);
    }

    /** A copy that shares nothing. */
    @Override
    public ByteList copy() {
        ByteList copy = new ByteList();
        copy.array = toByteArray();
        copy.size = size;
        return copy;
    }

    @Override
    public Byte get(int index) {
        return at(index);
    }

    @Override
    public Byte set(int index, Byte value) {
        byte old = at(index);
        array[index] = value;
        return old;
    }

    @Override
    public boolean add(Byte value) {
        push(value);
        return true;
    }

    @Override
    public void add(int index, Byte value) {
        byte element = value;
        open(index);
        array[index] = element;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ByteList other
                ? Arrays.equals(array, 0, size, other.array, 0, other.size)
                : super.equals(o);
    }

    @Override
    public int hashCode() {
        int h = 1;
        for (int i = 0; i < size; i++) {
            h = 31 * h + Byte.hashCode(array[i]);
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

package dev.fastcodec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A list of byte arrays, held by reference and compared by content. Nulls are refused. */
public final class BytesList extends ArrayBacked<byte[]> {
    private static final byte[][] NONE = {};

    private byte[][] array = NONE;

    /** An empty list. */
    public BytesList() {}

    /** A list of these arrays, which are not copied. */
    public static BytesList of(byte[]... values) {
        return from(Arrays.asList(values));
    }

    /** The list itself when it is of this class, else a new list of the same arrays; null for null. */
    public static BytesList from(List<byte[]> values) {
        if (values == null || values instanceof BytesList) {
            return (BytesList) values;
        }
        BytesList list = new BytesList();
        list.reserve(values.size());
        for (byte[] value : values) {
            list.add(value);
        }
        return list;
    }

    /** A copy of the list and of every array in it. */
    @Override
    public BytesList copy() {
        BytesList copy = new BytesList();
        copy.array = Arrays.copyOf(array, size);
        copy.size = size;
        for (int i = 0; i < size; i++) {
            copy.array[i] = array[i].clone();
        }
        return copy;
    }

    @Override
    public byte[] get(int index) {
        return array[Objects.checkIndex(index, size)];
    }

    @Override
    public byte[] set(int index, byte[] value) {
        Objects.requireNonNull(value);
        byte[] old = get(index);
        array[index] = value;
        return old;
    }

    @Override
    public boolean add(byte[] value) {
        Objects.requireNonNull(value);
        if (size == array.length) {
            growForOne();
        }
        array[size++] = value;
        return true;
    }

    @Override
    public void add(int index, byte[] value) {
        Objects.requireNonNull(value);
        open(index);
        array[index] = value;
    }

    @Override
    protected void removeRange(int from, int to) {
        int before = size;
        super.removeRange(from, to);
        Arrays.fill(array, size, before, null);
    }

    /** Makes the list empty; the list's own array stays, the arrays in it do not. */
    @Override
    public void clear() {
        Arrays.fill(array, 0, size, null);
        super.clear();
    }

    @Override
    public int indexOf(Object o) {
        for (int i = 0; i < size; i++) {
            if (Equality.equal(array[i], o)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean contains(Object o) {
        return indexOf(o) >= 0;
    }

    @Override
    public int lastIndexOf(Object o) {
        for (int i = size; --i >= 0; ) {
            if (Equality.equal(array[i], o)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof List<?> other && Equality.equalLists(this, other);
    }

    @Override
    public int hashCode() {
        int h = 1;
        for (int i = 0; i < size; i++) {
            h = 31 * h + Arrays.hashCode(array[i]);
        }
        return h;
    }

    @Override
    public String toString() {
        return Equality.append(new StringBuilder(), this).toString();
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

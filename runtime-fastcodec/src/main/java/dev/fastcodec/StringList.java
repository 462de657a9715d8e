package dev.fastcodec;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * A list of strings that may know that all of them are ASCII, which makes them cheap to write. Decoding and encoding find that out; every change
 * forgets it. Nulls are refused.
 */
public final class StringList extends ArrayBacked<String> {
    private static final String[] NONE = {};

    private String[] array = NONE;
    private boolean ascii;

    /** An empty list. */
    public StringList() {}

    /** A list of these strings, which are copied. */
    public static StringList of(String... values) {
        return from(Arrays.asList(values));
    }

    /** The list itself when it is of this class, else a copy of it; null for null. */
    public static StringList from(List<String> values) {
        if (values == null || values instanceof StringList) {
            return (StringList) values;
        }
        StringList list = new StringList();
        list.reserve(values.size());
        for (String value : values) {
            list.add(value);
        }
        return list;
    }

    /** Whether all elements are known to be ASCII. */
    public boolean ascii() {
        return ascii;
    }

    /** Says whether all elements are known to be ASCII; when that is not true, wrong bytes are written. */
    public void ascii(boolean known) {
        ascii = known;
    }

    /** Adds an element at the end that is or is not known to be ASCII, so that a list of nothing else stays known to be. */
    public void push(String value, boolean isAscii) {
        boolean all = isAscii && (ascii || size == 0);
        add(value);
        ascii = all;
    }

    /** The array that holds the elements from index 0 up to the size, for reading only; not copied, and replaced when the list outgrows it. */
    public String[] array() {
        return array;
    }

    @Override
    public StringList copy() {
        StringList copy = new StringList();
        copy.array = Arrays.copyOf(array, size);
        copy.size = size;
        copy.ascii = ascii;
        return copy;
    }

    @Override
    public String get(int index) {
        return array[Objects.checkIndex(index, size)];
    }

    @Override
    public String set(int index, String value) {
        Objects.requireNonNull(value);
        String old = get(index);
        changed();
        array[index] = value;
        return old;
    }

    @Override
    public boolean add(String value) {
        Objects.requireNonNull(value);
        changed();
        if (size == array.length) {
            growForOne();
        }
        array[size++] = value;
        return true;
    }

    @Override
    public boolean addAll(Collection<? extends String> values) {
        Object[] added = values.toArray();
        for (Object value : added) {
            Objects.requireNonNull(value);
        }
        changed();
        reserve(added.length);
        System.arraycopy(added, 0, array, size, added.length);
        size += added.length;
        return added.length > 0;
    }

    @Override
    public void add(int index, String value) {
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

    /** Makes the list empty; the array stays, the strings do not. */
    @Override
    public void clear() {
        Arrays.fill(array, 0, size, null);
        super.clear();
    }

    @Override
    void changed() {
        ascii = false;
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

package dev.fastcodec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A {@code List<Float>} over a {@code float[]}, with access that does not box. Nulls are refused. */
public final class FloatList extends ArrayBacked<Float> {
    private static final float[] NONE = {};

    private float[] array = NONE;

    /** An empty list. */
    public FloatList() {}

    /** A list of these values, which are copied. */
    public static FloatList of(float... values) {
        FloatList list = new FloatList();
        list.array = values.clone();
        list.size = values.length;
        return list;
    }

    /** The list itself when it is of this class, else a copy of it; null for null. */
    public static FloatList from(List<Float> values) {
        if (values == null || values instanceof FloatList) {
            return (FloatList) values;
        }
        FloatList list = new FloatList();
        list.reserve(values.size());
        for (Float value : values) {
            list.push(value);
        }
        return list;
    }

    /** The element at the index. */
    public float at(int index) {
        return array[Objects.checkIndex(index, size)];
    }

    /** Adds an element at the end. */
    public void push(float value) {
        if (size == array.length) {
            growForOne();
        }
        array[size++] = value;
    }

    /** Adds all elements of another list at the end. */
    public void append(FloatList other) {
        appendAll(other);
    }

    /** The array that holds the elements from index 0 up to the size; not copied, and replaced when the list outgrows it. */
    public float[] array() {
        return array;
    }

    /** A copy of the elements. */
    public float[] toFloatArray() {
        return Arrays.copyOf(array, size);
    }

    /** A copy that shares nothing. */
    @Override
    public FloatList copy() {
        FloatList copy = new FloatList();
        copy.array = toFloatArray();
        copy.size = size;
        return copy;
    }

    @Override
    public Float get(int index) {
        return at(index);
    }

    @Override
    public Float set(int index, Float value) {
        float old = at(index);
        array[index] = value;
        return old;
    }

    @Override
    public boolean add(Float value) {
        push(value);
        return true;
    }

    @Override
    public void add(int index, Float value) {
        float element = value;
        open(index);
        array[index] = element;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof FloatList other
                ? Arrays.equals(array, 0, size, other.array, 0, other.size)
                : super.equals(o);
    }

    @Override
    public int hashCode() {
        int h = 1;
        for (int i = 0; i < size; i++) {
            h = 31 * h + Float.hashCode(array[i]);
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

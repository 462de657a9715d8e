package dev.fastcodec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A {@code List<Double>} over a {@code double[]}, with access that does not box. Nulls are refused. */
public final class DoubleList extends ArrayBacked<Double> {
    private static final double[] NONE = {};

    private double[] array = NONE;

    /** An empty list. */
    public DoubleList() {}

    /** A list of these values, which are copied. */
    public static DoubleList of(double... values) {
        DoubleList list = new DoubleList();
        list.array = values.clone();
        list.size = values.length;
        return list;
    }

    /** The list itself when it is of this class, else a copy of it; null for null. */
    public static DoubleList from(List<Double> values) {
        if (values == null || values instanceof DoubleList) {
            return (DoubleList) values;
        }
        DoubleList list = new DoubleList();
        list.reserve(values.size());
        for (Double value : values) {
            list.push(value);
        }
        return list;
    }

    /** The element at the index. */
    public double at(int index) {
        return array[Objects.checkIndex(index, size)];
    }

    /** Adds an element at the end. */
    public void push(double value) {
        if (size == array.length) {
            growForOne();
        }
        array[size++] = value;
    }

    /** Adds all elements of another list at the end. */
    public void append(DoubleList other) {
        appendAll(other);
    }

    /** The array that holds the elements from index 0 up to the size; not copied, and replaced when the list outgrows it. */
    public double[] array() {
        return array;
    }

    /** A copy of the elements. */
    public double[] toDoubleArray() {
        return Arrays.copyOf(array, size);
    }

    /** A copy that shares nothing. */
    @Override
    public DoubleList copy() {
        DoubleList copy = new DoubleList();
        copy.array = toDoubleArray();
        copy.size = size;
        return copy;
    }

    @Override
    public Double get(int index) {
        return at(index);
    }

    @Override
    public Double set(int index, Double value) {
        double old = at(index);
        array[index] = value;
        return old;
    }

    @Override
    public boolean add(Double value) {
        push(value);
        return true;
    }

    @Override
    public void add(int index, Double value) {
        double element = value;
        open(index);
        array[index] = element;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof DoubleList other
                ? Arrays.equals(array, 0, size, other.array, 0, other.size)
                : super.equals(o);
    }

    @Override
    public int hashCode() {
        int h = 1;
        for (int i = 0; i < size; i++) {
            h = 31 * h + Double.hashCode(array[i]);
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

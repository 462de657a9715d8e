package dev.fastcodec;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * What the lists over one growing array have in common, whatever the array's type. Indexes are checked against the size; the array keeps its length
 * when the list shrinks.
 *
 * @param <E> the element, boxed where the array holds primitives
 */
abstract class ArrayBacked<E> extends AbstractList<E> implements RandomAccess, Copyable {
    private static final int FIRST_CAPACITY = 8;
    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

    int size;

    /** The array. */
    abstract Object elements();

    /** The array's length. */
    abstract int capacity();

    /** Replaces the array by a longer one with the same elements. */
    abstract void resize(int capacity);

    /**
     * The length that an array should get to hold more elements: just enough when it holds none, so that a list whose size is known costs no more
     * than its elements, and at least half as much again otherwise, so that growth costs the same per element however it is called.
     */
    static int capacity(int capacity, int size, int more) {
        long need = (long) size + more;
        if (need > MAX_CAPACITY) {
            throw new OutOfMemoryError("a list of " + need + " elements");
        }
        return size == 0 ? (int) need : (int) Math.min(Math.max(need, capacity + (capacity >> 1) + 1L), MAX_CAPACITY);
    }

    @Override
    public final int size() {
        return size;
    }

    /** Makes room for this many more elements. */
    public final void reserve(int more) {
        if (more > capacity() - size) {
            resize(capacity(capacity(), size, more));
        }
    }

    /** Takes the elements that were written to the array behind the last one, up to the new size. */
    public final void grew(int newSize) {
        Objects.checkIndex(newSize, capacity() + 1);
        changed();
        size = newSize;
    }

    /** Told before every change but one element at the end. Nothing is counted for iterators: they check indexes only, and adding stays cheap. */
    void changed() {}

    /** Makes room for one element behind the last. */
    final void growForOne() {
        resize(capacity(capacity(), size, size == 0 ? FIRST_CAPACITY : 1));
    }

    /** Opens a gap at the index for one element. */
    final void open(int index) {
        Objects.checkIndex(index, size + 1);
        changed();
        if (size == capacity()) {
            growForOne();
        }
        System.arraycopy(elements(), index, elements(), index + 1, size - index);
        size++;
    }

    @Override
    public E remove(int index) {
        E old = get(index);
        removeRange(index, index + 1);
        return old;
    }

    @Override
    protected void removeRange(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        changed();
        System.arraycopy(elements(), to, elements(), from, size - to);
        size -= to - from;
    }

    /** Makes the list empty; the array stays. */
    @Override
    public void clear() {
        changed();
        size = 0;
    }

    /** Takes a list of the same class by one copy of its array, where others are taken element by element. */
    @Override
    @SuppressWarnings("unchecked") // a list of the same class has the same elements
    public boolean addAll(Collection<? extends E> values) {
        if (values.getClass() != getClass()) {
            return super.addAll(values);
        }
        appendAll((ArrayBacked<E>) values);
        return !values.isEmpty();
    }

    /** Copies all elements of a list of the same kind behind the last one. */
    final void appendAll(ArrayBacked<E> other) {
        int n = other.size;
        changed();
        reserve(n);
        System.arraycopy(other.elements(), 0, elements(), size, n);
        size += n;
    }
}

package dev.fastcodec;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A list of messages that makes its own elements and, when cleared, keeps them to hand them out again. Whoever still holds an element of a list that
 * was cleared sees it change; {@link Message#copy()} what is to be kept. Elements that came by reference belong to somebody else too, so a list that
 * took any keeps none. Nulls are refused.
 */
public final class MessageList<T extends Message<T>> extends ArrayBacked<T> {
    private static final Object[] NONE = {};
    private static final int MOST_EXPECTED = 1024;

    private final Supplier<T> maker;
    private Object[] array = NONE;
    private boolean shared;

    /**
     * An empty list.
     *
     * @param maker makes an element, such as {@code Item::new}
     */
    public MessageList(Supplier<T> maker) {
        this.maker = Objects.requireNonNull(maker);
    }

    /** Adds an empty element, used before or new, and gives it. */
    public T add() {
        if (size == array.length) {
            growForOne();
        }
        T element = element(size);
        if (element == null) {
            element = maker.get();
            array[size] = element;
        }
        size++;
        return element;
    }

    /** Makes room for this many more elements, or for some of them when they are many: a sender who says that many follow has sent none so far. */
    public void expect(int more) {
        reserve(Math.min(more, MOST_EXPECTED));
    }

    /** Adds an empty element that was used before, and gives it; null when there is none. */
    public T reuse() {
        if (size == array.length) {
            return null;
        }
        T element = element(size);
        if (element != null) {
            size++;
        }
        return element;
    }

    /** Adds a new element that belongs to this list alone, and gives it. Only after {@link #reuse} had none to give. */
    public T own(T element) {
        if (size == array.length) {
            growForOne();
        }
        array[size++] = element;
        return element;
    }

    @SuppressWarnings("unchecked") // only elements of T are put in
    private T element(int index) {
        return (T) array[index];
    }

    /** A copy of the list and of every message in it. */
    @Override
    public MessageList<T> copy() {
        MessageList<T> copy = new MessageList<>(maker);
        copy.array = new Object[size];
        for (int i = 0; i < size; i++) {
            copy.array[i] = element(i).copy();
        }
        copy.size = size;
        return copy;
    }

    @Override
    public T get(int index) {
        return element(Objects.checkIndex(index, size));
    }

    /** Puts the message itself, not a copy. */
    @Override
    public T set(int index, T message) {
        T old = get(index);
        array[index] = Objects.requireNonNull(message);
        shared = true;
        return old;
    }

    /** Adds the message itself, not a copy. */
    @Override
    public boolean add(T message) {
        Objects.requireNonNull(message);
        if (size == array.length) {
            growForOne();
        }
        array[size++] = message;
        shared = true;
        return true;
    }

    /** Puts the message itself, not a copy. */
    @Override
    public void add(int index, T message) {
        Objects.requireNonNull(message);
        open(index);
        array[index] = message;
        shared = true;
    }

    /** Adds the messages themselves, not copies; the collection may be this list. */
    @Override
    public boolean addAll(Collection<? extends T> messages) {
        Object[] added = messages.toArray();
        for (Object message : added) {
            Objects.requireNonNull(message);
        }
        reserve(added.length);
        System.arraycopy(added, 0, array, size, added.length);
        size += added.length;
        shared |= added.length > 0;
        return added.length > 0;
    }

    @Override
    protected void removeRange(int from, int to) {
        int before = size;
        super.removeRange(from, to);
        Arrays.fill(array, size, before, null);
    }

    /** Makes the list empty and its elements, where they are its own, ready to be handed out again. */
    @Override
    public void clear() {
        if (shared) {
            Arrays.fill(array, null);
            shared = false;
        } else {
            for (int i = 0; i < size; i++) {
                element(i).clear();
            }
        }
        super.clear();
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

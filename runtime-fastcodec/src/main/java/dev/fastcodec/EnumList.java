package dev.fastcodec;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * A list of enum constants that holds their numbers, so that numbers without a constant are kept: they show as {@code UNRECOGNIZED}. Adding
 * {@code UNRECOGNIZED} is refused with an {@link IllegalArgumentException}; add to {@link #numbers()} instead.
 */
public final class EnumList<E extends EnumValue> extends AbstractList<E> implements RandomAccess, Copyable {
    private final IntFunction<E> forNumber;
    private final IntList numbers;

    /**
     * An empty list.
     *
     * @param forNumber gives the constant of a number, {@code UNRECOGNIZED} when there is none
     */
    public EnumList(IntFunction<E> forNumber) {
        this(forNumber, new IntList());
    }

    private EnumList(IntFunction<E> forNumber, IntList numbers) {
        this.forNumber = Objects.requireNonNull(forNumber);
        this.numbers = numbers;
    }

    /** The numbers, live. */
    public IntList numbers() {
        return numbers;
    }

    /** A copy that shares nothing. */
    @Override
    public EnumList<E> copy() {
        return new EnumList<>(forNumber, numbers.copy());
    }

    @Override
    public int size() {
        return numbers.size();
    }

    @Override
    public E get(int index) {
        return forNumber.apply(numbers.at(index));
    }

    @Override
    public E set(int index, E value) {
        return forNumber.apply(numbers.set(index, value.number()));
    }

    @Override
    public boolean add(E value) {
        numbers.push(value.number());
        return true;
    }

    @Override
    public void add(int index, E value) {
        numbers.add(index, (Integer) value.number());
    }

    /** Adds all constants; from a list of this class also the numbers without one. */
    @Override
    public boolean addAll(Collection<? extends E> constants) {
        return addAll(size(), constants);
    }

    /** Adds all constants; from a list of this class also the numbers without one. */
    @Override
    public boolean addAll(int index, Collection<? extends E> constants) {
        return constants instanceof EnumList<?> list
                ? numbers.addAll(index, list.numbers)
                : super.addAll(index, constants);
    }

    @Override
    public E remove(int index) {
        return forNumber.apply(numbers.remove(index));
    }

    @Override
    public void clear() {
        numbers.clear();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof EnumList<?> other ? numbers.equals(other.numbers) : super.equals(o);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** The numbers of any list of constants: live when it is of this class. For generated code. */
    public static IntList numbersOf(List<? extends EnumValue> constants) {
        if (constants instanceof EnumList<?> list) {
            return list.numbers;
        }
        IntList numbers = new IntList();
        numbers.reserve(constants.size());
        for (EnumValue constant : constants) {
            numbers.push(constant.number());
        }
        return numbers;
    }
}

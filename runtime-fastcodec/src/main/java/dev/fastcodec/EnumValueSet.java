package dev.fastcodec;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A set of enum constants that holds their numbers in order of insertion, so that numbers without a constant are kept: each shows as
 * {@code UNRECOGNIZED}. Adding {@code UNRECOGNIZED} is refused with an {@link IllegalArgumentException}; add to {@link #numbers()} instead.
 */
public final class EnumValueSet<E extends EnumValue> extends AbstractSet<E> implements Copyable {
    private final IntFunction<E> forNumber;
    private final Set<Integer> numbers;

    /**
     * An empty set.
     *
     * @param forNumber gives the constant of a number, {@code UNRECOGNIZED} when there is none
     */
    public EnumValueSet(IntFunction<E> forNumber) {
        this(forNumber, new LinkedHashSet<>());
    }

    private EnumValueSet(IntFunction<E> forNumber, Set<Integer> numbers) {
        this.forNumber = Objects.requireNonNull(forNumber);
        this.numbers = numbers;
    }

    /** The numbers, live. */
    public Set<Integer> numbers() {
        return numbers;
    }

    /** A copy that shares nothing. */
    @Override
    public EnumValueSet<E> copy() {
        return new EnumValueSet<>(forNumber, new LinkedHashSet<>(numbers));
    }

    /** The numbers of any set of constants: live when it is of this class. For generated code. */
    public static Set<Integer> numbersOf(Set<? extends EnumValue> constants) {
        if (constants instanceof EnumValueSet<?> set) {
            return set.numbers;
        }
        Set<Integer> numbers = new LinkedHashSet<>();
        for (EnumValue constant : constants) {
            numbers.add(constant.number());
        }
        return numbers;
    }

    /** Adds all constants; from a set of this class also the numbers without one. */
    @Override
    public boolean addAll(Collection<? extends E> constants) {
        return constants instanceof EnumValueSet<?> set ? numbers.addAll(set.numbers) : super.addAll(constants);
    }

    @Override
    public int size() {
        return numbers.size();
    }

    @Override
    public boolean add(E value) {
        return numbers.add(value.number());
    }

    /** Whether the constant's number is there; {@code UNRECOGNIZED} never is. */
    @Override
    public boolean contains(Object o) {
        return numbers.contains(EnumValueMap.raw(o, forNumber));
    }

    @Override
    public boolean remove(Object o) {
        return numbers.remove(EnumValueMap.raw(o, forNumber));
    }

    @Override
    public void clear() {
        numbers.clear();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof EnumValueSet<?> other ? numbers.equals(other.numbers) : super.equals(o);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public Iterator<E> iterator() {
        Iterator<Integer> of = numbers.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return of.hasNext();
            }

            @Override
            public E next() {
                return forNumber.apply(of.next());
            }

            @Override
            public void remove() {
                of.remove();
            }
        };
    }
}

package dev.fastcodec;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A map whose keys, values or both are enum constants and which holds their numbers, in order of insertion, so that numbers without a constant are
 * kept: they show as {@code UNRECOGNIZED}. Putting {@code UNRECOGNIZED} is refused with an {@link IllegalArgumentException}; put into
 * {@link #numbers()} instead. Nulls are refused.
 */
public final class EnumValueMap<K, V> extends AbstractMap<K, V> implements Copyable {
    private final IntFunction<K> keys;
    private final IntFunction<V> values;
    private final Map<Object, Object> numbers = new LinkedHashMap<>();

    /**
     * An empty map.
     *
     * @param keys gives the constant of a key's number, or is null when keys are no enum
     * @param values gives the constant of a value's number, or is null when values are no enum
     */
    public EnumValueMap(IntFunction<K> keys, IntFunction<V> values) {
        this.keys = keys;
        this.values = values;
    }

    /** The entries with an {@link Integer} in place of each constant, live. */
    public Map<Object, Object> numbers() {
        return numbers;
    }

    /** The entries of any map with numbers in place of constants: live when it is of this class. For generated code. */
    public static Map<Object, Object> numbersOf(Map<?, ?> map) {
        if (map instanceof EnumValueMap<?, ?> own) {
            return own.numbers;
        }
        Map<Object, Object> numbers = new LinkedHashMap<>();
        map.forEach((key, value) -> numbers.put(number(key), number(value)));
        return numbers;
    }

    private static Object number(Object o) {
        return o instanceof EnumValue constant ? (Object) constant.number() : o;
    }

    /** A deep copy. */
    @Override
    public EnumValueMap<K, V> copy() {
        EnumValueMap<K, V> copy = new EnumValueMap<>(keys, values);
        numbers.forEach((key, value) -> copy.numbers.put(Equality.copy(key), Equality.copy(value)));
        return copy;
    }

    @Override
    public int size() {
        return numbers.size();
    }

    @Override
    public V put(K key, V value) {
        return constant(numbers.put(checked(key, keys), checked(value, values)), values);
    }

    /** Puts all entries; from a map of this class also numbers without a constant. */
    @Override
    public void putAll(Map<? extends K, ? extends V> map) {
        if (map instanceof EnumValueMap<?, ?> own) {
            numbers.putAll(own.numbers);
        } else {
            super.putAll(map);
        }
    }

    @Override
    public V get(Object key) {
        return constant(numbers.get(raw(key, keys)), values);
    }

    @Override
    public boolean containsKey(Object key) {
        return numbers.containsKey(raw(key, keys));
    }

    @Override
    public V remove(Object key) {
        return constant(numbers.remove(raw(key, keys)), values);
    }

    @Override
    public void clear() {
        numbers.clear();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof EnumValueMap<?, ?> other ? Equality.equal(numbers, other.numbers) : super.equals(o);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return numbers.size();
            }

            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return entries();
            }
        };
    }

    private Iterator<Map.Entry<K, V>> entries() {
        Iterator<Map.Entry<Object, Object>> of = numbers.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return of.hasNext();
            }

            @Override
            public Map.Entry<K, V> next() {
                return entry(of.next());
            }

            @Override
            public void remove() {
                of.remove();
            }
        };
    }

    private Map.Entry<K, V> entry(Map.Entry<Object, Object> of) {
        return new SimpleEntry<>(constant(of.getKey(), keys), constant(of.getValue(), values)) {
            private static final long serialVersionUID = 1;

            @Override
            public V setValue(V value) {
                of.setValue(checked(value, values));
                return super.setValue(value);
            }
        };
    }

    /** What the map holds for a key or value that is put. */
    private static Object checked(Object o, IntFunction<?> constants) {
        Objects.requireNonNull(o);
        return constants == null ? o : ((EnumValue) o).number();
    }

    /** What a container of numbers holds for an object that is looked for: itself, a constant's number, or null for what cannot be there. */
    static Object raw(Object o, IntFunction<?> constants) {
        if (constants == null) {
            return o;
        }
        return o instanceof EnumValue value
                        && !value.isUnrecognized()
                        && constants.apply(value.number()).getClass() == o.getClass()
                ? (Object) value.number()
                : null;
    }

    @SuppressWarnings("unchecked") // only what checked() gave was put in
    private static <E> E constant(Object raw, IntFunction<E> constants) {
        return constants == null || raw == null ? (E) raw : constants.apply((Integer) raw);
    }
}

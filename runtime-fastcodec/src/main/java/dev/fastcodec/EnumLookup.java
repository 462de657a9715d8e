package dev.fastcodec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the constants of a generated enum by number. Numbers that lie close together are found by index, others by
 * binary search; of two constants with one number the first is found. Immutable.
 *
 * @param <E> the enum
 */
public final class EnumLookup<E extends EnumValue> {
    /** A table by index may have this many places for each constant. */
    private static final int PLACES_PER_CONSTANT = 4;

    private final E unrecognized;
    private final List<E> all;
    private final int first;
    private final Object[] table;
    private final int[] numbers;

    /** A lookup over these constants, among which {@code unrecognized} may be: it stands for all other numbers. */
    public EnumLookup(E[] constants, E unrecognized) {
        this(Arrays.asList(constants), unrecognized);
    }

    private EnumLookup(List<E> constants, E unrecognized) {
        this.unrecognized = unrecognized;
        List<E> known = new ArrayList<>(constants);
        known.removeIf(c -> c == unrecognized);
        this.all = List.copyOf(known);
        known.sort((a, b) -> Integer.compare(a.number(), b.number()));
        int n = 0;
        for (E constant : known) {
            if (n == 0 || known.get(n - 1).number() != constant.number()) {
                known.set(n++, constant);
            }
        }
        known = known.subList(0, n);
        this.first = n == 0 ? 0 : known.get(0).number();
        long span = n == 0 ? 0 : (long) known.get(n - 1).number() - first + 1;
        if (span <= (long) n * PLACES_PER_CONSTANT + 16) {
            this.numbers = null;
            this.table = new Object[(int) span];
            for (E constant : known) {
                table[constant.number() - first] = constant;
            }
        } else {
            this.numbers = new int[n];
            for (int i = 0; i < n; i++) {
                numbers[i] = known.get(i).number();
            }
            this.table = known.toArray();
        }
    }

    /** A lookup over constants that stand in several lists. */
    @SafeVarargs
    public static <E extends EnumValue> EnumLookup<E> join(E unrecognized, List<E>... parts) {
        List<E> all = new ArrayList<>();
        for (List<E> part : parts) {
            all.addAll(part);
        }
        return new EnumLookup<>(all, unrecognized);
    }

    /** The constant of a number, the one for unrecognized numbers if there is none. */
    @SuppressWarnings("unchecked") // the table holds what the constructor was given
    public E get(int number) {
        int i = numbers == null ? number - first : Arrays.binarySearch(numbers, number);
        Object found = i >= 0 && i < table.length ? table[i] : null;
        return found == null ? unrecognized : (E) found;
    }

    /** The constants in their order, without the one for unrecognized numbers. */
    public List<E> all() {
        return all;
    }
}

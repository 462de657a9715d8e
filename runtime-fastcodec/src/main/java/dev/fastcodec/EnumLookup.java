package dev.fastcodec;

import dev.fastcodec.internal.NameTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the constants of a generated enum by number, and numbers by the names that the IDL has. Numbers that lie close together are found by index, others by
 * binary search; of two constants with one number the first is found. Immutable.
 *
 * @param <E> the enum
 */
public final class EnumLookup<E extends EnumValue> {
    /** Stands for a number that is not there: it is no number of 32 bits. */
    public static final long NONE = Long.MIN_VALUE;

    /** A table by index may have this many places for each constant. */
    private static final int PLACES_PER_CONSTANT = 4;

    private final E unrecognized;
    private final List<E> all;
    private final int first;
    private final Object[] table;
    private final int[] numbers;
    private final Map<String, String> renamed = new HashMap<>();

    /** Made when first asked for; two threads may each make one. */
    private Names names;

    /** A lookup over these constants, among which {@code unrecognized} may be: it stands for all other numbers. */
    public EnumLookup(E[] constants, E unrecognized) {
        this(Arrays.asList(constants), unrecognized, new String[0]);
    }

    /**
     * A lookup over constants of which some are called otherwise in Java than in the IDL.
     *
     * @param renamed for each of those its name in Java, then its name in the IDL
     */
    public EnumLookup(E[] constants, E unrecognized, String... renamed) {
        this(Arrays.asList(constants), unrecognized, renamed);
    }

    private EnumLookup(List<E> constants, E unrecognized, String[] renamed) {
        this.unrecognized = unrecognized;
        for (int i = 0; i < renamed.length; i += 2) {
            this.renamed.put(renamed[i], renamed[i + 1]);
        }
        List<E> known = new ArrayList<>(constants);
        known.removeIf(c -> c == unrecognized);
        this.all = List.copyOf(known);
        known.sort(Comparator.comparingInt(EnumValue::number));
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
            this.numbers = known.stream().mapToInt(EnumValue::number).toArray();
            this.table = known.toArray();
        }
    }

    /** A lookup over constants that stand in several lists. */
    @SafeVarargs
    @SuppressWarnings("varargs") // handed on to be read
    public static <E extends EnumValue> EnumLookup<E> join(E unrecognized, List<E>... parts) {
        return join(unrecognized, new String[0], parts);
    }

    /** As the other, of constants of which some are called otherwise in Java than in the IDL. */
    @SafeVarargs
    public static <E extends EnumValue> EnumLookup<E> join(E unrecognized, String[] renamed, List<E>... parts) {
        List<E> all = new ArrayList<>();
        for (List<E> part : parts) {
            all.addAll(part);
        }
        return new EnumLookup<>(all, unrecognized, renamed);
    }

    /** The constant of a number, the one for unrecognized numbers if there is none. */
    @SuppressWarnings("unchecked") // the table holds what the constructor was given
    public E get(int number) {
        int i = place(number);
        Object found = i >= 0 && i < table.length ? table[i] : null;
        return found == null ? unrecognized : (E) found;
    }

    private int place(int number) {
        return numbers == null ? number - first : Arrays.binarySearch(numbers, number);
    }

    /** The name in the IDL of a number's first constant as UTF-8, not to be changed; null if there is none. */
    public byte[] name(int number) {
        int i = place(number);
        return i >= 0 && i < table.length ? names().byPlace[i] : null;
    }

    /**
     * The number of the constant that has this name in the IDL.
     *
     * @param b UTF-8, {@code n} bytes of it from {@code from} on
     * @return {@link #NONE} when there is no such constant
     */
    public long number(byte[] b, int from, int n) {
        int i = names().table.find(b, from, n);
        return i < 0 ? NONE : all.get(i).number();
    }

    private Names names() {
        Names made = names;
        if (made == null) {
            made = new Names();
            names = made;
        }
        return made;
    }

    /** The constants' names in the IDL. */
    private final class Names {
        private final NameTable table =
                new NameTable(all.stream().map(this::name).toArray(byte[][]::new));
        private final byte[][] byPlace = new byte[EnumLookup.this.table.length][];

        Names() {
            for (int i = 0; i < byPlace.length; i++) {
                Object constant = EnumLookup.this.table[i];
                byPlace[i] = constant == null ? null : name(constant);
            }
        }

        private byte[] name(Object constant) {
            String java = constant.toString();
            return renamed.getOrDefault(java, java).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The constants in their order, without the one for unrecognized numbers. */
    public List<E> all() {
        return all;
    }
}
